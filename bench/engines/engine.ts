// What the benchmark asks of every way to search.

import type { BenchItem } from '../corpus/benchItem.ts';
import type { BenchQuery } from '../corpus/queries.ts';

/** As many hits as the extension's search shows. */
export const SHOWN = 50;

export interface OpenEngine {
  /** Answers as while typing, with all that a list shows of each hit; gives the number of hits. */
  readonly search: (query: BenchQuery) => number | Promise<number>;
  readonly close?: () => void | Promise<void>;
}

export interface BuildReport {
  /** Milliseconds spent taking items in, without making them up. */
  readonly milliseconds: number;
  readonly items: number;
}

export interface Engine {
  readonly name: string;
  /** Takes that many items in, in transactions of `BATCH`, and keeps them at this path. */
  readonly build: (path: string, items: Iterable<BenchItem>, count: number) => Promise<BuildReport>;
  readonly open: (path: string) => OpenEngine | Promise<OpenEngine>;
}

export const BATCH = 1000;

/** Gives lists of `BATCH` items; only what `take` does with them is timed. */
export async function timeBatches(
  items: Iterable<BenchItem>,
  take: (batch: readonly BenchItem[], first: number) => void | Promise<void>,
): Promise<BuildReport> {
  let milliseconds = 0;
  let count = 0;
  let batch: BenchItem[] = [];
  const flush = async (): Promise<void> => {
    const start = performance.now();
    await take(batch, count);
    milliseconds += performance.now() - start;
    count += batch.length;
    batch = [];
  };
  for (const item of items) {
    batch.push(item);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return { milliseconds, items: count };
}

/** Whether a headline has these words side by side, for engines that know no phrases. */
export function hasPhrase(headline: string, words: readonly string[]): boolean {
  return headline.toLowerCase().includes(words.join(' '));
}
