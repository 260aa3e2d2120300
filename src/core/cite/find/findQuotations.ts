// Finds the quotations and citations of a note, afresh or around what changed since they were last found.

import type { TextRange } from '../../model/search.ts';
import type { NoteLanguage } from '../noteLanguage.ts';
import { attachCitations, type CitedQuotation } from './attachCitations.ts';
import type { FoundCitation, FoundInNote, FoundQuotation } from './foundQuotation.ts';
import { firstCitations, groupCitations, type GroupedReading } from './groupCitations.ts';
import { chunkEnd } from './noteChunks.ts';
import { createNotePen, type NotePen, type ReadCitation } from './noteReading.ts';
import { readChunk } from './readChunk.ts';
import {
  footnotesOf,
  isUnnamed,
  keyLabel,
  type FootnoteName,
  type FootnotesInPart,
  type NamedCitation,
} from './resolveFootnotes.ts';

/** What was found in a part of a note that stands for itself. */
interface ChunkFindings extends FoundInNote, FootnotesInPart {
  readonly start: number;
  readonly end: number;
  /** The citations of quotations of which some name a footnote, by the quotation's index. */
  readonly named: ReadonlyMap<number, readonly NamedCitation[]>;
  /** The indexes of citations that only name a footnote. */
  readonly naming: ReadonlySet<number>;
}

/** What was found in a note, with what finding it again after a change needs. */
export interface NoteFindings extends FoundInNote {
  readonly note: string;
  readonly language: NoteLanguage;
  readonly chunks: readonly ChunkFindings[];
}

/** In UTF-16 units; what stands behind is not looked at. */
export const LONGEST_NOTE = 20 * 1024 * 1024;

/** Units that are compared at once. */
const COMPARED = 4096;

/**
 * Gives every quotation of a note that a citation follows, ends or introduces, and every citation. Code, comments,
 * formulas, front matter and raw blocks have none. Never throws, and takes time proportional to the length.
 *
 * @param note As it stands, with whatever line ends it has; all offsets count its UTF-16 units.
 * @example "“It *rained*” [@byron2026, para. 4]." in Markdown gives one quotation with the words "It rained", the key
 * "byron2026" and the locator "para. 4".
 */
export function findQuotations(note: string, language: NoteLanguage): NoteFindings {
  return withFootnotes(note, language, findChunks(note, language, 0, []));
}

/**
 * Finds again in a note that was changed: gives what `findQuotations` gives, and reads only the parts around the
 * change.
 */
export function findQuotationsAgain(before: NoteFindings, note: string): NoteFindings {
  const { chunks, language } = before;
  const old = before.note;
  const [head, tail] = sameEnds(old, note);
  // Where a part ends depends on the line behind it.
  const kept = Math.max(0, chunks.findLastIndex(({ end }) => end < head) - 1);
  const first = chunks.slice(0, kept);
  const delta = note.length - old.length;
  const isWhole = Math.max(note.length, old.length) <= LONGEST_NOTE;
  const same = isWhole ? chunks.filter(({ start }) => start >= old.length - tail) : [];
  const changed = findChunks(note, language, first.at(-1)?.end ?? 0, same, delta);
  return withFootnotes(note, language, [...first, ...changed]);
}

/** Gives how many units two texts have in common at their beginnings, and how many more at their ends. */
function sameEnds(one: string, other: string): readonly [head: number, tail: number] {
  const most = Math.min(one.length, other.length);
  let head = 0;
  for (let step = COMPARED; step >= 1; step = Math.floor(step / 8)) {
    while (head + step <= most && one.slice(head, head + step) === other.slice(head, head + step))
      head += step;
  }
  let tail = 0;
  const [end, otherEnd] = [one.length, other.length];
  for (let step = COMPARED; step >= 1; step = Math.floor(step / 8)) {
    while (
      tail + step <= most - head &&
      one.slice(end - tail - step, end - tail) === other.slice(otherEnd - tail - step, otherEnd - tail)
    ) {
      tail += step;
    }
  }
  return [head, tail];
}

/** Reads part after part, until one ends where a part known from before begins. */
function findChunks(
  note: string,
  language: NoteLanguage,
  from: number,
  known: readonly ChunkFindings[],
  delta = 0,
): readonly ChunkFindings[] {
  const found: ChunkFindings[] = [];
  const pen = createNotePen();
  const limit = Math.min(note.length, LONGEST_NOTE);
  const knownAt = new Map(known.map((chunk, index) => [chunk.start + delta, index]));
  for (let start = from; start < limit;) {
    const reusable = start === 0 ? undefined : knownAt.get(start);
    if (reusable !== undefined) {
      for (const chunk of known.slice(reusable)) found.push(delta === 0 ? chunk : moved(chunk, delta));
      break;
    }
    const end = Math.min(chunkEnd(note, start, language), limit);
    found.push(findInChunk(note, language, start, end, pen));
    start = end;
  }
  return found;
}

