// The collection of real headlines, where it is present.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { repository } from '../places.ts';
import type { BenchItem } from './benchItem.ts';

const FILE = join(repository, '../shared/corpora/headlines/headlines.jsonl.gz');

interface Row {
  readonly title: string;
  readonly source: string;
  /** "2025-07-24T16:27", in UTC. */
  readonly first_seen: string;
}

/** Gives the real headlines, oldest first; undefined where the collection is absent. */
export function realHeadlines(): readonly BenchItem[] | undefined {
  if (!existsSync(FILE)) return undefined;
  return gunzipSync(readFileSync(FILE))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
    .map((row) => ({
      headline: row.title,
      outlet: row.source,
      text: '',
      time: Date.parse(`${row.first_seen}Z`),
    }));
}
