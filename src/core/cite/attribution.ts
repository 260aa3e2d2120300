// Says whose words they are: byline, headline, outlet, date and link.

import type { Publication } from '../model/item.ts';
import { longDate } from '../text/longDate.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { NoteLanguage } from './noteLanguage.ts';
import { publishedIn, type Appearance } from './publishedIn.ts';

/** What is cited; the source stands in where the outlet is not known. */
export interface Cited extends Publication, Appearance {
  readonly outlet: string | undefined;
}

/**
 * Gives the attribution of a text, without what is not known.
 *
 * @param locale BCP 47 tag by which the date is written.
 * @example In Markdown: Ada Byron, “[Rain Stops Play](https://example.org/rain)”, *The Example*, 8 October 2025
 */
export function attribution(cited: Cited, language: NoteLanguage, locale: string): string {
  return (language === 'markdown' ? markdownParts : plainParts)(cited, locale)
    .filter((part) => part !== undefined)
    .join(', ');
}

function markdownParts(cited: Cited, locale: string): readonly (string | undefined)[] {
  const headline = escapeInline(cited.headline);
  const outlet = publishedIn(cited);
  return [
    cited.byline && escapeInline(cited.byline),
    `“${cited.url === undefined ? headline : `[${escapeBrackets(headline)}](${linkTarget(cited.url)})`}”`,
    outlet && `*${escapeInline(outlet)}*`,
    dateOf(cited, locale),
  ];
}

function plainParts(cited: Cited, locale: string): readonly (string | undefined)[] {
  return [
    cited.byline,
    `“${cited.headline}”`,
    publishedIn(cited),
    dateOf(cited, locale),
    cited.url && `<${cited.url}>`,
  ];
}

function dateOf({ published }: Cited, locale: string): string | undefined {
  return published === undefined ? undefined : longDate(published, locale);
}

/** Inside a line nothing can begin a block, so that a leading number or dash stays as it is. */
function escapeInline(text: string): string {
  return escapeMarkdown(`x ${text.replace(/\s+/g, ' ').trim()}`).slice(2);
}

/** Behind an even number of backslashes, which are themselves escaped, a bracket still is one. */
function escapeBrackets(escaped: string): string {
  return escaped.replace(/(?<!\\)((?:\\\\)*)([[\]])/g, '$1\\$2');
}

/** A link's address as CommonMark § 6.3 takes it without angle brackets. */
function linkTarget(url: string): string {
  return url.replace(/[\s<>()\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
