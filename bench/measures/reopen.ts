// How long a new process takes from nothing to its first result, with the system's file cache as it is.

import type { BenchQuery } from '../corpus/queries.ts';
import { OPENERS, type Built, type Opener } from '../engines/engines.ts';

export interface ReopenResult {
  /** Milliseconds until the engine is open; SQLite reads its pages later. */
  readonly open: number;
  /** Milliseconds until the first result, opening included. */
  readonly first: number;
}

export interface ReopenRequest extends Built {
  readonly engine: Opener;
  readonly query: BenchQuery;
}

export async function measureReopen(request: ReopenRequest): Promise<ReopenResult> {
  const start = performance.now();
  const engine = await OPENERS[request.engine](request);
  const open = performance.now() - start;
  await engine.search(request.query);
  const first = performance.now() - start;
  await engine.close?.();
  return { open, first };
}
