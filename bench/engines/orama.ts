// Orama, an index in memory; it is built anew in every process here.

import { create, insertMultiple, search } from '@orama/orama';
import type { BenchItem } from '../corpus/benchItem.ts';
import { hasPhrase, SHOWN, type OpenEngine } from './engine.ts';

/** More than are shown, so that some are left when a phrase is looked for in the headlines. */
const LOOKED_AT = 1000;

export async function openOrama(items: Iterable<BenchItem>): Promise<OpenEngine> {
  const database = create({ schema: { headline: 'string', outlet: 'string' } });
  await insertMultiple(
    database,
    [...items].map(({ headline, outlet }) => ({ headline, outlet })),
    5000,
  );
  return {
    async search({ kind, words }) {
      const isPhrase = kind === 'phrase';
      const limit = isPhrase ? LOOKED_AT : SHOWN;
      // A threshold of 0 asks for all words.
      const asked = { term: words.join(' '), limit, threshold: 0, boost: { headline: 3 } };
      const { hits } = await search(database, asked);
      return isPhrase
        ? hits.filter(({ document }) => hasPhrase(document.headline, words)).slice(0, SHOWN).length
        : hits.length;
    },
  };
}
