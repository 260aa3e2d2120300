// What writers do to the words they quote, each with the verdict it deserves. The edits know nothing of the code that
// is measured.

import type { Verdict } from '../../src/core/cite/check/verdict.ts';
import { draw } from '../corpus/random.ts';
import type { Article } from './inventedArticles.ts';

/** One article with a passage of it, and what an edit may draw on. */
export interface Material {
  readonly article: Article;
  /** Words of one paragraph, from the beginning of a word to the end of one. */
  readonly passage: string;
  /** The paragraph's number from 0, and all of them. */
  readonly paragraph: number;
  readonly paragraphs: readonly string[];
  readonly other: Article;
  readonly foreign: Article;
  readonly random: () => number;
}

export interface Edited {
  readonly words: string;
  readonly kind: Verdict['kind'];
  /** Where the change must be an error; undefined where either will do. */
  readonly severity: 'error' | undefined;
  /** Another text that is current, where the article's own is an earlier revision. */
  readonly current: string | undefined;
}

/** Gives the edited words, or undefined where the passage has nothing to edit in that way. */
export type Edit = (material: Material) => Edited | undefined;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const NEGATION =
  /(?<![\p{L}’'])(?:not|never|no|nicht|kein|nie|niemand|pas|n’est|jamais|nunca|no|не|ни разу|δεν|לא|não|нет|không|नहीं|لن|لا|ما لم)(?![\p{L}’'])\s*|[不没]|ไม่/u;

const exact = (words: string): Edited => edited(words, 'exact');
const asMarked = (words: string): Edited => edited(words, 'altered as marked');
const altered = (words: string, severity?: 'error'): Edited => edited(words, 'altered', severity);

