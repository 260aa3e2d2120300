// FlexSearch, an index in memory; it is built anew in every process here.

import { Index } from 'flexsearch';
import type { BenchItem } from '../corpus/benchItem.ts';
import { hasPhrase, SHOWN, type OpenEngine } from './engine.ts';

/** More than are shown, so that some are left when a phrase is looked for in the headlines. */
const LOOKED_AT = 1000;

export function openFlexSearch(items: Iterable<BenchItem>): OpenEngine {
  const index = new Index({ tokenize: 'forward' });
  const shown = [...items];
  shown.forEach(({ headline, outlet }, id) => index.add(id, `${headline} ${outlet}`));
  return {
    search({ kind, words }) {
      const isPhrase = kind === 'phrase';
      const found = index.search(words.join(' '), { limit: isPhrase ? LOOKED_AT : SHOWN });
      const hits = found.flatMap((id) => shown[Number(id)] ?? []);
      return isPhrase
        ? hits.filter(({ headline }) => hasPhrase(headline, words)).slice(0, SHOWN).length
        : hits.length;
    },
  };
}
