// What a note's quotations are worth, as lines for the terminal.

import { alterationText } from '../core/cite/check/alterationText.ts';
import { bestChecked } from '../core/cite/check/bestChecked.ts';
import { denialText } from '../core/cite/check/denialText.ts';
import type { Tally } from '../core/cite/check/tally.ts';
import { citationsOf } from '../core/cite/find/citationsOf.ts';
import type { FoundInNote } from '../core/cite/find/foundQuotation.ts';
import type { CheckedQuotation, QuotationToCheck } from '../core/model/citation.ts';

export interface NoteReport {
  /** "notes/a.md:12: “not” is missing: the source says “did not rule out”." */
  readonly lines: readonly string[];
  readonly checked: readonly CheckedQuotation[];
}

/** Checks the quotations that were found in a note, each against all of its keys. */
export function noteReport(
  path: string,
  note: string,
  { quotations }: FoundInNote,
  check: (quotation: QuotationToCheck) => CheckedQuotation,
): NoteReport {
  const all: CheckedQuotation[] = [];
  const lines: string[] = [];
  const lineAt = lineCounter(note);
  for (const quotation of quotations) {
    const { words, range } = quotation;
    const answers = citationsOf(quotation).map(({ key, locator }) => check({ key, words, locator }));
    const checked = answers[bestChecked(answers)];
    if (checked === undefined) continue;
    all.push(checked);
    const sentence = checked.kind === 'checked' ? sentenceOn(words, checked) : undefined;
    if (sentence !== undefined) lines.push(`${path}:${lineAt(range[0])}: ${sentence}`);
  }
  return { lines, checked: all };
}

/** Whether a quotation says something else than its source, as the library has it or once had it. */
export function isFailure({ altered, notFound }: Tally): boolean {
  return altered + notFound > 0;
}

/** @example "12 quotations checked: 10 exact, 1 altered as marked, 1 altered." */
export function countsText({ checked, exact, marked, altered, notFound, changed }: Tally): string {
  if (checked === 0) return 'No note quotes from this library.';
  const parts = [
    [exact, 'exact'],
    [marked, 'altered as marked'],
    [altered, 'altered'],
    [notFound, 'not found'],
    [changed, 'of an earlier version'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${checked === 1 ? '1 quotation' : `${checked} quotations`} checked: ${told.join(', ')}.`;
}

function sentenceOn(
  words: string,
  { headline, verdict }: Extract<CheckedQuotation, { kind: 'checked' }>,
): string | undefined {
  switch (verdict.kind) {
    case 'exact':
      return undefined;
    case 'altered as marked':
      return denialText(words, verdict)?.sentence;
    case 'altered':
      return alterationText(words, verdict).sentence;
    case 'not found':
      return `These words are not in “${headline}”.`;
    case 'source changed since':
      return `“${headline}” has changed since it was quoted.`;
  }
}

/** Counts lines as editors do; offsets are asked for in any order. */
function lineCounter(note: string): (offset: number) => number {
  const starts = [...note.matchAll(/\r\n|\n|\r/gu)].map(({ 0: end, index }) => index + end.length);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
