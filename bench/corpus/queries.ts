// What people type, drawn from the headlines themselves so that every query has an answer.

import type { BenchItem } from './benchItem.ts';
import { draw, randomNumbers } from './random.ts';

export const QUERY_KINDS = ['1 word', '2 words', '3 words', 'prefix', 'phrase', 'common word'] as const;

export type QueryKind = (typeof QUERY_KINDS)[number];

/** A query while it is typed: its last word may be unfinished, but for phrases, which are in quotation marks. */
export interface BenchQuery {
  readonly kind: QueryKind;
  /** In lower case. */
  readonly words: readonly string[];
}

/** Queries drawn before those that are measured, so that no engine starts cold. */
export const WARM_UP = 20;

/** Gives queries of every kind, drawn from these headlines. */
export function drawAllQueries(
  base: readonly BenchItem[],
  count: number,
): Readonly<Record<QueryKind, readonly BenchQuery[]>> {
  const drawn = QUERY_KINDS.map((kind) => [kind, drawQueries(base, kind, count)] as const);
  return Object.fromEntries(drawn) as Record<QueryKind, readonly BenchQuery[]>;
}

/** Gives `count` queries of a kind behind `WARM_UP` others; the same in every run. */
export function drawQueries(
  base: readonly BenchItem[],
  kind: QueryKind,
  count: number,
): readonly BenchQuery[] {
  if (kind === 'common word') return commonWords(base, count);
  const random = randomNumbers(QUERY_KINDS.indexOf(kind) + 1);
  const queries: BenchQuery[] = [];
  while (queries.length < count + WARM_UP) {
    const words = wordsOf(draw(base, random).headline, random, kind);
    if (words !== undefined) queries.push({ kind, words });
  }
  return queries;
}

function wordsOf(headline: string, random: () => number, kind: QueryKind): readonly string[] | undefined {
  if (kind === 'phrase') {
    const all = split(headline);
    const length = 2 + Math.floor(random() * 2);
    const start = Math.floor(random() * (all.length - length + 1));
    return all.length < length ? undefined : all.slice(start, start + length);
  }
  const wanted = kind === '2 words' ? 2 : kind === '3 words' ? 3 : 1;
  const telling = [...new Set(split(headline).filter((word) => word.length >= 3))];
  if (telling.length < wanted) return undefined;
  const drawn: string[] = [];
  while (drawn.length < wanted) {
    const word = draw(telling, random);
    if (!drawn.includes(word)) drawn.push(word);
  }
  if (kind !== 'prefix') return drawn;
  return drawn.map((word) => word.slice(0, 2 + Math.floor(random() * Math.max(1, word.length - 2))));
}

/** The words that stand in most headlines; the warm-up takes the first ones again. */
function commonWords(base: readonly BenchItem[], count: number): readonly BenchQuery[] {
  const frequencies = new Map<string, number>();
  for (const { headline } of base) {
    for (const word of new Set(split(headline))) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  }
  const common = [...frequencies]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([word]): BenchQuery => ({ kind: 'common word', words: [word] }));
  return [...common.slice(0, WARM_UP), ...common];
}

function split(headline: string): readonly string[] {
  return headline.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
