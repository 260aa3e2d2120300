// Every call of the library once or more, so that all its statements are run.

import type { ItemId, SourceId } from '../../../src/core/model/ids.ts';
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
  await call('saveSearch', 'harbour');
  for (const { id } of await call('savedSearches')) await call('removeSavedSearch', id);
  await call('setStatus', [first], { read: true, starred: true });
  await call('setPosition', first, 10);
  await call('markCited', second, 'cited');
  await call('markCited', third, 'quoted');
  await call('unreadCount');
  for (let more = true; more;) more = await call('groupStories');
  await call('sameStory', first);
  const exported = await exportAll(call);
  await importAll(call, exported);
  await call('setRetention', news, { days: 365, newest: 3 });
  await call('countRemovable', news, { days: 1, newest: 2 });
  for (let more = true; more;) ({ more } = await call('applyRetention'));
  await takeIn(call, news, other);
  await call('markSourceRead', news);
  await call('removeSource', other);
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

async function turnPages(call: Call, source: SourceId): Promise<readonly ItemId[]> {
  const all = await call('headlines', { sourceId: undefined, after: undefined, limit: 2 });
  await call('headlines', { sourceId: undefined, after: all.end, limit: 2 });
  const first = await call('headlines', { sourceId: source, after: undefined, limit: 3 });
  await call('headlines', { sourceId: source, after: first.end, limit: 3 });
  return first.headlines.map(({ id }) => id);
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
