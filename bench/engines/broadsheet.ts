// Broadsheet's own library, in this thread.

import type { ParsedItem } from '../../src/core/model/document.ts';
import type { SourceId } from '../../src/core/model/ids.ts';
import type { SearchRequest } from '../../src/core/model/search.ts';
import { inTransaction } from '../../src/library/store/database.ts';
import { ingestItem } from '../../src/library/store/ingest.ts';
import type { BenchItem } from '../corpus/benchItem.ts';
import type { BenchQuery } from '../corpus/queries.ts';
import { openLibrary } from '../openLibrary.ts';
import { SHOWN, timeBatches, type Engine } from './engine.ts';

/** Characters that fit a row of the quick pick. */
const PASSAGE = 76;

const OTHERS = 20;

/** The titles of the sources that the measure of a first page compares. */
export const LARGE_SOURCE = 'The large source';
export const SMALL_SOURCE = 'The small source';
export const SMALL_SIZE = 100;

/** How many of that many items the large source lists. */
export function largeSize(count: number): number {
  return count > 110_000 ? 100_000 : Math.floor(count * 0.8);
}

export const broadsheet: Engine = {
  name: 'Broadsheet',
  async build(path, items, count) {
    const { library, database } = openLibrary(path);
    const titles = [
      LARGE_SOURCE,
      SMALL_SOURCE,
      ...Array.from({ length: OTHERS }, (_, index) => `Source ${index}`),
    ];
    const sources: SourceId[] = [];
    for (const title of titles) {
      const source = await library.addSource({
        kind: 'folder',
        uri: `file:///${encodeURIComponent(title)}`,
        title,
      });
      sources.push(source.id);
    }
    const now = Date.now();
    const report = await timeBatches(items, (batch, first) =>
      inTransaction(database, () => {
        batch.forEach((item, place) => {
          const source = sources[sourceOf(first + place, count)];
          if (source !== undefined)
            ingestItem(database, source, toParsed(item, first + place), { fallbackTime: now, now });
        });
      }),
    );
    await library.close();
    return report;
  },
  open(path) {
    const { library } = openLibrary(path);
    return {
      async search(query) {
        const { hits } = await library.search(toRequest(query));
        return hits.length;
      },
      close: () => library.close(),
    };
  },
};

/** A query as the extension's quick pick asks it. */
export function toRequest({ kind, words }: BenchQuery): SearchRequest {
  const text = words.join(' ');
  return {
    query: kind === 'phrase' ? `"${text}"` : text,
    limit: SHOWN,
    typing: true,
    passageLength: PASSAGE,
  };
}

/** Spreads the items of each source evenly over all times. */
function sourceOf(index: number, count: number): number {
  const begins = (size: number): boolean =>
    Math.floor(((index + 1) * size) / count) > Math.floor((index * size) / count);
  if (begins(Math.min(SMALL_SIZE, count))) return 1;
  return begins(largeSize(count)) ? 0 : 2 + (index % OTHERS);
}

function toParsed({ headline, outlet, text, time }: BenchItem, index: number): ParsedItem {
  return {
    kind: text === '' ? 'headline' : 'article',
    headline,
    headlineFrom: 'document',
    guid: `item ${index}`,
    byline: undefined,
    outlet,
    url: undefined,
    published: new Date(time).toISOString(),
    updated: undefined,
    language: undefined,
    section: undefined,
    licence: undefined,
    image: undefined,
    isExtract: false,
    html: text === '' ? '' : `<p>${text.replaceAll('&', '&amp;').replaceAll('\n', '</p><p>')}</p>`,
    text,
    summary: text.slice(0, 200),
    tags: [],
  };
}
