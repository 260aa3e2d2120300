// Tells a page's headline from the names of its site and section in the page's title.

import { headlineKey } from '../../text/headlineKey.ts';
import type { PageArticle } from './articleBody.ts';

const SEPARATOR = /\s+[|–—·»:-]\s+/gu;
const MOST_PARTS = 8;

/**
 * Gives the headline of a page by its title: the heading of its article that is a part of the title, else the title
 * without the site's name. Without a title, the heading. A heading that the title does not have may be the site's.
 *
 * @param site The site's name where the page says it.
 * @example "Quay closed | The Post" gives "Quay closed" where that is a heading, or where the site is "The Post".
 */
export function titleHeadline(
  title: string | undefined,
  site: string | undefined,
  { headings, firstHeading, siteHeadings }: Pick<PageArticle, 'headings' | 'firstHeading' | 'siteHeadings'>,
): string | undefined {
  const shorter = withoutSite(title, site);
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

/** Gives a title without the site's name before or behind it. */
export function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (title === undefined || site === undefined) return title;
  const isSite = (part: string): boolean => headlineKey(part) === headlineKey(site);
  for (const separator of title.matchAll(SEPARATOR)) {
    const before = title.slice(0, separator.index);
    const after = title.slice(separator.index + separator[0].length);
    if (isSite(after)) return before;
    if (isSite(before)) return after;
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
