// From an article in the library to what the reader's page shows of it.

import { publishedIn } from '../../core/cite/publishedIn.ts';
import type { Article } from '../../core/model/item.ts';
import type { DateInWords, FullTextState, ReaderPage } from '../../core/model/readerMessages.ts';
import type { Revision } from '../../core/model/revision.ts';
import type { TextRange } from '../../core/model/search.ts';
import { longDate } from '../../core/text/longDate.ts';
import { readingMinutes } from '../../core/text/readingMinutes.ts';
import { samePlace } from '../../core/text/samePassage.ts';
import { localize } from '../localize.ts';
import { filesInWords } from './filesInWords.ts';
import type { ReadArticle } from './readArticle.ts';
import { versionTime } from './versionTime.ts';

/** What the page shows beside the article. */
export interface AroundArticle {
  readonly fullText: FullTextState;
  /** Offsets in the article's text of what is to be highlighted. */
  readonly passage: TextRange | undefined;
  /** The version to show where it is not the current one. */
  readonly version?: Revision | undefined;
  /** Whether to tell when it has been read to its end. */
  readonly tellsEnd?: boolean;
}

/**
 * Gives the page of an article.
 *
 * @param locale BCP 47 tag of the language in which dates are written.
 */
export function toReaderPage(
  { article, versions }: ReadArticle,
  locale: string,
  { fullText, passage, version, tellsEnd = false }: AroundArticle,
): ReaderPage {
  const { headline, html, text } = version ?? article;
  const minutes = readingMinutes(text);
  return {
    itemId: article.id,
    headline,
    byline: article.byline,
    source: publishedIn(article),
    date: inWords(article.published, locale),
    updated: inWords(article.updated, locale),
    versions,
    version: version && versionNote(version, locale),
    readingTime: minutes > 0 ? localize('{0} min read', minutes) : undefined,
    note: originNote(article),
    fullText: version === undefined ? fullText : { kind: 'none' },
    url: article.url,
    files: filesInWords(article.enclosures, locale),
    language: article.language,
    html,
    text,
    position: version === undefined ? article.position : samePlace(article.position, article.text, text),
    passage,
    tellsEnd,
  };
}

function inWords(iso: string | undefined, locale: string): DateInWords | undefined {
  return iso === undefined ? undefined : { text: longDate(iso, locale, true), iso };
}

function versionNote({ seenAt }: Revision, locale: string): string {
  return localize(
    'This is the article as it was on {0}. It has been changed since.',
    versionTime(seenAt, locale),
  );
}

function originNote({ headlineFrom }: Article): string | undefined {
  switch (headlineFrom) {
    case 'document':
      return undefined;
    case 'lede':
      return localize('The headline was taken from the first sentence.');
    case 'file name':
      return localize('The headline was taken from the file’s name.');
  }
}
