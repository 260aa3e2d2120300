// The names by which notes cite.

import type { Publication } from '../model/item.ts';
import { isFunctionWord } from '../search/functionWords.ts';
import { asciiWords } from './reference/asciiWords.ts';
import { bylineNames } from './reference/bylineNames.ts';
import type { CslName } from './reference/cslItem.ts';

const TITLE_WORDS = 3;
const LONGEST_WORD = 20;
const LONGEST_NAME = 24;

/** Parts of a host that name nobody. */
const HOST_PARTS = /^(?:www|m|amp|mobile|news|com|co|org|net|gov|edu|ac)$/u;

/**
 * Makes a citation key: the first author's family name or else the outlet, the first three telling words of the
 * headline, and the year. It has only a to z and 0 to 9 and begins with a letter, so that every note language and
 * bibliography takes it. A key is made once for a text and never changes after that, whatever becomes known later.
 *
 * @param isTaken Whether another text has that key; letters are added until it is free.
 * @example "Floods displace thousands" by Ada Byron in 2026 gives "byronfloodsdisplacethousands2026".
 */
export function citationKey(
  publication: Pick<Publication, 'byline' | 'outlet' | 'headline' | 'published' | 'language' | 'url'>,
  isTaken: (key: string) => boolean,
): string {
  const year = /^\d{4}/u.exec(publication.published ?? '')?.[0] ?? '';
  const key = `${nameOf(publication)}${titleWords(publication)}${year}`;
  if (!isTaken(key)) return key;
  for (let count = 1; ; count++) {
    const next = `${key}${postfix(count, year !== '')}`;
    if (!isTaken(next)) return next;
  }
}

/** Whether a name can be a citation key in every note language and bibliography. */
export function isCitationKey(name: string): boolean {
  return /^[a-z][a-z0-9]*$/u.test(name);
}

function nameOf({
  byline,
  outlet,
  url,
  language,
}: Pick<Publication, 'byline' | 'outlet' | 'url' | 'language'>): string {
  const [author] = bylineNames(byline, outlet).authors;
  const names = [author === undefined ? '' : familyOf(author), withoutArticle(outlet ?? ''), hostOf(url)];
  for (const name of names) {
    const word = asciiWords(name, language).join('').slice(0, LONGEST_NAME);
    if (/^[a-z]/u.test(word)) return word;
    if (word !== '') return `item${word}`;
  }
  return 'item';
}

function familyOf(name: CslName): string {
  return 'literal' in name ? name.literal : name.family;
}

function withoutArticle(outlet: string): string {
  return outlet.replace(/^the\s+(?=\S)/iu, '').replace(/\.(?:com|org|net)$/iu, '');
}

function hostOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return '';
  const labels = new URL(url).hostname.split('.').slice(0, -1);
  return labels.findLast((label) => !HOST_PARTS.test(label)) ?? labels.at(-1) ?? '';
}

function titleWords({ headline, language }: Pick<Publication, 'headline' | 'language'>): string {
  const words = asciiWords(headline, language);
  const telling = words.filter((word) => !isFunctionWord(word) && (word.length > 1 || /\d/u.test(word)));
  return (telling.length > 0 ? telling : words)
    .slice(0, TITLE_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD))
    .join('');
}

/** "a", "b", … "z", "aa" behind a year; else "2", "3", …, as a letter would be read as part of a word. */
function postfix(count: number, afterYear: boolean): string {
  if (!afterYear) return String(count + 1);
  let letters = '';
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
