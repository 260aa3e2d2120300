// A short text that may hold markup, as one plain line.

import { Parser } from 'htmlparser2';
import { oneLine } from './facts.ts';

const LONGEST = 4000;

/**
 * Gives a title, name or description without tags and entities, or undefined for nothing.
 *
 * @example "Rain &amp; <em>snow</em>" gives "Rain & snow".
 */
export function plainLine(markup: string): string | undefined {
  const short = markup.slice(0, LONGEST);
  if (!/[<&]/u.test(short)) return oneLine(short);
  let text = '';
  const parser = new Parser({ ontext: (data) => (text += data) });
  parser.end(short);
  return oneLine(text);
}
