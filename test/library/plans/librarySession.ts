// Every call of the library once or more, so that all its statements are run.

import type { ItemId, SourceId, StoryId } from '../../../src/core/model/ids.ts';
import type { FetchOutcome } from '../../../src/core/schedule/fetchOutcome.ts';
import type { ExportPlace } from '../../../src/core/model/transfer.ts';
import type { LibraryCalls } from '../../../src/library/createLibrary.ts';
import type { IncomingDocument } from '../../../src/library/library.ts';
import { textFile } from '../inMemory.ts';

const DAY = 24 * 3600_000;
const NOW = Date.UTC(2026, 0, 15);

/** Asks for every filter, every way to combine words, a question, and a word that is misspelt. */
const QUERIES = [
  'harbour',
  'harbour ferries',
  '"harbour master"',
  'harbour -strike',
  'harbour OR strike',
  '(harbour OR museum) repairs',
  'title:harbour',
  'by:byron',
  'source:news',
  'tag:sea',
  'lang:en',
  'before:2026-02-01 harbour',
  'after:7d harbour',
  'is:unread',
  'is:starred',
  'is:later',
  'is:muted',
  'is:cited',
  'is:quoted',
  'is:headline',
  'source:news is:unread after:2w',
  'What did the harbour master say about the new breakwater and the timetable of the ferries?',
  'harbuor',
  'хaрбор',
  '北京',
];

/** Runs the session; `during` hears the name of each call before it is made. */
export async function runSession(library: LibraryCalls, during: (call: string) => void): Promise<void> {
  const call: Call = (name, ...parameters) => {
    during(name);
    const method = library[name] as (...given: typeof parameters) => Answer<typeof name>;
    return Promise.resolve(method(...parameters));
  };
  const news = (await call('addSource', { kind: 'folder', uri: 'file:///news', title: 'News' })).id;
  const other = (await call('addSource', { kind: 'folder', uri: 'file:///other', title: 'Other' })).id;
  await takeIn(call, news, other);
  await call('sources');
  await call('knownFiles', news);
  const ids = await turnPages(call, news);
  for (const query of QUERIES) {
    for (const typing of [true, false]) {
      await call('search', { query, limit: 50, typing, passageLength: 76 });
    }
  }
  const [first, second, third] = ids;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('Items are missing.');
  await call('read', first);
  await call('similar', first, 10);
  for (const query of ['harbour', '"harbour"', '"harbour" source:news tag:sea'])
    await call('saveSearch', query);
  for (const { id } of await call('savedSearches')) await call('removeSavedSearch', id);
  await call('setStatus', [first], { read: true, starred: true, later: true });
  await call('setPosition', first, 10);
  await call('markCited', second, 'cited');
  await call('markCited', third, 'quoted');
  const key = await call('mintKey', first);
  await call('proposedKeys', [first, second]);
  await call('citationKeys', first);
  await call('renameKey', key, `${key}anew`);
  await call('articlesByKey', [key, 'nobody2026']);
  await call('keyedItems', 10);
  await call('checkQuotations', [{ key, words: 'The harbour of Port Ellery', locator: undefined }]);
  const clipping = await call('addClipping', { itemId: first, passage: [0, 12], comment: '', tags: [] });
  await call('changeClipping', clipping.id, { comment: 'Yes', tags: ['sea'] });
  await call('clippings', first, 10);
  await call('clippings', undefined, 10);
  await call('removeClipping', clipping.id);
  await call('addClipping', { itemId: first, passage: [0, 12], comment: '', tags: [] });
  await call('unreadCount');
  await readLists(call, news);
  await follow(call);
  for (let more = true; more;) more = await call('groupStories');
  await call('sameStory', first);
  await call('saveSearch', 'harbour');
  for (const query of ['harbour is:article', '"harbour"', '"harbour" is:article'])
    await call('saveSearch', query);
  await call('brief', 1);
  await call('countNew', undefined, 100);
  await call('markBriefSeen', NOW);
  await call('brief', undefined);
  await call('itemAt', 'https://example.org/strike');
  await call('stories', [first as number as StoryId]);
  const exported = await exportAll(call);
  await importAll(call, exported);
  await call('setRetention', news, { days: 365, newest: 3 });
  await call('countRemovable', news, { days: 1, newest: 2 });
  for (let more = true; more;) ({ more } = await call('applyRetention'));
  await takeIn(call, news, other);
  for (const list of ['unread', 'today', 'starred', 'later', 'cited'] as const)
    await call('markListRead', { sourceId: undefined, list, today: { began: 0, date: 0 } }, []);
  await call('markListRead', { sourceId: undefined }, []);
  await call('markListRead', { sourceId: news }, []);
  await call('removeSource', other);
  await call('removeSource', news);
  await call('setStatus', [first], { starred: false, later: false });
  await call('applyRetention');
  await call('addSource', { kind: 'folder', uri: 'file:///news', title: 'News' });
  await call('removeSource', news);
  await importAll(call, exported);
  await call('close');
}

