// A note with what the library says about each of its quotations and citations.

import { bestChecked } from '../../core/cite/check/bestChecked.ts';
import { citationsOf, withCitation } from '../../core/cite/find/citationsOf.ts';
import type { NoteFindings } from '../../core/cite/find/findQuotations.ts';
import type { FoundCitation, FoundQuotation } from '../../core/cite/find/foundQuotation.ts';
import type { CheckedQuotation, QuotationToCheck } from '../../core/model/citation.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { TextRange } from '../../core/model/search.ts';
import type { Library } from '../../library/library.ts';

export interface QuotationInNote {
  /** Of its keys the one stands for it whose source is told of. */
  readonly quotation: FoundQuotation;
  readonly checked: CheckedQuotation;
}

export interface CheckedNote {
  readonly findings: NoteFindings;
  /** In the order of the note. */
  readonly quotations: readonly QuotationInNote[];
  /** The articles that the note cites, by their keys. */
  readonly known: ReadonlyMap<string, ItemId>;
}

/** What the library said before, so that it is not asked again for what did not change. */
export type Answers = ReadonlyMap<string, CheckedQuotation>;

/** So many quotations are asked for at once, so that a long note does not hold the library for long. */
const AT_ONCE = 200;
const UNKNOWN: CheckedQuotation = { kind: 'unknown key' };

/**
 * Asks the library about every quotation of a note, and about the keys of the citations that have none.
 *
 * @param answers What it said to this note before; what holds for it now comes back with the note.
 * @param isFresh Whether it said so a moment ago; a key that it did not know then may have been made since otherwise.
 */
export async function checkNote(
  library: Pick<Library, 'checkQuotations'>,
  findings: NoteFindings,
  answers: Answers,
  isFresh: boolean,
): Promise<{ readonly note: CheckedNote; readonly answers: Answers }> {
  const questionsOf = (quotation: FoundQuotation): readonly QuotationToCheck[] =>
    citationsOf(quotation).map(({ key, locator }) => ({ key, words: quotation.words, locator }));
  const quoted = new Set(findings.quotations.flatMap(citationsOf).map(({ key }) => key));
  const alone = [...new Set(findings.citations.map(({ key }) => key))].filter((key) => !quoted.has(key));
  const questions = new Map(
    [
      ...findings.quotations.flatMap(questionsOf),
      ...alone.map((key) => ({ key, words: '', locator: undefined })),
    ].map((question) => [nameOf(question), question] as const),
  );
  const now = new Map<string, CheckedQuotation>();
  const open = [...questions].filter(([name]) => {
    const known = answers.get(name);
    if (known === undefined || (known.kind === 'unknown key' && !isFresh)) return true;
    now.set(name, known);
    return false;
  });
  for (let from = 0; from < open.length; from += AT_ONCE) {
    const asked = open.slice(from, from + AT_ONCE);
    const given = await library.checkQuotations(asked.map(([, question]) => question));
    asked.forEach(([name], index) => now.set(name, given[index] ?? UNKNOWN));
  }
  const quotations = findings.quotations.map((quotation): QuotationInNote => {
    const all = questionsOf(quotation).map((question) => now.get(nameOf(question)) ?? UNKNOWN);
    const best = bestChecked(all);
    return { quotation: withCitation(quotation, best), checked: all[best] ?? UNKNOWN };
  });
  const known = new Map<string, ItemId>();
  for (const [name, { key }] of questions) {
    const checked = now.get(name);
    if (checked !== undefined && checked.kind !== 'unknown key') known.set(key, checked.itemId);
  }
  return { note: { findings, quotations, known }, answers: now };
}

/** Gives the citation whose key stands at an offset. */
export function citationAt({ findings }: CheckedNote, offset: number): FoundCitation | undefined {
  return findings.citations.find(({ keyRange: [start, end] }) => start <= offset && offset <= end);
}

/**
 * Gives the citation that an offset is in: that of its key, else of those around it the one whose source a quotation
 * has.
 */
export function citationAround(note: CheckedNote, offset: number): FoundCitation | undefined {
  const around = ({ citation: [start, end] }: FoundCitation): boolean => start <= offset && offset <= end;
  const at = citationAt(note, offset);
  if (at !== undefined) return at;
  const all = note.findings.citations.filter(around);
  const told = new Set(note.quotations.map(({ quotation: { keyRange } }) => keyRange[0]));
  return all.find(({ keyRange }) => told.has(keyRange[0])) ?? all[0];
}

/** Gives the innermost quotation at an offset. */
export function quotationAt({ quotations }: CheckedNote, offset: number): QuotationInNote | undefined {
  return quotations.findLast(
    ({ quotation: { range, keyRange } }) =>
      (range[0] <= offset && offset <= range[1]) || (keyRange[0] <= offset && offset <= keyRange[1]),
  );
}

/** What is cited at a place in a note. */
export interface CitedHere {
  readonly key: string;
  readonly itemId: ItemId;
  /** The key, or else the quotation. */
  readonly range: TextRange;
  /** What is quoted with this key; a key on its own may stand beside a quotation of another article. */
  readonly quoted: QuotationInNote | undefined;
}

/** Gives what a note cites at an offset, by a key or by a quotation; undefined where the library does not know it. */
export function citedAt(note: CheckedNote, offset: number): CitedHere | undefined {
  const cited = citationAt(note, offset);
  const around = quotationAt(note, offset);
  const key = cited?.key ?? around?.quotation.key;
  const range = cited?.keyRange ?? around?.quotation.range;
  const itemId = key === undefined ? undefined : note.known.get(key);
  if (key === undefined || range === undefined || itemId === undefined) return undefined;
  return { key, itemId, range, quoted: around?.quotation.key === key ? around : undefined };
}

function nameOf({ key, words, locator }: QuotationToCheck): string {
  return `${key}\n${locator ?? ''}\n${words}`;
}
