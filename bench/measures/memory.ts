// How much memory an idle process needs more once it holds an open library that has been searched.

import { setTimeout as wait } from 'node:timers/promises';
import type { BenchQuery } from '../corpus/queries.ts';
import { OPENERS, type Built, type Opener } from '../engines/engines.ts';

export interface MemoryResult {
  /** Resident bytes of the whole process, all threads included, above those before. */
  readonly added: number;
}

export interface MemoryRequest extends Built {
  readonly engine: Opener;
  readonly queries: readonly BenchQuery[];
}

/** Runs with `--expose-gc`, so that what is no longer needed counts on neither side. */
export async function measureMemory(request: MemoryRequest): Promise<MemoryResult> {
  const before = await settled();
  const engine = await OPENERS[request.engine](request);
  for (const query of request.queries) await engine.search(query);
  const added = (await settled()) - before;
  await engine.close?.();
  return { added };
}

async function settled(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.();
    await wait(250);
  }
  return process.memoryUsage.rss();
}
