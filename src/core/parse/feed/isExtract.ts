// Tells the beginning or a summary of an article from the article.

import type { FeedEntry } from '../../model/feed.ts';
import { headlineKey } from '../../text/headlineKey.ts';

/** An article is seldom shorter, a summary seldom longer; in characters of text. */
const SHORT = 600;
/** A text that is repeated as its own summary is a summary only below this. */
const SHORT_WHEN_REPEATED = 1500;
const END = 120;
const ENDS_OPEN = /(?:…|\.{3}|\[\s*(?:…|\.{3}|&hellip;)\s*\]|\(\s*(?:…|\.{3})\s*\))[\s"'”’»]*$/u;
/** What stands on the link to the whole article, in the languages of many feeds. */
const MORE =
  /(?:read|see|view|learn|find out|continue)\s+(?:more|on|reading|the (?:full|rest|whole)|full (?:story|article|post))[^.!?\n]{0,60}[.…»→>]*$|keep reading|(?:weiter\s?lesen|mehr lesen|lire (?:la suite|plus)|en savoir plus|leer m[aá]s|seguir leyendo|leggi (?:tutto|ancora)|continua a leggere|leia mais|ler mais|lees (?:meer|verder)|läs (?:mer|vidare)|les mer|læs mere|lue lisää|czytaj (?:więcej|dalej)|číst dál|читать (?:далее|дальше|полностью)|devamını oku|続きを読む|阅读全文|閱讀全文|더 ?보기)[^\n]{0,20}$/iu;

/**
 * Whether the feed gives less of an entry than its page has: no text, an end that is left open, a link to the rest,
 * or a short summary in the place of the content.
 *
 * @param text The plain text of the entry's body.
 */
export function isExtract(entry: FeedEntry, text: string, summaryText: string | undefined): boolean {
  const { content, title, url, enclosures } = entry;
  if (url === undefined) return false;
  const trimmed = text.trim();
  if (trimmed === '') return true;
  const end = trimmed.slice(-END);
  if (ENDS_OPEN.test(end) || MORE.test(end)) return true;
  const isRecording = enclosures.some(({ type }) => /^(?:audio|video)/u.test(type ?? ''));
  // A note has no title, and is whole however short it is.
  if (isRecording || title === undefined) return false;
  if (content === undefined) return trimmed.length < SHORT;
  const isRepeated = summaryText !== undefined && headlineKey(summaryText) === headlineKey(trimmed);
  return isRepeated && trimmed.length < SHORT_WHEN_REPEATED;
}
