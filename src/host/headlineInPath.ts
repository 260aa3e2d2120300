// A headline as the part of an address that people read.

import { cutAtWord } from '../core/text/cutAtWord.ts';

const LONGEST = 60;

/**
 * Gives a headline as one segment of a path: without what parts or ends one, cut behind a word, "Article" where
 * nothing is left.
 *
 * @example 'Rain: play/no play?' gives 'Rain play no play'
 */
export function headlineInPath(headline: string): string {
  const name = cutAtWord(headline.replace(/[\s/\\:?#]+/g, ' ').trim(), LONGEST)
    // Half of a character cannot be written in an address.
    .replace(/\p{Surrogate}/gu, '')
    .replace(/^\.+$/, '');
  return name === '' ? 'Article' : name;
}
