// Web pages: those that are kept for themselves, and those that complete a feed's article.

import type { ParsedItem } from '../../core/model/document.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { NewSource } from '../../core/model/source.ts';
import type { Inspection, WebAnswer } from '../../core/model/subscription.ts';
import { readFeed } from '../../core/parse/feed/readFeed.ts';
import { extractPage } from '../../core/parse/page/extractPage.ts';
import { wellKnownFeeds } from '../../core/parse/page/wellKnownFeeds.ts';
import type { PageReport } from '../library.ts';
import type { TellFailure } from './alone.ts';
import type { Database } from './database.ts';
import { findExtractAt, keysOf } from './duplicates.ts';
import { findById, followPage, updateItem } from './items.ts';
import { readArticle } from './headlines.ts';
import { addSource } from './sources.ts';
import { named, takeItems } from './takeItems.ts';
import { forgetRemoval } from './tombstones.ts';

const SAVED_PAGES: NewSource = { kind: 'pages', uri: 'broadsheet:pages', title: 'Saved Pages' };

/** Says what is at an address: a feed, a page with or without feeds, or neither. */
export function inspect(answer: WebAnswer): Inspection {
  const feed = readFeed(answer);
  if (feed.format !== undefined) {
    const { title, homeUrl, entries } = feed;
    return { kind: 'feed', title, homeUrl, entries: entries.length };
  }
  const { item, feeds, problems } = extractPage(answer);
  if (item === undefined && feeds.length === 0) {
    const [problem] = [...problems, ...feed.problems];
    return { kind: 'neither', sentence: problem?.sentence ?? 'There is nothing to read at this address.' };
  }
  return {
    kind: 'page',
    title: item?.headline,
    feeds: feeds.map(({ url, title }) => ({ url, title })),
    guesses: wellKnownFeeds(answer.url),
    isArticle: item?.kind === 'article',
  };
}

/**
 * Keeps the article of a page; where a feed has given an extract of it, that item is completed. Runs inside the
 * caller's transaction, as does the next function.
 *
 * @param tell Told of a rule that cannot be followed.
 */
export function savePage(database: Database, answer: WebAnswer, now: number, tell: TellFailure): PageReport {
  const { item, problems } = extractPage(answer);
  if (item?.kind !== 'article') return { itemId: undefined, problems };
  const source = addSource(database, SAVED_PAGES, now).id;
  const addresses = [item.url, answer.url, answer.askedFor].filter((url) => url !== undefined);
  const extract = addresses.map((url) => findExtractAt(database, url)).find((id) => id !== undefined);
  if (extract !== undefined) takeFullText(database, extract, answer, now);
  forgetRemoval(database, source, item.guid);
  takeItems(database, source, [item], { fallbackTime: now, now }, tell);
  return { itemId: named(database, source, [item.guid])[0], problems };
}

/**
 * Gives an item the body that stands on its page, with what the page says of it where the feed says nothing. A page
 * that has less than the feed changes nothing.
 */
export function takeFullText(database: Database, id: ItemId, answer: WebAnswer, now: number): PageReport {
  const known = findById(database, id);
  const article = readArticle(database, id);
  const { item: page, problems } = extractPage(answer);
  if (known === undefined || article === undefined || page?.kind !== 'article')
    return { itemId: undefined, problems };
  if (page.text.length < article.text.length && !known.hasFullText)
    return { itemId: undefined, problems: [...problems, noMore(answer.url)] };
  const item: ParsedItem = {
    ...page,
    headline: article.headlineFrom === 'document' ? article.headline : page.headline,
    headlineFrom: article.headlineFrom === 'document' ? 'document' : page.headlineFrom,
    byline: article.byline ?? page.byline,
    outlet: page.outlet ?? article.outlet,
    url: page.url ?? article.url,
    published: article.published ?? page.published,
    updated: page.updated ?? article.updated,
    language: page.language ?? article.language,
    section: article.section ?? page.section,
    licence: article.licence ?? page.licence,
    image: page.image ?? article.image,
    enclosures: article.enclosures,
    tags: [...known.tags, ...page.tags],
    isExtract: false,
  };
  updateItem(database, known, item, { sortAt: undefined, now, keys: keysOf(item) });
  followPage(database, known);
  return { itemId: id, problems };
}

function noMore(where: string): Problem {
  const sentence = `${where} has no more of the article than the feed gives.`;
  return { kind: 'empty', outcome: 'skipped', where, sentence };
}
