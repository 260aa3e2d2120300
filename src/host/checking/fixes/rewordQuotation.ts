// Gives a quotation in a note other words and leaves all else in the note as it is.

import { citationsOf } from '../../../core/cite/find/citationsOf.ts';
import { findQuotationsAgain, type NoteFindings } from '../../../core/cite/find/findQuotations.ts';
import type { FoundQuotation } from '../../../core/cite/find/foundQuotation.ts';
import type { WordEdit } from '../../../core/cite/check/restoreWords.ts';
import { applyEdits } from '../../../core/cite/check/restoreWords.ts';
import { placeOfWords } from '../wordPlaces.ts';
import { escapeForNote } from './escapeForNote.ts';

/** Changes of the words, or the words to have. */
export type Rewording = readonly WordEdit[] | string;

/**
 * Gives the edits of the note that give a quotation other words; undefined where they cannot be made. What the note
 * then says is read again, so that an edit is given only if a reader sees these very words, whatever markup stands
 * around and between them.
 */
export function rewordQuotation(
  findings: NoteFindings,
  quotation: FoundQuotation,
  rewording: Rewording,
): readonly WordEdit[] | undefined {
  const { words } = quotation;
  const edits = typeof rewording === 'string' ? [editBetween(words, rewording)] : rewording;
  const wanted = applyEdits(words, edits);
  const whole = { range: [0, words.length] as const, text: wanted };
  return [edits, [whole]]
    .map((tried) => inNote(findings, quotation, tried))
    .find((tried) => saysSo(findings, quotation, tried, wanted));
}

function inNote(
  { note, language }: NoteFindings,
  quotation: FoundQuotation,
  edits: readonly WordEdit[],
): readonly WordEdit[] {
  return edits.map(({ range, text }) => {
    const place = placeOfWords(note, quotation, range);
    const before = note.slice(note.lastIndexOf('\n', place[0] - 1) + 1, place[0]);
    return { range: place, text: escapeForNote(text, language, before) };
  });
}

/** Whether a quotation with these words stands in the note after the edits, where it stood before. */
function saysSo(
  findings: NoteFindings,
  { range: [start], key }: FoundQuotation,
  edits: readonly WordEdit[],
  wanted: string,
): boolean {
  const again = findQuotationsAgain(findings, applyEdits(findings.note, edits));
  const found = again.quotations.find(
    (other) => other.range[0] === start && citationsOf(other).some((cited) => cited.key === key),
  );
  return found !== undefined && sameWords(found.words, wanted);
}

/** Signs of typography may be written in several ways. */
function sameWords(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) =>
    text
      .normalize('NFC')
      .replace(/[“”„‟«»]/g, '"')
      .replace(/[‘’‚‛‹›]/g, "'")
      .replace(/[‐‑–—]|-{2,3}/g, '-')
      .replaceAll('…', '...')
      .replace(/\s+/g, ' '),
  );
  return first === second;
}

/** The one edit that makes a text another. */
function editBetween(from: string, to: string): WordEdit {
  let start = 0;
  while (start < from.length && start < to.length && from.charAt(start) === to.charAt(start)) start++;
  let tail = 0;
  while (
    tail < from.length - start &&
    tail < to.length - start &&
    from.charAt(from.length - 1 - tail) === to.charAt(to.length - 1 - tail)
  )
    tail++;
  return { range: [start, from.length - tail], text: to.slice(start, to.length - tail) };
}