type Call = <Name extends keyof LibraryCalls>(
  name: Name,
  ...parameters: Parameters<LibraryCalls[Name]>
) => Promise<Answer<Name>>;

type Answer<Name extends keyof LibraryCalls> = Awaited<ReturnType<LibraryCalls[Name]>>;

/** New items, the same ones again, an edited one, and the article of a headline that was listed elsewhere. */
async function takeIn(call: Call, news: SourceId, other: SourceId): Promise<void> {
  const page = textFile('page.txt', `${STORY}\n\n\n${HEADLINES.join('\n')}\n`, NOW - DAY);
  await call('ingest', news, [page]);
  await call('ingest', news, [page]);
  await call('ingest', news, [
    textFile('page.txt', `${STORY} It rained.\n\n\n${HEADLINES.join('\n')}\n`, NOW),
  ]);
  const article = (path: string, url: string): IncomingDocument =>
    textFile(path, `${FACTS}url: ${url}\n---\n${STORY}\n\n${STORY}\n`, NOW);
  await call('ingest', other, [article('strike.md', 'https://example.org/strike?utm_source=feed')]);
  await call('ingest', news, [article('copy.md', 'https://example.org/strike'), article('near.md', '')]);
}

/** Every list, whole and with what is unread, alone or first, while something that was read is kept in it. */
async function readLists(call: Call, source: SourceId): Promise<void> {
  const today = { began: NOW - DAY, date: NOW - DAY };
  await call('listCounts', today);
  const lists = [undefined, 'unread', 'today', 'starred', 'later', 'cited'] as const;
  for (const list of lists) {
    for (const order of ['newest', 'oldest', 'unread'] as const) {
      for (const keeping of [[], [1 as ItemId]]) {
        const of = { sourceId: source, order, keeping, today, ...(list === undefined ? {} : { list }) };
        for (const unreadOnly of [true, false])
          await call('headlines', { ...of, unreadOnly, after: undefined, limit: 1 });
        await call('headlines', { ...of, after: { sortAt: NOW, id: 9 as ItemId, read: true }, limit: 1 });
      }
    }
  }
}

async function turnPages(call: Call, source: SourceId): Promise<readonly ItemId[]> {
  const all = await call('headlines', { sourceId: undefined, after: undefined, limit: 2 });
  await call('headlines', { sourceId: undefined, after: all.end, limit: 2 });
  const first = await call('headlines', { sourceId: source, after: undefined, limit: 3 });
  await call('headlines', { sourceId: source, after: first.end, limit: 3 });
  return first.headlines.map(({ id }) => id);
}

