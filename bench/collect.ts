// The whole benchmark, measure by measure; engines that are compared take turns, so that a slow moment of the
// machine meets all of them.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCorpus } from './corpus/corpus.ts';
import { drawAllQueries, QUERY_KINDS, WARM_UP } from './corpus/queries.ts';
import type { Builder, Opener } from './engines/engines.ts';
import type { MeasureName, MeasureRequest, MeasureResult } from './measures/measures.ts';
import { benchCache } from './places.ts';
import { addRound, type Results, type Scale, type ScaleName } from './report/results.ts';
import { runActivation, runMeasure } from './runMeasure.ts';

export interface CollectOptions {
  /** A tenth of everything. */
  readonly quick: boolean;
  /** The names of the measures to run; all where empty. */
  readonly only: readonly string[];
  readonly say: (sentence: string) => void;
}

const LARGE = 1_000_000;
const ARTICLES = 20_000;
/** For each kind of query; the slowest peers answer fewer than all of them. */
const PATIENCE = 8;

/** Runs every measure; one that fails is named in the results and hides no other. */
export async function collect({ quick, only, say }: CollectOptions): Promise<Results> {
  const corpus = openCorpus();
  const part = quick ? 10 : 1;
  const scales: Readonly<Record<ScaleName, Scale>> = {
    small: { count: Math.round(corpus.base.length / part), rounds: quick ? 1 : 3 },
    large: { count: LARGE / part, rounds: quick ? 1 : 3 },
    articles: { count: ARTICLES / part, rounds: quick ? 1 : 3 },
  };
  const present = corpus.base.slice(-scales.small.count);
  const queries = drawAllQueries(present, quick ? 100 : 200);
  const firstQuery = queries['2 words'][WARM_UP];
  if (firstQuery === undefined) throw new RangeError('No query could be drawn.');
  const someQueries = QUERY_KINDS.flatMap((kind) => queries[kind].slice(0, WARM_UP));
  const results: Results = {
    origin: corpus.origin,
    quick,
    partial: only.length > 0,
    scales,
    failures: [],
    rounds: {},
    activation: [],
  };
  const folder = join(benchCache, quick ? 'quick' : 'whole');
  mkdirSync(folder, { recursive: true });
  // Nothing is measured on a file that could not be built.
  const unbuilt = new Set<string>();
  const start = performance.now();

  const measure = async <Name extends MeasureName>(
    name: Name,
    subject: Builder | Opener,
    scale: ScaleName,
    request: Omit<MeasureRequest<Name>, 'path' | 'count'>,
  ): Promise<void> => {
    if (only.length > 0 && !only.includes(name)) return;
    const built = { path: fileOf(folder, subject, scale), count: scales[scale].count };
    if (unbuilt.has(built.path)) return;
    say(
      `${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${name}: ${subject}, ${built.count}`,
    );
    try {
      const result: MeasureResult<Name> = await runMeasure(name, {
        ...request,
        ...built,
      });
      addRound(results, name, subject, scale, result);
    } catch (error) {
      if (name === 'build') unbuilt.add(built.path);
      results.failures.push(
        `${subject} at ${built.count}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
  const build = (engine: Builder, scale: ScaleName): Promise<void> =>
    measure('build', engine, scale, { engine, content: scale === 'articles' ? 'articles' : 'headlines' });
  const type = (engine: Opener, scale: ScaleName): Promise<void> =>
    measure('typing', engine, scale, { engine, queries, patience: PATIENCE / part });

  for (let round = 0; round < scales.articles.rounds; round++) {
    await build('bare', 'articles');
    await build('broadsheet', 'articles');
  }
  for (const scale of ['small', 'large'] as const) {
    // The large one is long enough to be measured once.
    for (let round = 0; round < (scale === 'small' ? scales.small.rounds : 1); round++) {
      await build('bare', scale);
      await build('broadsheet', scale);
    }
    await build('handWritten', scale);
    await build('handWrittenPrefixes', scale);
    if (scale === 'small') await build('miniSearch', scale);
    for (let round = 0; round < scales[scale].rounds; round++) {
      for (const engine of ['broadsheet', 'handWritten', 'handWrittenPrefixes'] as const)
        await type(engine, scale);
      if (scale === 'small') await type('miniSearch', scale);
      await measure('firstPage', 'broadsheet', scale, {});
    }
    for (const engine of ['broadsheetThread', 'textScan'] as const) await type(engine, scale);
    if (scale === 'small') for (const engine of ['flexSearch', 'orama'] as const) await type(engine, scale);
    for (let round = 0; round < scales[scale].rounds; round++) {
      for (const engine of openersOf(scale)) {
        await measure('reopen', engine, scale, { engine, query: firstQuery });
      }
      for (const engine of scale === 'small'
        ? (['broadsheetThread', 'miniSearch'] as const)
        : (['broadsheetThread'] as const)) {
        await measure('memory', engine, scale, { engine, queries: someQueries });
      }
    }
    await measure('eventLoop', 'broadsheet', scale, { seconds: quick ? 2 : 8 });
  }
  if (only.length === 0 || only.includes('activation')) {
    say('activation: broadsheet');
    try {
      results.activation.push(...(await runActivation(quick ? 1 : 5)));
    } catch (error) {
      results.failures.push(`activation: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (results.failures.length === 0 && only.length === 0) rmSync(folder, { recursive: true, force: true });
  say(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  done`);
  return results;
}

function openersOf(scale: ScaleName): readonly Opener[] {
  const own = ['broadsheet', 'broadsheetThread', 'handWritten'] as const;
  return scale === 'small' ? [...own, 'miniSearch'] : own;
}

/** The library in a thread opens the file that was built without one. */
function fileOf(folder: string, subject: Builder | Opener, scale: ScaleName): string {
  const builder = subject === 'broadsheetThread' ? 'broadsheet' : subject;
  return join(folder, `${builder}-${scale}`);
}
