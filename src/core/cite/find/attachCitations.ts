// Finds the quotations of a text as a reader sees it, and the citation that each of them has.

import type { TextRange } from '../../model/search.ts';
import { blockQuotations } from './blockQuotations.ts';
import type { CitationGroup, GroupedReading } from './groupCitations.ts';
import { matchMarks } from './matchMarks.ts';
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
  readonly citation: CitationGroup;
}

interface Candidate {
  readonly outer: TextRange;
  readonly inner: TextRange;
  readonly without: readonly number[];
  readonly range: TextRange;
  readonly given: CitationGroup | undefined;
}

/** How far from a quotation its citation may stand in the same sentence. */
const REACH = 400;
/** Words of fewer are names and irony as often as quotations; only a citation right behind them is theirs. */
const FEWEST_WORDS = 2;
const BEHIND = /^[^\p{L}\p{N}“„«‘‚]*$/u;
/** "@key: “…”" and "@key says “…”", but not "@key and “…”". */
const INTRODUCING =
  /^(?:\s*:|\s+(?!(?:and|or|but|und|oder|aber|et|ou|mais|y|o|pero|e|ma|i|lub|ale|и|или|но|en|of|maar)(?!\p{L}))\p{Ll}+[:,]?)\s*$/u;
/** "“…”; @key, “…”", where the mark before the key parts it from what stands there. */
const INTRODUCING_APART = /^\s*,\s*$/u;
/** Words between two parts of a speech: ", said the minister of the interior on Monday. " */
const LONGEST_SPEAKER = 60;
/** Words before a citation in its bracket. */
const LONGEST_PREFIX = 80;
const IN_BRACKETS = /^[\s.,;:!?…]*\((?:[^()“”„"«»]{0,80})$/u;

/**
 * Gives the quotations that have a citation, in the order of the text: block quotations first where they hold others.
 * A citation belongs to the quotation that it follows, unless it is the subject of another one's sentence ("@key says
 * “…”"), else to the one that it stands before in the same sentence ("As Byron wrote [@key], “…”"), else to the one
 * before it in the same sentence ("“…”, she said [@key]").
 */
export function attachCitations(reading: GroupedReading): readonly CitedQuotation[] {
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

function inlineCandidates(reading: GroupedReading): readonly Candidate[] {
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
function citedInline(reading: GroupedReading, candidates: readonly Candidate[]): readonly CitedQuotation[] {
  const { text } = reading;
  if (reading.citations.length === 0) return [];
  const behind = candidates.map((candidate) => candidate.given ?? citationBehind(reading, candidate.outer));
  const direct = directCitations(reading, candidates, behind);
  const later = laterCitations(reading, candidates, direct);
  // A citation behind its quotation introduces no other.
  const taken = new Set(direct);
  const found: CitedQuotation[] = [];
  let covered = 0;
  candidates.forEach((candidate, index) => {
    const { outer, inner } = candidate;
    if (outer[0] < covered || text.slice(...inner).trim() === '') return;
    let citation = direct[index];
    if (citation === undefined && wordCountAtLeast(text.slice(...inner), FEWEST_WORDS)) {
      // One right behind it that is not its own introduces the next quotation.
      const own = behind[index] === undefined ? later[index] : undefined;
      citation = citationBefore(reading, outer[0], taken, own !== undefined) ?? own;
      if (citation !== undefined && citation === own) taken.add(citation);
    }
    if (citation === undefined) return;
    covered = outer[1];
    const words: TextRange = [inner[0], wordsEnd(text, inner, citation)];
    found.push({ kind: 'inline', words, without: candidate.without, range: candidate.range, citation });
  });
  return found;
}

/** The citation right behind each quotation, if it introduces no other: While @a says “…”, @b says “…”. */
function directCitations(
  reading: GroupedReading,
  candidates: readonly Candidate[],
  behind: readonly (CitationGroup | undefined)[],
): readonly (CitationGroup | undefined)[] {
  const { text } = reading;
  const taken = new Set(behind);
  return behind.map((citation, index) => {
    const [start, end] = candidates[index]?.outer ?? [0, 0];
    if (citation === undefined || citation.at < end || !isInText(citation)) return citation;
    const next = nextCandidate(candidates, index, end);
    const introduced = candidates[next]?.outer[0];
    if (introduced === undefined || introduced < citation.at || behind[next] !== undefined) return citation;
    if (introduced - citation.at > REACH) return citation;
    const between = text.slice(citation.until, introduced);
    const isApart = /[.;!?…]/u.test(text.slice(end, citation.at));
    const isGiven = isApart
      ? INTRODUCING.test(between) || INTRODUCING_APART.test(between)
      : INTRODUCING.test(between) && isIntroduced(reading, start, taken);
    return isGiven ? undefined : citation;
  });
}

/** Whether a quotation has a citation before it in its own sentence. */
function isIntroduced(
  reading: GroupedReading,
  start: number,
  taken: ReadonlySet<CitationGroup | undefined>,
): boolean {
  const before = citationBefore(reading, start, taken, false);
  return (
    before !== undefined && sentenceEndIn(reading.text.slice(before.until, start).trimEnd()) === undefined
  );
}

/** "@key", which a sentence can have as its subject; what has brackets only follows. */
function isInText({ keyRange, citation }: CitationGroup): boolean {
  return keyRange[0] - citation[0] === 1;
}

/** “words (see @key)”: the bracket of a citation is none of the words. */
function wordsEnd(text: string, [start, end]: TextRange, { at }: CitationGroup): number {
  if (at <= start || at >= end) return end;
  const from = Math.max(start, at - LONGEST_PREFIX);
  const bracket = /\s*\([^()]*$/u.exec(text.slice(from, at));
  const isClosed = /^[^()\p{L}\p{N}]*\)[^()\p{L}\p{N}]*$/u.test(text.slice(at, end));
  return bracket === null || !isClosed ? end : from + bracket.index;
}

/** Right behind the closing mark or right before it: “words” [@key], “words [@key]”, “words” (see @key). */
export function citationBehind(
  { text, citations }: GroupedReading,
  [start, end]: TextRange,
): CitationGroup | undefined {
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

/** @param isCited Whether a citation behind it may be its own, so that a semicolon parts it from this one. */
function citationBefore(
  { text, citations }: GroupedReading,
  start: number,
  taken: ReadonlySet<CitationGroup | undefined>,
  isCited: boolean,
): CitationGroup | undefined {
  const before = citations[firstAt(citations, start + 1) - 1];
  if (before === undefined || start - before.until > REACH || taken.has(before)) return undefined;
  const gap = text.slice(before.until, start);
  if (gap.includes('\n\n') || (isCited && gap.includes(';'))) return undefined;
  return sentenceEndIn(`${gap}_`) === undefined ? before : undefined;
}

/**
 * For each quotation the citation behind it in the same sentence, also where the quotation is taken up again: “A,” he
 * said, “B” [@key].
 */
function laterCitations(
  { text, citations }: GroupedReading,
  candidates: readonly Candidate[],
  direct: readonly (CitationGroup | undefined)[],
): readonly (CitationGroup | undefined)[] {
  const later: (CitationGroup | undefined)[] = candidates.map(() => undefined);
  for (let index = candidates.length - 1; index >= 0; index--) {
    const [start, end] = candidates[index]?.outer ?? [0, 0];
    const next = citations[firstAt(citations, end)];
    if (next === undefined || next.at - end > REACH) continue;
    const gap = text.slice(end, next.at).trimEnd();
    if (gap.includes('\n\n') || endsSentence(text, end)) continue;
    const again = nextCandidate(candidates, index, end);
    const between = candidates[again]?.outer[0] ?? Infinity;
    const isAgain = between < next.at;
    if (isAgain && (direct[again] ?? later[again]) !== next) continue;
    const stop = sentenceEndIn(gap.replace(/[.!?…]+$/u, ''));
    const isOver = stop !== undefined && (!isAgain || end + stop <= between);
    if (!isOver || (isAgain && isSpeech(text, [start, end], between))) later[index] = next;
  }
  return later;
}

/** A whole sentence before its speaker goes on in the next one: “A,” he said. “B.” */
function isSpeech(text: string, [start, end]: TextRange, next: number): boolean {
  return (
    next - end <= LONGEST_SPEAKER &&
    /(?:^|\n|[.!?…:]["”’»“‘)]*\s+)$/u.test(text.slice(Math.max(0, start - 10), start)) &&
    (/[,!?…—–-]$/u.test(text.slice(start, end - 1)) || /^\s?,/u.test(text.slice(end, end + 2)))
  );
}

/** The next quotation that does not stand inside this one. */
function nextCandidate(candidates: readonly Candidate[], index: number, end: number): number {
  let next = index + 1;
  while ((candidates[next]?.outer[0] ?? end) < end) next++;
  return next;
}

/** The index of the first citation at an offset or behind it. */
export function firstAt(citations: readonly CitationGroup[], at: number): number {
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