/** A feed with an article and an extract, the page of that, its revisions, and rules for what comes next. */
async function follow(call: Call): Promise<void> {
  const url = 'https://news.example/feed';
  const [feed] = await call('subscribe', [{ url, title: 'Wire', homeUrl: undefined, folder: ['World'] }]);
  if (feed === undefined) throw new Error('The feed was not followed.');
  const id = feed.sourceId;
  const tag = await call('addRule', { query: 'harbour', action: { kind: 'tag', tag: 'ships' } });
  await call('addRule', { query: 'title:harbour', action: { kind: 'star' } });
  await call('addRule', { query: 'harbour', action: { kind: 'read' } });
  await call('addRule', { query: 'title:council', action: { kind: 'mute' } });
  const report = await call('takeFeed', id, answerOf(url, feedOf(STORY.slice(0, 200))), 0.5);
  await call('takeFeed', id, answerOf(url, feedOf(`${STORY.slice(0, 210)}…`)), 0.5);
  const [extract] = report.extracts;
  if (extract === undefined) throw new Error('The feed gave no extract.');
  const page = { url: 'https://news.example/1', bytes: bytesOf(PAGE), contentType: 'text/html' };
  await call('takeFullText', extract, page);
  await call('takeFeed', id, answerOf(url, feedOf(`Edited. ${STORY.slice(0, 180)}…`)), 0.5);
  for (const { ordinal } of await call('revisions', extract)) await call('readRevision', extract, ordinal);
  await call('inspect', page);
  await call('savePage', { ...page, url: 'https://news.example/2' });
  await call('changeSubscriptions', [{ sourceId: id, title: 'The Wire', folder: [], fullText: true }]);
  await call('toldOfFailures', [id]);
  await call('claimRefresh', 'a window', 1000);
  await call('subscriptions');
  await call('readOpml', bytesOf('<opml version="2.0"><body/></opml>'), 'feeds.opml');
  await call('applyRule', tag.id);
  await call('countMuted');
  await call('unmute', tag.id);
  await call('unmute', undefined);
  for (const rule of await call('rules')) await call('removeRule', rule.id);
}

function feedOf(beginning: string): string {
  const entry = (guid: string, title: string): string =>
    `<item><guid>${guid}</guid><title>${title}</title><link>https://news.example/${guid}</link>
     <description>${beginning}</description></item>`;
  return `<rss version="2.0"><channel><title>Wire</title>
    ${entry('1', 'Harbour Reopens After Repairs')}${entry('2', 'Council Delays Its Vote Again')}</channel></rss>`;
}

function answerOf(url: string, body: string): FetchOutcome {
  const nothing = { movedTo: undefined, validators: undefined, cacheFor: undefined };
  return {
    kind: 'fresh',
    status: 200,
    bytes: bytesOf(body),
    contentType: 'text/xml',
    finalUrl: url,
    ...nothing,
  };
}

function bytesOf(content: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(content);
}

/** Gives the lines of an export of everything. */
async function exportAll(call: Call): Promise<readonly string[]> {
  const lines: string[] = [];
  let place: ExportPlace | undefined;
  do {
    const page = await call('exportPage', place);
    lines.push(...page.lines);
    place = page.end;
  } while (place !== undefined);
  return lines;
}

async function importAll(call: Call, [header = '', ...lines]: readonly string[]): Promise<void> {
  await call('importPage', { name: 'library.jsonl', header, lines, firstLine: 2 });
}

const STORY = `The harbour of Port Ellery reopened on Tuesday after eleven days of repairs, and the first ferries left before dawn with more passengers than seats.
The harbour master said that the new breakwater would stand a storm of the kind that comes once in fifty years, and asked for patience with the timetable.`;

const PAGE = `<html><head><title>Harbour Reopens</title></head><body><article><h1>Harbour Reopens</h1>
  ${`<p>${STORY}</p>`.repeat(3)}</article></body></html>`;

const HEADLINES = [
  'Council Delays Vote on Harbour Fees Until Spring',
  'Fishermen Call Off Strike After Talks With Ministry',
  'Museum Finds Lost Letters of Captain Ellery in a Wall',
  'Bakers Ask for Cheaper Flour Before the Feast',
];

const FACTS = `---
title: Fishermen Call Off Strike After Talks With Ministry
author: Ada Byron
date: 2026-01-12
lang: en
tags: [sea, work]
source: The Ellery Gazette
`;
