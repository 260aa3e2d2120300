// Says whose words they are: byline, headline, outlet, date and link.

import type { Publication } from '../model/item.ts';
import { longDate } from '../text/longDate.ts';
import type { NoteLanguage } from './noteLanguage.ts';
import { publishedIn, type Appearance } from './publishedIn.ts';
import { markupOf } from './write/markupOf.ts';

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
  return (language === 'plain' ? plainParts(cited, locale) : markedUpParts(cited, language, locale))
    .filter((part) => part !== undefined)
    .join(', ');
}

function markedUpParts(
  cited: Cited,
  language: NoteLanguage,
  locale: string,
): readonly (string | undefined)[] {
  const markup = markupOf(language);
  const headline = markup.text(cited.headline);
  const outlet = publishedIn(cited);
  return [
    cited.byline && markup.text(cited.byline),
    `“${cited.url === undefined ? headline : markup.link(headline, cited.url)}”`,
    outlet && markup.emphasis(markup.text(outlet)),
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
