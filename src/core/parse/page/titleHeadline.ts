// Tells a page's headline from the names of its site and section in the page's title.

import { headlineKey } from '../../text/headlineKey.ts';
import type { PageArticle } from './articleBody.ts';

const SEPARATOR = /\s+(?:[|–—·»«›‹:•⋆/~-]|::|>>|<<)\s+|\s*\|\s*|:\s+/gu;
/** What programs write between the site's name and the headline. */
const ARCHIVE = /^(?:blog )?archives?\s+[»›>|-]+\s+/iu;
const CUT = /\s*(?:…|\.\.\.)$/u;
const MOST_PARTS = 8;
/** Of separators at each end: the site's name is the first or the last. */
const MOST_AT_END = 4;
const LONGEST_TITLE = 1000;

type Headings = Pick<PageArticle, 'headings' | 'firstHeading' | 'siteHeadings'>;

/** The names that a page says its site and its section have. */
export interface SiteNames {
  readonly outlet: string | undefined;
  readonly section: string | undefined;
}

/**
 * Gives the headline of a page by its title: the heading of its article that is a part of the title, else the title
 * without the site's name. Without a title, the heading. A heading that the title does not have may be the site's.
 *
 * @param names The site's name where the page says it.
 * @example "Quay closed | The Post" gives "Quay closed" where that is a heading, or where the site is "The Post".
 */
export function titleHeadline(
  title: string | undefined,
  names: SiteNames,
  { headings, firstHeading, siteHeadings }: Headings,
): string | undefined {
  const shorter = withoutSite(title, names, headings);
  if (shorter === undefined) return headings[0] ?? firstHeading;
  const parts = partsOf(shorter).map(headlineKey);
  const repeated = headings.find((heading) => parts.includes(headlineKey(heading)));
  if (repeated !== undefined) return repeated;
  const withoutHeader = siteHeadings.reduce((rest, heading) => withoutLast(rest, heading), shorter);
  if (withoutHeader !== shorter) return withoutHeader;
  return firstHeading !== undefined && headlineKey(shorter).includes(headlineKey(firstHeading))
    ? firstHeading
    : shorter;
}

/**
 * Gives a title without the names of the site and, beside that, of the section, before or behind it; a title that
 * is a heading, as it is. A very long title is cut.
 */
export function withoutSite(
  title: string | undefined,
  { outlet, section }: SiteNames,
  headings: readonly string[],
): string | undefined {
  if (title === undefined || outlet === undefined) return title?.slice(0, LONGEST_TITLE);
  const whole = title.slice(0, LONGEST_TITLE);
  const key = headlineKey(whole);
  if (headings.some((heading) => headlineKey(heading) === key)) return whole;
  const bare = withoutName(whole, outlet);
  if (bare === whole || section === undefined) return bare.replace(ARCHIVE, '');
  return withoutName(bare, section).replace(ARCHIVE, '');
}

/** Gives a headline that was cut as a heading or title has it that begins with it. */
export function completeHeadline(
  headline: string | undefined,
  others: readonly (string | undefined)[],
): string | undefined {
  if (headline === undefined || !CUT.test(headline)) return headline;
  const beginning = headlineKey(headline.replace(CUT, ''));
  if (beginning === '') return headline;
  return others.find((other) => other !== undefined && !CUT.test(other) && isLonger(other)) ?? headline;

  function isLonger(other: string): boolean {
    const key = headlineKey(other);
    return key.length > beginning.length && key.startsWith(beginning);
  }
}

function withoutName(title: string, name: string): string {
  const key = headlineKey(name);
  const separators = [...title.matchAll(SEPARATOR)];
  const atEnds = new Set([...separators.slice(0, MOST_AT_END), ...separators.slice(-MOST_AT_END)]);
  for (const separator of atEnds) {
    const before = title.slice(0, separator.index);
    const after = title.slice(separator.index + separator[0].length);
    if (before !== '' && headlineKey(after) === key) return before;
    if (after !== '' && headlineKey(before) === key) return after;
  }
  return title;
}

function withoutLast(title: string, name: string): string {
  const last = [...title.matchAll(SEPARATOR)].at(-1);
  if (last === undefined) return title;
  const after = title.slice(last.index + last[0].length);
  return headlineKey(after) === headlineKey(name) ? title.slice(0, last.index) : title;
}

/** All that stands between two of a title's separators, the title itself among them. */
function partsOf(title: string): readonly string[] {
  const separators = [...title.matchAll(SEPARATOR)].slice(0, MOST_PARTS);
  const starts = [0, ...separators.map(({ index, 0: text }) => index + text.length)];
  const ends = [...separators.map(({ index }) => index), title.length];
  return starts.flatMap((start, first) => ends.slice(first).map((end) => title.slice(start, end)));
}
