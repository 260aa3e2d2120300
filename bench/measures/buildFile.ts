// How long it takes to take items in, and how large they become.

import { rmSync, statSync } from 'node:fs';
import { openCorpus } from '../corpus/corpus.ts';
import type { BuildReport } from '../engines/engine.ts';
import { BUILDERS, type Builder, type Built } from '../engines/engines.ts';

export interface BuildResult extends BuildReport {
  /** Of the file, in bytes. */
  readonly size: number;
}

export interface BuildRequest extends Built {
  readonly engine: Builder;
  readonly content: 'headlines' | 'articles';
}

export async function buildFile({ engine, path, count, content }: BuildRequest): Promise<BuildResult> {
  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
  const corpus = openCorpus();
  const report = await BUILDERS[engine](
    path,
    content === 'articles' ? corpus.articles(count) : corpus.items(count),
    count,
  );
  return { ...report, size: statSync(path).size };
}
