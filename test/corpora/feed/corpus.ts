// Feeds that others collected, and how a difference from what they expect is accounted for.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Feed } from '../../../src/core/model/feed.ts';
import { readFeed } from '../../../src/core/parse/feed/readFeed.ts';

const corpora = new URL('../../../../shared/corpora/', import.meta.url);

/** Why single facts differ from what another program makes of them: file, fact, reason. */
export type Difference = readonly [file: string, fact: string, reason: string];

export interface Fact {
  readonly file: string;
  readonly name: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Gives the names of a folder's files; skips the test, and says so, where the folder is absent. */
export function corpusFiles(test: Mocha.Context, folder: string): readonly string[] {
  const url = new URL(folder, corpora);
  if (existsSync(url)) return readdirSync(url).toSorted();
  process.stdout.write(`      skipped: ../shared/corpora/${folder} is absent\n`);
  return test.skip();
}

export function corpusBytes(path: string): Uint8Array {
  return readFileSync(new URL(path, corpora));
}

export function corpusFeed(path: string, url = 'https://feeds.example/dir/feed.xml'): Feed {
  return readFeed({ bytes: corpusBytes(path), contentType: undefined, url });
}

/** Fails for a difference that is not listed, and for a listed one that is there no longer. */
export function checkFacts(facts: readonly Fact[], listed: readonly Difference[]): void {
  const isListed = (fact: Fact): boolean =>
    listed.some(([file, name]) => file === fact.file && name === fact.name);
  const different = facts.filter(
    ({ expected, actual }) => JSON.stringify(expected) !== JSON.stringify(actual),
  );
  const unlisted = different.filter((fact) => !isListed(fact));
  assert.equal(
    unlisted.length,
    0,
    unlisted
      .slice(0, 4000)
      .map(
        ({ file, name, expected, actual }) =>
          `${file} ${name}: ${JSON.stringify(expected)} ≠ ${JSON.stringify(actual)}`,
      )
      .join('\n'),
  );
  const vanished = listed.filter(
    ([file, name]) => !different.some((fact) => fact.file === file && fact.name === name),
  );
  assert.deepEqual(vanished, [], 'listed differences that are there no longer');
}

/** Gives an address as the standard writes it. */
export function address(written: string | undefined, base: string): string | undefined {
  return written === undefined || written.trim() === '' ? undefined : new URL(written.trim(), base).href;
}

/** Gives text in one line. */
export function line(text: string | undefined): string | undefined {
  const words = text?.replace(/\s+/gu, ' ').trim();
  return words === '' ? undefined : words;
}

/** Gives the second of a date in ISO form, so that offsets make no difference; other text stays as it is. */
export function moment(date: unknown): unknown {
  if (typeof date !== 'string') return undefined;
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
