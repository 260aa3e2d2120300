// Finds the citation of a block quotation: at its end, in its attribution, in the line below it, or in the sentence
// that introduces it.

import type { TextRange } from '../../model/search.ts';
import { firstAt, type CitedQuotation } from './attachCitations.ts';
import type { CitationGroup, GroupedReading } from './groupCitations.ts';
import { matchMarks } from './matchMarks.ts';
import type { ReadSpan } from './noteReading.ts';
import { sentenceEndIn } from './sentenceEnd.ts';

export interface BlockQuotation {
  readonly quotation: CitedQuotation;
  /** The part of the text in which no other quotation is looked for. */
  readonly covers: TextRange;
}

/** A part of a block with the citation at its end. */
interface Segment {
  readonly words: TextRange;
  readonly end: number;
  readonly citation: CitationGroup | undefined;
}

const ATTRIBUTION = /^\s*(?:[—–―~]|---?(?=\s))/u;
const LONGEST_INTRODUCTION = 400;
const LONGEST_ATTRIBUTION = 300;

export function blockQuotations(reading: GroupedReading): readonly BlockQuotation[] {
  const found: BlockQuotation[] = [];
  let covered = 0;
  for (const span of reading.spans) {
    if (span.kind !== 'block' || span.start < covered || span.end <= span.start) continue;
    covered = span.end;
    found.push(...quotationsOf(reading, span));
  }
  return found;
}

function quotationsOf(reading: GroupedReading, span: ReadSpan): readonly BlockQuotation[] {
  const given = span.citation === undefined ? undefined : reading.citations[span.citation];
  const segments = segmentsOf(reading, span);
  const only = segments.length === 1;
  return segments.flatMap(({ words, end, citation }, index) => {
    const first = index === 0 ? citationAbove(reading, span) : undefined;
    const last = index === segments.length - 1 ? citationBelow(reading, span) : undefined;
    const own = citation ?? given ?? last ?? first;
    const inside = trimmed(reading.text, words);
    if (own === undefined || inside[0] >= inside[1]) return [];
    const bare = withoutMarks(reading.text, inside);
    if (reading.text.slice(...bare.words).trim() === '') return [];
    const range: TextRange = only
      ? span.range
      : [
          index === 0 ? span.range[0] : (reading.starts[inside[0]] ?? span.range[0]),
          reading.ends[inside[1] - 1] ?? span.range[1],
        ];
    return [
      { quotation: { kind: 'block', ...bare, range, citation: own }, covers: [words[0], end] } as const,
    ];
  });
}

/** Parts a block behind each paragraph that a citation ends, and takes attributions off. */
function segmentsOf({ text, citations }: GroupedReading, { start, end }: ReadSpan): readonly Segment[] {
  const segments: Segment[] = [];
  let from = start;
  let open = false;
  for (const [first, last] of paragraphs(text, start, end)) {
    const trailing = trailingCitation(text, citations, first, last);
    if (!open) from = first;
    open = true;
    if (trailing === undefined) continue;
    const words: TextRange = [from, wordsEnd(text, from, first, trailing.at)];
    segments.push({ words, end: last, citation: trailing });
    open = false;
  }
  if (open) segments.push({ words: [from, end], end, citation: undefined });
  const merged: Segment[] = [];
  for (const segment of segments) {
    const before = merged.at(-1);
    // A second citation on a line of its own says more of the same words.
    if (text.slice(...segment.words).trim() === '' && before?.citation !== undefined) continue;
    merged.push(segment);
  }
  return merged;
}

/** The citation behind which a paragraph has no more words. */
function trailingCitation(
  text: string,
  citations: readonly CitationGroup[],
  first: number,
  last: number,
): CitationGroup | undefined {
  let trailing: CitationGroup | undefined;
  let [hasWords, hasLines] = [false, false];
  let to = last;
  for (let index = firstAt(citations, last + 1) - 1; index >= 0; index--) {
    const citation = citations[index];
    if (citation === undefined || citation.at < first) break;
    const behind = text.slice(citation.until, to);
    hasWords ||= /[\p{L}\p{N}]/u.test(behind);
    hasLines ||= behind.includes('\n');
    if (hasWords && (hasLines || !isAttribution(lineBefore(text, citation.at)))) break;
    trailing = citation;
    to = citation.at;
  }
  return trailing;
}

