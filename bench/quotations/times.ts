// How long checking takes beside what every tool that looks at notes must do.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkQuotation } from '../../src/core/cite/check/checkQuotation.ts';
import { prepareSource, type PreparedText } from '../../src/core/cite/check/prepareSource.ts';
import { tokens } from '../../src/core/search/tokens.ts';
import type { Article } from './inventedArticles.ts';
import { generateCases, type Case } from './suite.ts';

/** In milliseconds. */
export interface Times {
  readonly reading: number;
  readonly preparing: number;
  readonly checkingExact: number;
  readonly checkingMixed: number;
  readonly hostile: number;
}

const NOTES = 1000;
const QUOTATIONS = 10_000;
const OF_EACH = 40;

export function measureTimes(articles: readonly Article[]): Times {
  const cases = generateCases(articles, OF_EACH, 2).filter(({ current }) => current === undefined);
  const exact = cases.filter(({ kind }) => kind === 'exact');
  const altered = cases.filter(({ kind }) => kind !== 'exact');
  const mixed = Array.from({ length: QUOTATIONS }, (_, index) =>
    pick(index % 3 === 0 ? altered : exact, index),
  );
  const allExact = Array.from({ length: QUOTATIONS }, (_, index) => pick(exact, index));
  // What is compiled on the way counts on neither side.
  check(mixed.slice(0, 500), prepareAll(articles));
  const reading = timeReading(mixed, articles);
  const start = performance.now();
  const prepared = prepareAll(articles);
  const preparing = performance.now() - start;
  const checkingExact = time(() => check(allExact, prepared));
  const checkingMixed = time(() => check(mixed, prepared));
  return { reading, preparing, checkingExact, checkingMixed, hostile: timeHostile() };
}

/** Ten quotations a note, with some sentences of the note's own around each. */
function timeReading(cases: readonly Case[], articles: readonly Article[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'quotations-'));
  const files = Array.from({ length: NOTES }, (_, note) => {
    const own = articles[note % articles.length]?.text.slice(0, 400) ?? '';
    const quoted = cases
      .slice(note * 10, note * 10 + 10)
      .map(({ words }) => `${own}\n\n> ${words} [@key${note}]`);
    const file = join(folder, `${note}.md`);
    writeFileSync(file, quoted.join('\n\n'));
    return file;
  });
  const spent = time(() => {
    for (const file of files) tokens(readFileSync(file, 'utf8'));
  });
  rmSync(folder, { recursive: true });
  return spent;
}

function prepareAll(articles: readonly Article[]): ReadonlyMap<string, PreparedText> {
  return new Map(articles.map(({ text }) => [text, prepareSource(text)]));
}

function check(cases: readonly Case[], prepared: ReadonlyMap<string, PreparedText>): void {
  for (const { words, article } of cases) {
    const text = prepared.get(article.text);
    if (text !== undefined) checkQuotation(words, { current: { revision: 1, text }, earlier: [] });
  }
}

function timeHostile(): number {
  const source = 'ab '.repeat(333_333);
  const words = `${'ab '.repeat(33_333)}c`;
  return time(() =>
    checkQuotation(words, { current: { revision: 1, text: prepareSource(source) }, earlier: [] }),
  );
}

function pick(cases: readonly Case[], index: number): Case {
  const one = cases[index % cases.length];
  if (one === undefined) throw new RangeError('There is nothing to check.');
  return one;
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
