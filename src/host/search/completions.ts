// Completes the filter that the person is typing at the end of a query.

import { localize } from '../localize.ts';

export interface Completion {
  readonly label: string;
  readonly description: string;
  /** The query with the word completed. */
  readonly query: string;
}

const FILTERS: Readonly<Record<string, string>> = {
  is: localize('unread, starred, cited …'),
  title: localize('words of the headline'),
  by: localize('words of the byline'),
  source: localize('a folder or an outlet'),
  tag: localize('a tag of the document'),
  lang: localize('a language, such as en'),
  before: localize('published before a day'),
  after: localize('published since a day or within a span'),
};
const TIMES = [
  ['7d', localize('the last seven days')],
  ['today', ''],
  ['yesterday', ''],
] as const;
const VALUES: Readonly<Partial<Record<string, readonly (readonly [value: string, description: string])[]>>> =
  {
    is: [
      ['unread', localize('not read yet')],
      ['starred', localize('with a star')],
      ['later', localize('kept to be read later')],
      ['cited', localize('cited in a note')],
      ['quoted', localize('quoted in a note')],
      ['muted', localize('kept out of the lists by a rule')],
      ['headline', localize('known by its headline alone')],
      ['article', localize('with its text')],
    ],
    after: TIMES,
    before: TIMES,
  };

/** A filter's name with its colon, and what of its value was typed: `source:"The Ell`. */
const VALUE_BEGUN = /(?:^|[\s(-])([a-z]+):("[^"]*|[^\s"()]*)$/i;

/** A single letter begins nearly every word. */
const NAME_BEGUN = /(?:^|[\s(-])([a-z]{2,})$/i;

/** Whether the query ends with a filter whose value is a source's title. */
export function asksForSource(query: string): boolean {
  return VALUE_BEGUN.exec(query)?.[1]?.toLowerCase() === 'source';
}

/**
 * Gives the values that complete the filter at the end of a query; none for one that is complete.
 *
 * @param sources Titles of the sources.
 * @example valueCompletions('fees is:st', []) completes the query to "fees is:starred ".
 */
export function valueCompletions(query: string, sources: readonly string[]): readonly Completion[] {
  const [, name = '', typed = ''] = VALUE_BEGUN.exec(query) ?? [];
  const begun = typed.replace(/^"/, '').toLowerCase();
  const before = query.slice(0, query.length - typed.length);
  const known = VALUES[name.toLowerCase()] ?? [];
  const fitting =
    name.toLowerCase() === 'source'
      ? sources
          .filter((title) => title.toLowerCase().includes(begun) && title.toLowerCase() !== begun)
          .map((title) => [inQuotes(title), ''] as const)
      : known.filter(([value]) => value.startsWith(begun) && value !== begun);
  return fitting.map(([value, description]) => ({
    label: `${name.toLowerCase()}:${value}`,
    description,
    query: `${before}${value} `,
  }));
}

/**
 * Gives the filters whose name begins with the word at the end of a query.
 *
 * @example nameCompletions('fees sou') completes the query to "fees source:".
 */
export function nameCompletions(query: string): readonly Completion[] {
  const [, word = ''] = NAME_BEGUN.exec(query) ?? [];
  if (word === '') return [];
  const before = query.slice(0, query.length - word.length);
  return Object.entries(FILTERS)
    .filter(([name]) => name.startsWith(word.toLowerCase()))
    .map(([name, description]) => ({ label: `${name}:`, description, query: `${before}${name}:` }));
}

function inQuotes(title: string): string {
  return /[\s"()]/.test(title) ? `"${title.replaceAll('"', '')}"` : title;
}
