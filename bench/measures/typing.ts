// How long each query takes while it is typed, and how many find nothing.

import { QUERY_KINDS, WARM_UP, type BenchQuery, type QueryKind } from '../corpus/queries.ts';
import type { OpenEngine } from '../engines/engine.ts';
import { OPENERS, type Built, type Opener } from '../engines/engines.ts';

export interface TypingRequest extends Built {
  readonly engine: Opener;
  /** Of each kind, those of the warm-up first. */
  readonly queries: Readonly<Record<QueryKind, readonly BenchQuery[]>>;
  /** Seconds after which an engine is spared the rest of a kind's queries. */
  readonly patience: number;
}

export interface KindResult {
  /** Milliseconds, one for each query. */
  readonly times: readonly number[];
  /** How many of them found nothing. */
  readonly empty: number;
}

export type TypingResult = Readonly<Record<QueryKind, KindResult>>;

export async function measureTyping(request: TypingRequest): Promise<TypingResult> {
  const engine = await OPENERS[request.engine](request);
  const results: [QueryKind, KindResult][] = [];
  for (const kind of QUERY_KINDS) {
    results.push([kind, await askAll(engine, request.queries[kind], request.patience)]);
  }
  await engine.close?.();
  return Object.fromEntries(results) as TypingResult;
}

async function askAll(
  engine: OpenEngine,
  queries: readonly BenchQuery[],
  patience: number,
): Promise<KindResult> {
  const end = performance.now() + patience * 1000;
  const times: number[] = [];
  let empty = 0;
  for (const query of queries.slice(0, WARM_UP)) {
    if (performance.now() < end - patience * 500) await engine.search(query);
  }
  for (const query of queries.slice(WARM_UP)) {
    if (performance.now() > end && times.length > 0) break;
    const start = performance.now();
    const found = await engine.search(query);
    times.push(performance.now() - start);
    if (found === 0) empty++;
  }
  return { times, empty };
}
