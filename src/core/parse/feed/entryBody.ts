// The body of an entry: safe HTML and its text, whatever the feed wrote.

import { Parser } from 'marked';
import type { FeedText } from '../../model/feed.ts';
import { boundMarkup } from '../boundMarkup.ts';
import { LARGEST_DOCUMENT } from '../documentKinds.ts';
import { escapeText } from '../escapeText.ts';
import { httpAddress } from '../facts.ts';
import { lexMarkdown } from '../lexMarkdown.ts';
import { hasTooManyElements, markupText } from '../markupText.ts';
import { plainParagraphs } from '../plainParagraphs.ts';
import { cleanHtml, type CleanHtml } from '../sanitize.ts';
import { textBlocks } from '../textBlocks.ts';
import { decodedReferences } from './references.ts';

const DEEPEST = 100;
const TAG =
  /<\/?(?:a|abbr|article|b|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|li|object|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|tr|tt|u|ul|video)(?:\s[^<>]*)?\/?>|<!--/iu;
const BLOCK =
  /<(?:article|blockquote|br|center|dd|div|dl|figure|h[1-6]|hr|li|ol|p|pre|section|table|ul)[\s/>]/iu;
const BASE = /<base\s[^>]*?href\s*=\s*["']?([^"'\s>]+)/iu;
/** Markup from its first to its last sign; text that only speaks of markup has words around it. */
const ESCAPED_TWICE =
  /^\s*<(?:p|div|article|section|figure|ul|ol|table)(?:\s[^<>]*)?>[^]*<\/(?:p|div|article|section|figure|ul|ol|table)>\s*$/iu;
/** Buttons that a service for feeds wrote below each entry. */
const FLARE = /<div class=["']feedflare["']>(?:(?!<\/?div)[^])*<\/div>/giu;
/** What only Markdown has: links, headings, emphasis, fences. */
const MARKDOWN = /\[[^\]\n]+\]\((?:https?:|\/)[^)\s]*\)|^#{1,6}\s\S|^```|\*\*[^*\n]+\*\*|^>\s/mu;

/**
 * Gives the body that a text makes: HTML is cleaned, Markdown rendered, and plain text becomes paragraphs.
 *
 * @param baseUrl For relative addresses, where the text names no base of its own.
 */
export function entryBody(text: FeedText, baseUrl: string | undefined): CleanHtml {
  const base = text.baseUrl ?? baseUrl;
  const { value } = text;
  if (text.kind === 'html') return htmlBody(value, base);
  if (text.kind === 'text') return textBody(value);
  if (text.kind === 'markdown') return markdownBody(value, base);
  if (!TAG.test(value)) {
    const decoded = decodedReferences(value);
    return ESCAPED_TWICE.test(decoded) ? htmlBody(decoded, base) : textBody(decoded);
  }
  return htmlBody(BLOCK.test(value) ? value : value.replace(/\n[ \t]*\n\s*/gu, '<br><br>'), base);
}

/** Gives the text that markup shows, in paragraphs; much faster than cleaning it. */
export function unformatted(html: string): CleanHtml {
  return plainParagraphs(markupText(boundMarkup(html, DEEPEST, LARGEST_DOCUMENT)));
}

function htmlBody(html: string, baseUrl: string | undefined): CleanHtml {
  if (hasTooManyElements(html)) return unformatted(html);
  const bare = html.replace(FLARE, '');
  return cleanHtml(bare, httpAddress(BASE.exec(html.slice(0, 4096))?.[1], baseUrl) ?? baseUrl);
}

/** Lines that were wrapped at a column are joined; others stay lines. */
function textBody(text: string): CleanHtml {
  const paragraphs = textBlocks(text.replace(/\r\n?/gu, '\n')).map(
    ({ lines }) => `<p>${lines.map(escapeText).join('<br>')}</p>`,
  );
  return htmlBody(paragraphs.join(''), undefined);
}

/** A field for plain text may hold Markdown; text without its marks is plain text. */
function markdownBody(markdown: string, baseUrl: string | undefined): CleanHtml {
  if (!MARKDOWN.test(markdown)) return textBody(markdown);
  try {
    return htmlBody(Parser.parse(lexMarkdown(markdown), { gfm: true, breaks: true }), baseUrl);
  } catch {
    return textBody(markdown);
  }
}
