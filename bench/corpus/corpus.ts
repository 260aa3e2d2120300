// What the benchmark is run on: headlines, as many as asked for, one by one so that none need stay in memory.

import type { BenchItem } from './benchItem.ts';
import { generatedHeadlines } from './generatedHeadlines.ts';
import { draw, randomNumbers } from './random.ts';
import { realHeadlines } from './realHeadlines.ts';

const CHANGED_WORDS = 0.35;
const PARAGRAPHS = 6;
const SENTENCES = 5;
/** As many as the real collection has. */
const GENERATED = 121_583;

export interface Corpus {
  readonly origin: 'real' | 'generated';
  /** The headlines as they are, oldest first. */
  readonly base: readonly BenchItem[];
  /**
   * Gives that many headlines, oldest first, the same in every run: the newest of the base; where it has not as many,
   * after older copies in which about a third of the words were replaced by others of the base, drawn as often as
   * they occur there.
   */
  readonly items: (count: number) => Iterable<BenchItem>;
  /** The same with bodies of about 300 words, made of other headlines as their sentences. */
  readonly articles: (count: number) => Iterable<BenchItem>;
}

export function openCorpus(): Corpus {
  const real = realHeadlines();
  const base = real ?? generatedHeadlines(GENERATED);
  return {
    origin: real === undefined ? 'generated' : 'real',
    base,
    items: (count) => varied(base, count),
    articles: (count) => withBodies(base, varied(base, count)),
  };
}

function* withBodies(base: readonly BenchItem[], items: Iterable<BenchItem>): Generator<BenchItem> {
  const random = randomNumbers(300);
  const paragraph = (): string =>
    Array.from({ length: SENTENCES }, () => `${draw(base, random).headline}.`).join(' ');
  for (const item of items) yield { ...item, text: Array.from({ length: PARAGRAPHS }, paragraph).join('\n') };
}

function* varied(base: readonly BenchItem[], count: number): Generator<BenchItem> {
  const words = count > base.length ? base.flatMap(({ headline }) => headline.split(' ')) : [];
  // Each copy is older than the whole of the next one.
  const span = 1 + (base.at(-1)?.time ?? 0) - (base[0]?.time ?? 0);
  for (let age = count - 1; age >= 0; age--) {
    const copy = Math.floor(age / base.length);
    const item = base[base.length - 1 - (age % base.length)];
    if (item === undefined) return;
    yield copy === 0 ? item : variant(item, copy * span, words, randomNumbers(age));
  }
}

function variant(item: BenchItem, older: number, words: readonly string[], random: () => number): BenchItem {
  const own = item.headline.split(' ');
  const always = Math.floor(random() * own.length);
  const changed = own.map((word, place) =>
    place === always || random() < CHANGED_WORDS ? draw(words, random) : word,
  );
  return { ...item, headline: changed.join(' '), time: item.time - older };
}
