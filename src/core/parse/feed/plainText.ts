// The texts of a feed's names and titles, as the plain text that they are shown as.

import type { FeedText } from '../../model/feed.ts';
import { oneLine } from '../facts.ts';
import { markupText } from '../markupText.ts';
import { decodedReferences } from './references.ts';

const LONGEST = 2000;
/** Markup that people put into titles; other tags without attributes are more likely what the title is about. */
const TAG =
  /<\/?(?:a|abbr|b|bdi|big|br|cite|code|em|font|h[1-6]|i|img|kbd|mark|p|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)(?:\s[^<>]*)?\/?>|<[a-z][\w:-]*(?:\/|\s)[^<>]*=[^<>]*>|<!--[^]*?-->/giu;
const WITHOUT_TEXT = /<(script|style|iframe|svg|math|object|template)\b[^<>]*>[^]*?<\/\1\s*>/giu;

/**
 * Gives a title in one line, or undefined for nothing. HTML gives what it shows; text is taken by the letter; where
 * the feed does not say which it is, tags that format are taken away and references decoded.
 *
 * @example 'The &lt;b&gt; tag <b>and</b> 1 < 2' of unsaid kind gives "The <b> tag and 1 < 2".
 */
export function plainText(text: FeedText | undefined): string | undefined {
  const value = text?.value.slice(0, LONGEST);
  if (text === undefined || value === undefined) return undefined;
  if (text.kind === 'text' || text.kind === 'markdown') return oneLine(value);
  return text.kind === 'html' ? oneLine(markupText(value)) : plainName(value);
}

/** Gives the plain text of a name or title of which nobody says whether it is HTML. */
export function plainName(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const bare = written
    .slice(0, LONGEST)
    .replace(WITHOUT_TEXT, '')
    .replace(TAG, (tag) => (/^<(?:br|p)\b/iu.test(tag) ? ' ' : ''));
  return oneLine(decodedReferences(bare));
}
