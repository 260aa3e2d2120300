// An article as a Markdown document, with the way from its text to the document.

import { escapeMarkdown } from '../cite/escapeMarkdown.ts';
import { publishedIn } from '../cite/publishedIn.ts';
import type { Article } from '../model/item.ts';
import type { TextRange } from '../model/search.ts';
import { longDate } from '../text/longDate.ts';
import { samePassage } from '../text/samePassage.ts';
import { cleanMarkup } from './cleanMarkup.ts';
import { markdownBlocks } from './markdownBlocks.ts';
import { linkAddress } from './markdownInline.ts';

export interface ArticleMarkdown {
  readonly markdown: string;
  /** Gives where a passage of the article's text stands in the document; the headline for one that is not there. */
  rangeOf(passage: TextRange): TextRange;
}

const ONLY_HEADLINE = 'Only the headline is known so far.';

/**
 * Gives the headline as the title, then who published it, when and where, then the body. Pictures are links with what
 * they show, so that a preview of the document loads nothing. What Markdown would take for markup is escaped.
 *
 * @param locale BCP 47 tag of the language in which dates are written.
 * @example An article of one paragraph gives "# Rain\n\nAda Byron\\\nThe Gazette, 8 October 2025\n\n---\n\nIt rained.\n".
 */
export function articleMarkdown(article: Article, locale: string): ArticleMarkdown {
  const title = `# ${headingWords(article.headline)}`;
  const head = [title, facts(article, locale), '---'].filter((block) => block !== '').join('\n\n');
  const body = markdownBlocks(cleanMarkup(article.html));
  const before = `${head}\n\n`;
  const text = article.html === '' ? ONLY_HEADLINE : body.markdown;
  return {
    markdown: `${before}${text}\n`,
    rangeOf(passage) {
      // The text was made of the same HTML; where it was not, its words are looked for.
      const found = article.html === '' ? undefined : samePassage(passage, article.text, body.text);
      if (found === undefined) return [0, title.length];
      const [start, end] = body.rangeOf(found);
      return [before.length + start, before.length + end];
    },
  };
}

function headingWords(headline: string): string {
  const words = escapeMarkdown(headline.replace(/\s+/g, ' ').trim());
  // The number signs at the end of a heading are no part of it (CommonMark 0.31, § 4.2).
  return words.replace(/(?<!\\)(#+)$/, '\\$1');
}

function facts(article: Article, locale: string): string {
  const { byline, published, updated, url } = article;
  const date = published && longDate(published, locale, true);
  const place = [publishedIn(article), date].filter((part) => part !== undefined).join(', ');
  const changed = updated && `Updated ${longDate(updated, locale, true)}`;
  const lines = [byline, place, changed]
    .map((line) => escapeMarkdown((line ?? '').replace(/\s+/g, ' ').trim()))
    .filter((line) => line !== '');
  // Only these characters end an address between angle brackets (CommonMark 0.31, § 6.5).
  const link = url === undefined ? [] : [`<${linkAddress(url).replace(/^<|>$/g, '')}>`];
  return [...lines, ...link].join('\\\n');
}