/** The line up to an offset, as far as an attribution may reach. */
function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - LONGEST_ATTRIBUTION - 1), at);
  return near.slice(near.lastIndexOf('\n') + 1);
}

/** A dash, and no whole sentence: that would be speech, which newspapers set with a dash too. */
function isAttribution(line: string): boolean {
  return (
    ATTRIBUTION.test(line) &&
    line.length <= LONGEST_ATTRIBUTION &&
    !/(?<!\b\p{Lu})[.!?…]["”’)\s]*$/u.test(line)
  );
}

/** Where the words end before a citation: before the attribution or the bracket that it stands in. */
function wordsEnd(text: string, from: number, paragraph: number, at: number): number {
  const lineStart = Math.max(paragraph, text.lastIndexOf('\n', at - 1) + 1);
  const line = text.slice(lineStart, at);
  if (lineStart > from && isAttribution(line)) return lineStart;
  if (paragraph > from && /^\s*(?:\(|\p{L}+:)?[^\p{L}\p{N}]*$/u.test(line)) return lineStart;
  const dash = /\s(?:[—―]|---?)\s*(?=\p{Lu})[^—―]{0,80}$/u.exec(line);
  if (dash !== null && /[.!?…]["”’»]*$/u.test(line.slice(0, dash.index))) return lineStart + dash.index;
  const bracket = /\s*\([^()]{0,80}$/u.exec(line);
  return bracket === null ? at : lineStart + bracket.index;
}

function citationBelow({ text, citations }: GroupedReading, { end }: ReadSpan): CitationGroup | undefined {
  const index = firstAt(citations, end);
  const next = citations[index];
  if (next === undefined || next.at - end > LONGEST_INTRODUCTION) return undefined;
  const gap = text.slice(end, next.at);
  const below = gap.trimStart();
  if (below.includes('\n\n')) return undefined;
  const paragraphEnd = text.indexOf('\n\n', next.at);
  const behind = text.slice(
    next.until,
    Math.min(next.until + 200, paragraphEnd < 0 ? text.length : paragraphEnd),
  );
  if (ATTRIBUTION.test(below)) return next;
  const isBare = !/[\p{L}\p{N}]/u.test(below) || /^\([^()]{0,80}$/u.test(below);
  return isBare && !/[\p{L}\p{N}]/u.test(behind) ? next : undefined;
}

/** "As Byron wrote [@key]:" or "Byron [@key] wrote" before the block. */
function citationAbove({ text, citations }: GroupedReading, { start }: ReadSpan): CitationGroup | undefined {
  const before = citations[firstAt(citations, start) - 1];
  if (before === undefined || start - before.until > LONGEST_INTRODUCTION) return undefined;
  const between = text.slice(before.until, start).trimEnd();
  if (between.includes('\n\n')) return undefined;
  const isIntroduction = /[:：,]$/u.test(between) || /[\p{L}\p{N})]$/u.test(between);
  const paragraph = text.slice(Math.max(0, text.lastIndexOf('\n\n', before.at)), before.at);
  if (between === '') return /[\p{L}\p{N}]\s*\(?$/u.test(paragraph) ? before : undefined;
  return isIntroduction && sentenceEndIn(`${between}_`) === undefined ? before : undefined;
}

/** A block needs no marks around it; where it has them, they are none of its words. */
function withoutMarks(text: string, [start, end]: TextRange): Pick<CitedQuotation, 'words' | 'without'> {
  const words = text.slice(start, end);
  const around = matchMarks(words).find(({ outer }) => outer[0] === 0 && outer[1] >= words.length - 1);
  const isAll = around !== undefined && /^[.,;:]?$/u.test(words.slice(around.outer[1]));
  if (!isAll) return { words: [start, end], without: [] };
  return {
    words: [start + around.inner[0], start + around.inner[1]],
    without: around.repeated.map((at) => start + at),
  };
}

function* paragraphs(text: string, start: number, end: number): Generator<TextRange> {
  for (let from = start; from < end;) {
    const at = text.indexOf('\n\n', from);
    const to = at < 0 || at > end ? end : at;
    if (to > from) yield [from, to];
    from = to + 2;
  }
}

function trimmed(text: string, [start, end]: TextRange): TextRange {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return lead === words.length ? [start, start] : [start + lead, start + words.trimEnd().length];
}
