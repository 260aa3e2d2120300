// The address under which a text is cited.

import { canonicalUrl } from '../../text/canonicalUrl.ts';

/**
 * Gives an address without the parameters that only say where a reader came from, and without a fragment, unless it
 * names a page (`#/…`, `#!…`). Else it stays as the publisher wrote it, so that it leads to the text.
 *
 * @example plainAddress("https://www.example.org/rain?id=2&utm_source=x#top") gives "https://www.example.org/rain?id=2".
 */
export function plainAddress(address: string): string {
  const [, base = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/su.exec(address) ?? [];
  const kept = query?.split('&').filter((pair) => !isTracking(pair)) ?? [];
  return `${base}${kept.length === 0 ? '' : `?${kept.join('&')}`}${/^#[/!]/u.test(fragment) ? fragment : ''}`;
}

/** The key of an address leaves out such parameters and nothing else. */
function isTracking(pair: string): boolean {
  return pair === '' || canonicalUrl(`https://example.org/?${pair}`)?.includes('?') !== true;
}
