// How long the first page of a large source takes, beside that of a small one.

import { LARGE_SOURCE, SMALL_SOURCE } from '../engines/broadsheet.ts';
import type { Built } from '../engines/engines.ts';
import { openLibrary } from '../openLibrary.ts';

export interface FirstPageResult {
  readonly large: readonly number[];
  readonly small: readonly number[];
  /** Headlines listed in either source. */
  readonly largeTotal: number;
  readonly smallTotal: number;
}

/** As many as the sidebar asks for. */
const PAGE = 100;
const TIMES = 200;

export async function measureFirstPage({ path }: Built): Promise<FirstPageResult> {
  const { library } = openLibrary(path);
  const sources = await library.sources();
  const large = sources.find(({ title }) => title === LARGE_SOURCE);
  const small = sources.find(({ title }) => title === SMALL_SOURCE);
  if (large === undefined || small === undefined) throw new RangeError('The sources to compare are missing.');
  const times: Record<'large' | 'small', number[]> = { large: [], small: [] };
  for (let round = 0; round < TIMES; round++) {
    for (const [name, { id }] of Object.entries({ large, small })) {
      const start = performance.now();
      await library.headlines({ sourceId: id, after: undefined, limit: PAGE });
      times[name as 'large' | 'small'].push(performance.now() - start);
    }
  }
  await library.close();
  return { ...times, largeTotal: large.total, smallTotal: small.total };
}
