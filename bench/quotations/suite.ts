// Quotations with known edits, the same in every run.

import { draw, randomNumbers } from '../corpus/random.ts';
import { EDITS, joined, unitsOf, type Edited, type Material } from './edits.ts';
import { INVENTED, type Article } from './inventedArticles.ts';

export interface Case extends Edited {
  readonly edit: string;
  readonly article: Article;
}

const TRIES = 40;
const LEAST_UNITS = 8;
const MOST_UNITS = 45;

/** Gives about as many quotations of each edit; fewer where the articles have nothing for it. */
export function generateCases(articles: readonly Article[], ofEach: number, seed: number): readonly Case[] {
  const cases: Case[] = [];
  for (const [place, [edit, make]] of Object.entries(EDITS).entries()) {
    const random = randomNumbers(seed * 100 + place);
    const known = new Set<string>();
    let left = ofEach * TRIES;
    for (let made = 0; made < ofEach && left > 0; left--) {
      const material = materialOf(articles, random);
      const edited = material && make(material);
      if (material === undefined || edited === undefined || known.has(edited.words)) continue;
      if (isTrueAnyway(edited, material.article)) continue;
      known.add(edited.words);
      cases.push({ ...edited, edit, article: material.article });
      made++;
    }
  }
  return cases;
}

function materialOf(articles: readonly Article[], random: () => number): Material | undefined {
  const article = draw(articles, random);
  const paragraphs = article.text.split('\n\n');
  const paragraph = Math.floor(random() * paragraphs.length);
  const text = paragraphs[paragraph] ?? '';
  const passage = passageOf(text, random);
  const other = draw(articles, random);
  const foreign = draw(INVENTED, random);
  if (passage === undefined || other.text === article.text || foreign.text === article.text) return undefined;
  return { article, passage, paragraph, paragraphs, other, foreign, random };
}

/** Some words of a paragraph as they stand there, without punctuation or brackets of its own at the edges. */
function passageOf(text: string, random: () => number): string | undefined {
  if (/[\n\t[\]]|\.{3}|…/u.test(text)) return undefined;
  const units = unitsOf(text);
  if (units.length < LEAST_UNITS) return undefined;
  const from = random() < 0.4 ? 0 : Math.floor(random() * (units.length - LEAST_UNITS));
  const size = LEAST_UNITS + Math.floor(random() * (MOST_UNITS - LEAST_UNITS));
  const words = joined(units.slice(from, from + size));
  const passage = words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '');
  return text.includes(passage) && !/(?:^|\s)[-–]\d/u.test(passage) ? passage : undefined;
}

/** An edit such as a dropped word can give words that the article has elsewhere. */
function isTrueAnyway({ kind, words }: Edited, { text }: Article): boolean {
  const plain = (some: string): string => some.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return (
    kind === 'altered' && /\p{L}/u.test(words) && text.includes(words) && plain(text).includes(plain(words))
  );
}
