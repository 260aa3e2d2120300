// Entries of `.bib` files.

import { isoDate } from '../reference/cslDate.ts';
import type { CslItem, CslName } from '../reference/cslItem.ts';
import { latexLanguage } from './latexLanguage.ts';
import { latexAddress, latexText } from './latexText.ts';
import { latexTitle } from './latexTitle.ts';

type Field = readonly [name: string, value: string | undefined];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/**
 * Gives an entry for BibLaTeX: `@article` with the entry subtype of a newspaper or magazine, and `@online` with the
 * site as `organization` (BibLaTeX manual § 2.1.1 and § 2.2.2). Pandoc takes subtypes and dates as they are here.
 */
export function biblatexEntry(item: CslItem): string {
  const { id, type } = item;
  const outlet = item['container-title'];
  const isArticle = type === 'article-newspaper' || type === 'article-magazine';
  return entry(isArticle ? 'article' : 'online', id, [
    ...(isArticle
      ? [['entrysubtype', type === 'article-newspaper' ? 'newspaper' : 'magazine'] as const]
      : []),
    ['author', names(item.author)],
    ['title', latexTitle(item.title, item.language)],
    [isArticle ? 'journaltitle' : 'organization', outlet === undefined ? undefined : latexText(outlet)],
    ['date', item.issued && isoDate(item.issued)],
    ['url', item.URL && latexAddress(item.URL)],
    ['urldate', item.accessed && isoDate(item.accessed)],
    ['langid', latexLanguage(item.language)],
  ]);
}

/** Gives an entry for BibTeX, with the date in parts, the month as the styles' own word for it. */
export function bibtexEntry(item: CslItem): string {
  const { id, type } = item;
  const outlet = item['container-title'];
  const isArticle = type === 'article-newspaper' || type === 'article-magazine';
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const monthName = month === undefined ? undefined : MONTHS[month - 1];
  return entry(isArticle ? 'article' : 'misc', id, [
    ['author', names(item.author)],
    ['title', latexTitle(item.title, item.language)],
    [isArticle ? 'journal' : 'howpublished', outlet === undefined ? undefined : latexText(outlet)],
    ['year', year === undefined ? undefined : String(year)],
    ['month', monthName],
    ['day', day === undefined ? undefined : String(day)],
    ['url', item.URL && latexAddress(item.URL)],
    ['urldate', item.accessed && isoDate(item.accessed)],
    ['language', latexLanguage(item.language)],
  ]);
}

function entry(type: string, key: string, fields: readonly Field[]): string {
  const lines = fields.flatMap(([name, value]) => {
    if (value === undefined) return [];
    const isWord = name === 'month';
    return [`  ${name} = ${isWord ? value : `{${value}}`},`];
  });
  return [`@${type}{${key},`, ...lines, '}'].join('\n');
}

/** Names as BibTeX parts them: "van Gogh, Vincent and King, Jr., Martin Luther and {The Press}". */
function names(authors: readonly CslName[] | undefined): string | undefined {
  return authors?.map(nameText).join(' and ');
}

function nameText(name: CslName): string {
  if ('literal' in name) return `{${latexText(name.literal)}}`;
  const particle = name['dropping-particle'] ?? name['non-dropping-particle'];
  // Without braces, several words before the last would be taken for given names or particles.
  const family = `${particle === undefined ? '' : `${latexText(particle)} `}${part(name.family)}`;
  return [family, name.suffix, name.given && part(name.given)]
    .filter((text) => text !== undefined)
    .join(', ');
}

function part(text: string): string {
  const written = latexText(text);
  return /,|\sand\s/iu.test(text) ? `{${written}}` : written;
}
