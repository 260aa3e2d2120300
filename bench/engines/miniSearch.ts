// MiniSearch, an index in memory that is kept as one JSON file.

import { readFileSync, writeFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import type { BenchQuery } from '../corpus/queries.ts';
import { hasPhrase, SHOWN, timeBatches, type Engine } from './engine.ts';

const OPTIONS = { fields: ['headline', 'outlet'], storeFields: ['headline', 'outlet', 'time'] };

export const miniSearch: Engine = {
  name: 'MiniSearch',
  async build(path, items) {
    const index = new MiniSearch(OPTIONS);
    const report = await timeBatches(items, (batch, first) =>
      index.addAll(batch.map((item, place) => ({ id: first + place, ...item }))),
    );
    const start = performance.now();
    writeFileSync(path, JSON.stringify(index));
    return { ...report, milliseconds: report.milliseconds + performance.now() - start };
  },
  open(path) {
    const index = MiniSearch.loadJSON(readFileSync(path, 'utf8'), OPTIONS);
    return { search: (query) => index.search(query.words.join(' '), asked(query)).slice(0, SHOWN).length };
  },
};

/** It knows no phrases: all words, then a look at the headline. */
function asked({ kind, words }: BenchQuery): Parameters<MiniSearch['search']>[1] {
  const shared = { combineWith: 'AND' as const, boost: { headline: 3 } };
  if (kind !== 'phrase') return { ...shared, prefix: (_, index, terms) => index === terms.length - 1 };
  return { ...shared, prefix: () => false, filter: ({ headline }) => hasPhrase(headline, words) };
}