function findInChunk(
  note: string,
  language: NoteLanguage,
  start: number,
  end: number,
  pen: NotePen,
): ChunkFindings {
  const read = readChunk(note, start, end, language, pen);
  const reading = groupCitations(note, read);
  const cited = attachCitations(reading);
  const names = footnoteNames(read.citations);
  const named = cited.flatMap(({ citation: { members } }, index) =>
    members.some(({ isFootnote }) => isFootnote)
      ? [[index, members.map((each) => ({ found: foundCitation(each), footnote: names.get(each) }))] as const]
      : [],
  );
  return {
    start,
    end,
    quotations: cited.map((quotation) => foundQuotation(reading, quotation)),
    citations: read.citations.map(foundCitation),
    named: new Map(named),
    naming: new Set(read.citations.flatMap(({ isFootnote }, index) => (isFootnote ? [index] : []))),
    footnotes: read.footnotes.map(({ label, citations }) => ({
      label,
      cites: firstCitations(note, read.text, read.citations.slice(...citations)).map(foundCitation),
    })),
    unnamed: countsOf([...names.values()].map(({ label }) => label).filter(isUnnamed)),
  };
}

/** Which footnote each citation names that names one. */
function footnoteNames(citations: readonly ReadCitation[]): ReadonlyMap<ReadCitation, FootnoteName> {
  const seen = new Map<string, number>();
  const names = new Map<ReadCitation, FootnoteName>();
  for (const citation of citations) {
    if (!citation.isFootnote) continue;
    const place = seen.get(citation.key) ?? 0;
    seen.set(citation.key, place + 1);
    names.set(citation, { label: citation.key, place });
  }
  return names;
}

function countsOf(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function foundCitation({ key, keyRange, citation, locator }: ReadCitation): FoundCitation {
  return { key, keyRange, citation, locator };
}

function foundQuotation(reading: GroupedReading, cited: CitedQuotation): FoundQuotation {
  const [start, end] = trimmed(reading.text, cited.words);
  const pieces: string[] = [];
  const places: number[] = [];
  let from = start;
  for (const without of [...cited.without.filter((at) => at >= start && at < end), end]) {
    pieces.push(reading.text.slice(from, without));
    for (let at = from; at < without; at++) places.push(reading.starts[at] ?? 0);
    from = without + 1;
  }
  places.push(end > start ? (reading.ends[end - 1] ?? 0) : cited.range[1]);
  const { kind, range, citation } = cited;
  const others = citation.members.slice(1).map(foundCitation);
  return { kind, range, words: pieces.join(''), places, ...foundCitation(citation), others };
}

function trimmed(text: string, [start, end]: TextRange): TextRange {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return lead === words.length ? [start, start] : [start + lead, start + words.trimEnd().length];
}

/** A footnote's text says what is cited, wherever in the note it stands; else its label may be the key. */
function withFootnotes(note: string, language: NoteLanguage, chunks: readonly ChunkFindings[]): NoteFindings {
  const resolve = footnotesOf(chunks, language);
  const quotations: FoundQuotation[] = [];
  const citations: FoundCitation[] = [];
  chunks.forEach((chunk, part) => {
    chunk.quotations.forEach((quotation, index) => {
      const named = chunk.named.get(index);
      const resolved = named === undefined ? quotation : resolve(quotation, named, part);
      if (resolved !== undefined) quotations.push(resolved);
    });
    // A citation in a footnote is found where it stands; naming the footnote is one only where the label is the key.
    chunk.citations.forEach((citation, index) => {
      if (chunk.naming.has(index)) citations.push(...keyLabel(citation));
      else citations.push(citation);
    });
  });
  return { note, language, chunks, quotations, citations };
}

function moved(chunk: ChunkFindings, delta: number): ChunkFindings {
  return {
    ...chunk,
    start: chunk.start + delta,
    end: chunk.end + delta,
    quotations: chunk.quotations.map((quotation) => ({
      ...movedCitation(quotation, delta),
      range: movedRange(quotation.range, delta),
      places: quotation.places.map((place) => place + delta),
      others: quotation.others.map((citation) => movedCitation(citation, delta)),
    })),
    citations: chunk.citations.map((citation) => movedCitation(citation, delta)),
    named: new Map(
      [...chunk.named].map(([index, named]) => [
        index,
        named.map((each) => ({ ...each, found: movedCitation(each.found, delta) })),
      ]),
    ),
    footnotes: chunk.footnotes.map(({ label, cites }) => ({
      label,
      cites: cites.map((citation) => movedCitation(citation, delta)),
    })),
  };
}

function movedCitation<T extends FoundCitation>(found: T, delta: number): T {
  return {
    ...found,
    keyRange: movedRange(found.keyRange, delta),
    citation: movedRange(found.citation, delta),
  };
}

function movedRange([start, end]: TextRange, delta: number): TextRange {
  return [start + delta, end + delta];
}
