// From an article in the library to what the reader's page shows of it.

import { publishedIn } from '../../core/cite/publishedIn.ts';
import type { Article } from '../../core/model/item.ts';
import type { ReaderPage } from '../../core/model/readerMessages.ts';
import type { TextRange } from '../../core/model/search.ts';
import { longDate } from '../../core/text/longDate.ts';
import { readingMinutes } from '../../core/text/readingMinutes.ts';

/**
 * Gives the page of an article.
 *
 * @param locale BCP 47 tag of the language in which dates are written.
 * @param passage Offsets in the article's text of what is to be highlighted.
 */
export function toReaderPage(article: Article, locale: string, passage: TextRange | undefined): ReaderPage {
  const minutes = readingMinutes(article.text);
  return {
    itemId: article.id,
    headline: article.headline,
    byline: article.byline,
    source: publishedIn(article),
    date:
      article.published === undefined
        ? undefined
        : { text: longDate(article.published, locale, true), iso: article.published },
    readingTime: minutes > 0 ? `${minutes} min read` : undefined,
    note: originNote(article),
    url: article.url,
    language: article.language,
    html: article.html,
    text: article.text,
    position: article.position,
    passage,
  };
}

function originNote({ headlineFrom }: Article): string | undefined {
  switch (headlineFrom) {
    case 'document':
      return undefined;
    case 'lede':
      return 'The headline was taken from the first sentence.';
    case 'file name':
      return 'The headline was taken from the file’s name.';
  }
}
