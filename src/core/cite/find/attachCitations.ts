// Finds the quotations of a text as a reader sees it, and the citation that each of them has.

import type { TextRange } from '../../model/search.ts';
import { blockQuotations } from './blockQuotations.ts';
import { matchMarks } from './matchMarks.ts';
import type { NoteReading, ReadCitation } from './noteReading.ts';
import { endsSentence, sentenceEndIn } from './sentenceEnd.ts';

/** A quotation with its citation, as offsets in a reading. */
export interface CitedQuotation {
  readonly kind: 'block' | 'inline';
  /** The words, without marks around them. */
  readonly words: TextRange;
  /** Offsets of the text that are no words of it. */
  readonly without: readonly number[];
  /** In the note. */
  readonly range: TextRange;
  readonly citation: ReadCitation;
}

interface Candidate {
  readonly outer: TextRange;
  readonly inner: TextRange;
  readonly without: readonly number[];
  readonly range: TextRange;
  readonly given: ReadCitation | undefined;
}

/** How far from a quotation its citation may stand in the same sentence. */
const REACH = 400;
/** Words of fewer are names and irony as often as quotations; only a citation right behind them is theirs. */
const FEWEST_WORDS = 2;
const BEHIND = /^[^\p{L}\p{N}“„«‘‚]*$/u;
const IN_BRACKETS = /^[\s.,;:!?…]*\((?:[^()“”„"«»]{0,80})$/u;

/**
 * Gives the quotations that have a citation, in the order of the text: block quotations first where they hold others.
 * A citation belongs to the quotation that it follows, else to the one that it stands before in the same sentence
 * ("As Byron wrote [@key], “…”"), else to the one before it in the same sentence ("“…”, she said [@key]").
 */
export function attachCitations(reading: NoteReading): readonly CitedQuotation[] {
  const blocks = blockQuotations(reading);
  let block = 0;
  const candidates = inlineCandidates(reading).filter(({ outer }) => {
    while ((blocks[block]?.covers[1] ?? Infinity) <= outer[0]) block++;
    return (blocks[block]?.covers[0] ?? Infinity) >= outer[1];
  });
  const inline = citedInline(reading, candidates);
  return [...blocks.map(({ quotation }) => quotation), ...inline].sort(
    (one, other) => one.words[0] - other.words[0],
  );
}

function inlineCandidates(reading: NoteReading): readonly Candidate[] {
  const { text, starts, ends, guarded } = reading;
  const explicit = reading.spans.filter(({ kind }) => kind === 'inline');
  const written = new Set(explicit.flatMap(({ start, end }) => [start, end - 1]));
  let guard = 0;
  const isMark = (at: number): boolean => {
    while ((guarded[guard]?.[1] ?? Infinity) <= at) guard++;
    return (guarded[guard]?.[0] ?? Infinity) > at && !written.has(at);
  };
  const marked = matchMarks(text, isMark).map(({ outer, inner, repeated }): Candidate => ({
    outer,
    inner,
    without: repeated,
    range: [starts[outer[0]] ?? 0, ends[outer[1] - 1] ?? 0],
    given: undefined,
  }));
  const spans = explicit.map(({ start, end, range, citation }): Candidate => ({
    outer: [start, end],
    inner: [start + 1, Math.max(start + 1, end - 1)],
    without: [],
    range,
    given: citation === undefined ? undefined : reading.citations[citation],
  }));
  return [...marked, ...spans].sort(
    (one, other) => one.outer[0] - other.outer[0] || other.outer[1] - one.outer[1],
  );
}

/** Goes from quotation to quotation; inside one that is cited, no other is looked for. */
function citedInline(reading: NoteReading, candidates: readonly Candidate[]): readonly CitedQuotation[] {
  const { text, citations } = reading;
  const direct = candidates.map((candidate) => candidate.given ?? citationBehind(reading, candidate.outer));
  const taken = new Set(direct);
  const found: CitedQuotation[] = [];
  let covered = 0;
  candidates.forEach((candidate, index) => {
    const { outer, inner } = candidate;
    if (outer[0] < covered) return;
    const citation =
      direct[index] ??
      (wordCountAtLeast(text.slice(...inner), FEWEST_WORDS)
        ? (citationBefore(reading, outer[0], taken) ?? citationLater(reading, candidates, direct, index))
        : undefined);
    if (citation === undefined || text.slice(...inner).trim() === '') return;
    covered = outer[1];
    found.push({
      kind: 'inline',
      words: inner,
      without: candidate.without,
      range: candidate.range,
      citation,
    });
  });
  return citations.length === 0 ? [] : found;
}

/** Right behind the closing mark or right before it: “words” [@key], “words [@key]”, “words” (see @key). */
export function citationBehind(
  { text, citations }: NoteReading,
  [start, end]: TextRange,
): ReadCitation | undefined {
  const inside = citations[firstAt(citations, end - 1) - 1];
  const atEnd = citations[firstAt(citations, end - 1)];
  for (const citation of [inside, atEnd]) {
    if (citation === undefined || citation.at >= end || citation.at <= start + 1) continue;
    if (!/[\p{L}\p{N}]/u.test(text.slice(citation.at, end))) return citation;
  }
  const next = citations[firstAt(citations, end)];
  if (next === undefined || next.at - end > REACH) return undefined;
  const gap = text.slice(end, next.at);
  if (gap.includes('\n\n') ? gap.trim() !== '' : !BEHIND.test(gap) && !IN_BRACKETS.test(gap))
    return undefined;
  return gap.includes('\n\n') && !isAlone(text, next.at) ? undefined : next;
}

/** Whether nothing but punctuation stands in the paragraph of a citation. */
function isAlone(text: string, at: number): boolean {
  const from = text.lastIndexOf('\n\n', at);
  const to = text.indexOf('\n\n', at);
  const paragraph = text.slice(from < 0 ? 0 : from, Math.min(to < 0 ? text.length : to, at + REACH));
  return !/[\p{L}\p{N}]/u.test(paragraph);
}

function citationBefore(
  { text, citations }: NoteReading,
  start: number,
  taken: ReadonlySet<ReadCitation | undefined>,
): ReadCitation | undefined {
  const before = citations[firstAt(citations, start + 1) - 1];
  if (before === undefined || start - before.at > REACH || taken.has(before)) return undefined;
  const gap = text.slice(before.at, start);
  return sentenceEndIn(`${gap}x`) === undefined && !gap.includes('\n\n') ? before : undefined;
}

/** In the same sentence, also where the quotation is taken up again: “A,” he said, “B” [@key]. */
function citationLater(
  reading: NoteReading,
  candidates: readonly Candidate[],
  direct: readonly (ReadCitation | undefined)[],
  index: number,
): ReadCitation | undefined {
  const { text, citations } = reading;
  const end = candidates[index]?.outer[1] ?? 0;
  const next = citations[firstAt(citations, end)];
  if (next === undefined || next.at - end > REACH) return undefined;
  const gap = text.slice(end, next.at).trimEnd();
  if (gap.includes('\n\n') || endsSentence(text, end)) return undefined;
  let again = index + 1;
  while ((candidates[again]?.outer[0] ?? end) < end) again++;
  const between = candidates[again];
  if (between === undefined || between.outer[0] >= next.at) {
    return sentenceEndIn(gap.replace(/[.!?…]+$/u, '')) === undefined ? next : undefined;
  }
  if (direct[again] !== next) return undefined;
  return sentenceEndIn(text.slice(end, between.outer[0])) === undefined ? next : undefined;
}

/** The index of the first citation at an offset or behind it. */
export function firstAt(citations: readonly ReadCitation[], at: number): number {
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((citations[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function wordCountAtLeast(text: string, count: number): boolean {
  const pattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}’'-]+/gu;
  let left = count;
  while (left > 0 && pattern.test(text)) left--;
  return left === 0;
}