export const EDITS: Readonly<Record<string, Edit>> = {
  verbatim: ({ passage }) => exact(passage),
  'straight marks, dashes': ({ passage }) =>
    changedOnly(
      passage,
      passage
        .replace(/[“”„«»]/g, '"')
        .replace(/[‘’]/g, "'")
        .replace(/\s*[–—]\s*/g, ' -- ')
        .replace(/…/g, '...'),
    ),
  'curly marks': ({ passage }) =>
    changedOnly(
      passage,
      passage
        .replace(/(?<=\p{L})'/gu, '’')
        .replace(/"(?=\p{L})/gu, '“')
        .replaceAll('"', '”'),
    ),
  'other spaces, line ends': ({ passage, random }) =>
    exact(passage.replace(/ /g, () => draw([' ', ' ', '\n', '\u00a0', '  ', '\u2009', '\u202f'], random))),
  'decomposed, ligatures': ({ passage }) =>
    exact(passage.normalize('NFD').replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ')),
  'soft hyphens, zero width': ({ passage, random }) =>
    exact(
      passage.replace(/(?<=\p{Ll}\p{Ll})(?=\p{Ll}\p{Ll})/gu, () =>
        draw(['', '', '', '\u00ad', '\u200b', '\u2060'], random),
      ),
    ),
  'parted at line ends': ({ passage }) =>
    changedOnly(passage, passage.replace(/(?<=\s\p{Ll}{3})(?=\p{Ll}{3,}\s)/u, '-\n')),
  omission: ({ passage, random }) => {
    const units = unitsOf(passage);
    if (units.length < 9) return undefined;
    const from = 3 + Math.floor(random() * (units.length - 8));
    const to = from + 1 + Math.floor(random() * (units.length - 4 - from));
    const mark = draw(['…', '...', '[…]', '[...]', '. . .', '(…)'], random);
    return asMarked(`${joined(units.slice(0, from))} ${mark} ${joined(units.slice(to))}`);
  },
  'two omissions': ({ paragraphs, paragraph, passage }) => {
    const later = unitsOf(paragraphs.slice(paragraph + 1).find((text) => unitsOf(text).length > 8) ?? '');
    const units = unitsOf(passage);
    if (units.length < 12 || later.length < 8) return undefined;
    return asMarked(
      `${joined(units.slice(0, 4))} … ${joined(units.slice(6, 11))} […] ${joined(later.slice(2, 7))}`,
    );
  },
  'bracketed insertion': ({ passage, random }) => {
    const units = unitsOf(passage);
    if (units.length < 6) return undefined;
    const place = 2 + Math.floor(random() * (units.length - 4));
    const words = draw(['[sic]', '[as he put it]', '[emphasis added]', '[the mayor]', '[!]'], random);
    return asMarked(`${joined(units.slice(0, place))} ${words} ${joined(units.slice(place))}`);
  },
  'bracketed replacement': ({ passage, random }) => {
    const units = unitsOf(passage);
    if (units.length < 9) return undefined;
    const place = 3 + Math.floor(random() * (units.length - 7));
    const size = 1 + Math.floor(random() * 2);
    return asMarked(`${joined(units.slice(0, place))} [they] ${joined(units.slice(place + size))}`);
  },
  'first letter in brackets': ({ passage }) => {
    const swapped = swapFirst(passage);
    return swapped === undefined ? undefined : asMarked(`[${swapped.slice(0, 1)}]${swapped.slice(1)}`);
  },
  'capital first letter': ({ passage }) =>
    /^\p{Ll}/u.test(passage) ? optional(swapFirst(passage), asMarked) : undefined,
  'final full stop inside': ({ passage, article }) => {
    const next = article.text.slice(article.text.indexOf(passage) + passage.length).charAt(0);
    return next === ' ' && /\p{L}$/u.test(passage) && !UNSPACED.test(passage)
      ? asMarked(`${passage}.`)
      : undefined;
  },
  'dropped word': (material) => dropWord(material),
  'added word': ({ passage, random }) => {
    const units = unitsOf(passage);
    if (units.length < 6) return undefined;
    const place = 2 + Math.floor(random() * (units.length - 4));
    return altered(
      joined([
        ...units.slice(0, place),
        draw(['quite', 'sehr', 'jamais', 'certainly'], random),
        ...units.slice(place),
      ]),
    );
  },
  'changed word': ({ passage, random, other }) => {
    const units = [...unitsOf(passage)];
    if (units.length < 6) return undefined;
    const place = 2 + Math.floor(random() * (units.length - 4));
    const word = draw(
      unitsOf(other.text).filter((unit) => /^\p{L}+$/u.test(unit)),
      random,
    );
    if (UNSPACED.test(word) !== UNSPACED.test(passage)) return undefined;
    if (word.toLowerCase() === units[place]?.toLowerCase() || !/\p{L}/u.test(units[place] ?? ''))
      return undefined;
    units[place] = word;
    return altered(joined(units));
  },
  'dropped negation': ({ passage }) => {
    const words = passage.replace(NEGATION, '');
    return words === passage || unitsOf(words).length < 5 || words.trim() !== words
      ? undefined
      : altered(words, 'error');
  },
  'changed number': ({ passage }) => {
    const words = passage.replace(/\d/, (digit) => `${(Number(digit) + 3) % 10}`);
    return words === passage || unitsOf(words).length < 4 ? undefined : altered(words, 'error');
  },
  'changed name': ({ passage }) => {
    const words = passage.replace(/(?<=\p{Ll}[,;]? )\p{Lu}\p{Ll}{3,}(?![\p{L}’'-])/u, 'Zarnowitz');
    return words === passage || unitsOf(words).length < 5 ? undefined : altered(words, 'error');
  },
  'changed case': ({ passage }) => {
    const words = passage.replace(/(?<=\p{Ll} )\p{Ll}(?=\p{Ll}{3})/u, (letter) => letter.toUpperCase());
    return words === passage ? undefined : altered(words);
  },
  'changed punctuation': ({ passage }) => {
    const words = passage.replace(/(?<=\p{L}), (?=\p{L})/u, ' ');
    return words === passage || unitsOf(words).length < 5 ? undefined : altered(words);
  },
  'swapped words': ({ passage, random }) => {
    const units = [...unitsOf(passage)];
    if (units.length < 8) return undefined;
    const place = 2 + Math.floor(random() * (units.length - 5));
    const [one, two] = [units[place] ?? '', units[place + 1] ?? ''];
    if (
      !/^[\p{L}\p{M}]+$/u.test(one) ||
      !/^[\p{L}\p{M}]+$/u.test(two) ||
      one.toLowerCase() === two.toLowerCase()
    )
      return undefined;
    [units[place], units[place + 1]] = [two, one];
    return altered(joined(units));
  },
  'swapped sentences': ({ paragraphs, paragraph }) => {
    const sentences = (paragraphs[paragraph] ?? '').split(/(?<=[.!?])\s+(?=\p{Lu})|(?<=[。！？])/u);
    const [one, two] = sentences;
    if (one === undefined || two === undefined || unitsOf(one).length < 6 || unitsOf(two).length < 6)
      return undefined;
    if (!/[.!?。！？]$/u.test(one) || !/[.!?。！？]$/u.test(two)) return undefined;
    return altered(UNSPACED.test(one) ? two + one : `${two} ${one}`, 'error');
  },
  'stitched paragraphs': ({ paragraphs, paragraph, passage }) => {
    const later = unitsOf(paragraphs[paragraph + 2] ?? '');
    const units = unitsOf(passage);
    if (units.length < 8 || later.length < 8) return undefined;
    return altered(joined([...units.slice(0, 8), ...later.slice(0, 8)]), 'error');
  },
  'two languages': ({ passage, foreign, random }) => {
    const units = unitsOf(passage);
    const others = unitsOf(draw(foreign.text.split('\n\n'), random));
    if (units.length < 10 || others.length < 8) return undefined;
    const half = units.slice(0, Math.ceil(units.length / 2));
    return altered(`${joined(half)} ${joined(others.slice(0, half.length))}`, 'error');
  },
  'earlier revision only': ({ passage, article, other }) => {
    const units = unitsOf(passage);
    if (units.length < 6) return undefined;
    const word =
      unitsOf(other.text).find((unit) => /^\p{L}{4,}$/u.test(unit) && !passage.includes(unit)) ?? 'entirely';
    const corrected = joined([...units.slice(0, 3), word, ...units.slice(4)]);
    const current = article.text.replaceAll(passage, corrected);
    return { words: passage, kind: 'source changed since', severity: undefined, current };
  },
  'earlier revision, passage deleted': ({ passage, article }) => {
    if (unitsOf(passage).length < 6) return undefined;
    return {
      words: passage,
      kind: 'source changed since',
      severity: undefined,
      current: article.text.replaceAll(passage, ''),
    };
  },
  fabricated: ({ other, article, random }) => {
    const paragraph = draw(other.text.split('\n\n'), random);
    const words = joined(unitsOf(paragraph).slice(0, 24));
    return unitsOf(words).length < 6 || shareRow(words, article.text)
      ? undefined
      : edited(words, 'not found');
  },
  'words of the article in other order': ({ article, random }) => {
    const units = unitsOf(article.text).filter((unit) => /\p{L}/u.test(unit));
    const words = joined(Array.from({ length: 14 }, () => draw(units, random)));
    return shareRow(words, article.text, 2) ? undefined : edited(words, 'not found');
  },
};

function dropWord({ passage, random }: Material): Edited | undefined {
  const units = unitsOf(passage);
  if (units.length < 7) return undefined;
  const place = 2 + Math.floor(random() * (units.length - 4));
  const [before, dropped, after] = [units[place - 1], units[place], units[place + 1]];
  if (dropped === undefined || !/[\p{L}\p{N}]/u.test(dropped) || dropped === after || dropped === before)
    return undefined;
  return altered(joined([...units.slice(0, place), ...units.slice(place + 1)]));
}

function edited(words: string, kind: Edited['kind'], severity?: 'error'): Edited {
  return { words, kind, severity, current: undefined };
}

function changedOnly(before: string, after: string): Edited | undefined {
  return before === after ? undefined : exact(after);
}

function optional(words: string | undefined, make: (words: string) => Edited): Edited | undefined {
  return words === undefined ? undefined : make(words);
}

function swapFirst(passage: string): string | undefined {
  const first = passage.charAt(0);
  const swapped = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return swapped === first || swapped.length !== 1 ? undefined : swapped + passage.slice(1);
}

/** Words, or characters where words are not spaced; a number is one in numerals as it is in figures. */
export function unitsOf(text: string): readonly string[] {
  if (!UNSPACED.test(text)) return text.split(/\s+/).filter((unit) => unit !== '');
  return (
    text.match(
      /\d[\d,.]*[百千万亿億]*|[A-Za-z]+|[〇零一二两三四五六七八九十百千万亿億]{2,}|\s*\P{M}\p{M}*/gu,
    ) ?? []
  );
}

export function joined(units: readonly string[]): string {
  return units.join(UNSPACED.test(units.join('')) ? '' : ' ').trim();
}

/** Whether two texts have a row of words in common. */
function shareRow(words: string, text: string, length = 3): boolean {
  const plain = (some: string): readonly string[] =>
    unitsOf(some.toLowerCase())
      .map((unit) => unit.replace(/[^\p{L}\p{M}\p{N}]/gu, ''))
      .filter((unit) => unit !== '');
  const [units, all] = [plain(words), ` ${plain(text).join(' ')} `];
  return units.some(
    (_, index) =>
      index + length <= units.length && all.includes(` ${units.slice(index, index + length).join(' ')} `),
  );
}
