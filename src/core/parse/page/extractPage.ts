// A web page from its address: its article, and the feeds that it tells of.

import type { ParsedItem } from '../../model/document.ts';
import type { Problem } from '../../model/problem.ts';
import { canonicalUrl } from '../../text/canonicalUrl.ts';
import { articleItem, headlineItems } from '../articleItem.ts';
import { decodeText } from '../decodeText.ts';
import { LARGEST_DOCUMENT } from '../documentKinds.ts';
import { oneLine } from '../facts.ts';
import { takenAsText, withoutText } from '../htmlDocument.ts';
import { plainTextDocument } from '../plainTextDocument.ts';
import { findFeeds, type FeedLink } from './findFeeds.ts';
import { notPage } from './notPage.ts';
import { pageAddress } from './pageAddress.ts';
import { documentFacts } from './pageFacts.ts';
import { readPage } from './readPage.ts';

/** A page as it was fetched. */
export interface PageInput {
  readonly bytes: Uint8Array;
  /** The header of the response: "text/html; charset=utf-8". */
  readonly contentType: string | undefined;
  /** Where the page came from, after redirects. */
  readonly url: string;
}

/** Its `outlet` is the site's name, and its `url` the address that the page may call its own. */
export interface PageItem extends ParsedItem {
  /** Each author by name; `byline` has them in one line. */
  readonly authors: readonly string[];
  /** What the page says is its address, even one of another site, which is never to be trusted. */
  readonly canonicalUrl: string | undefined;
}

export interface ExtractedPage {
  /** Undefined where there is nothing to read; a headline where the page's text is not in its markup. */
  readonly item: PageItem | undefined;
  readonly feeds: readonly FeedLink[];
  readonly problems: readonly Problem[];
}

/** Gives the article of a web page with what the page says of it. It never throws. */
export function extractPage(input: PageInput): ExtractedPage {
  try {
    return extracted(input);
  } catch (error) {
    const reason = oneLine(error instanceof Error ? error.message : String(error)) ?? 'unknown error';
    return nothing([problem(input.url, 'unreadable', `could not be read (${reason}).`)]);
  }
}

function extracted({ bytes, contentType, url }: PageInput): ExtractedPage {
  if (bytes.length > LARGEST_DOCUMENT)
    return nothing([problem(url, 'too large', `is larger than ${LARGEST_DOCUMENT / 1_000_000} MB.`)]);
  const foreign = notPage(contentType, bytes);
  if (foreign !== undefined) return nothing([problem(url, 'unknown type', `is ${foreign}, not a web page.`)]);
  const charset = /charset\s*=\s*["']?([^\s"';]+)/iu.exec(contentType ?? '')?.[1];
  const { text, problems } = decodeText(bytes, 'markup', url, charset);
  if (text === undefined) return nothing(problems);
  if (isPlainText(contentType, text)) return plainPage(text, url, problems);
  const feeds = findFeeds(text, url);
  const { facts, body, isPlain } = readPage(text, url);
  const document = { path: canonicalUrl(pageAddress(url, facts.url)) ?? url, name: nameOf(url), text: '' };
  const found = documentFacts(facts, pageAddress(url, facts.url));
  const { headline, image, authors } = facts;
  const item =
    body.text !== ''
      ? articleItem(document, found, body)
      : headlineItems(document, found, headline === undefined ? [] : [headline])[0];
  return {
    item: item && { ...item, guid: document.path, image, authors, canonicalUrl: facts.url },
    feeds,
    problems: [
      ...problems,
      ...(isPlain && body.text !== '' ? [takenAsText(url)] : []),
      ...(body.text === '' ? [withoutText(url, item !== undefined)] : []),
    ],
  };
}

function isPlainText(contentType: string | undefined, text: string): boolean {
  return (
    /^\s*text\/(?:plain|markdown)\b/iu.test(contentType ?? '') &&
    !/<(?:!doctype|html|body|p)[\s>]/iu.test(text)
  );
}

function plainPage(text: string, url: string, problems: readonly Problem[]): ExtractedPage {
  const document = { path: canonicalUrl(url) ?? url, name: nameOf(url), text };
  const { items, problems: found } = plainTextDocument(document);
  const article = items.find(({ kind }) => kind === 'article') ?? items[0];
  const authors = article?.byline === undefined ? [] : [article.byline];
  const item = article && { ...article, guid: document.path, url, authors, canonicalUrl: undefined };
  return { item, feeds: [], problems: [...problems, ...found] };
}

/** The end of an address as the headline of last resort. */
function nameOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  return /([^/]+)\/*$/u.exec(pathname)?.[1] ?? hostname;
}

function nothing(problems: readonly Problem[]): ExtractedPage {
  return { item: undefined, feeds: [], problems };
}

function problem(url: string, kind: Problem['kind'], words: string): Problem {
  return { kind, outcome: 'skipped', where: url, sentence: `${url} ${words}` };
}
