// Puts the source's words back into a quotation.

import type { TextRange } from '../../model/search.ts';
import { inStyleOf } from './inStyleOf.ts';
import type { Altered } from './verdict.ts';

/** A stretch of the quotation's words that gives way to a text. */
export interface WordEdit {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * Gives the edits that make a quotation its source's words again, in order and without overlaps; undefined where words
 * are out of order or from several places, as it is not clear then which are meant. What is the same and what the
 * writer marked stays untouched, with the note's markup in it.
 *
 * @param sample A text in the note's typography, whose quotation marks, dashes and ellipses the restored words get.
 */
export function restoringEdits(
  words: string,
  { pieces, concerns }: Altered,
  sample = words,
): readonly WordEdit[] | undefined {
  if (concerns.includes('order')) return undefined;
  const lastKept = pieces.findLastIndex(({ kind, quotedText }) => kind !== 'added' && quotedText !== '');
  return pieces.flatMap(({ kind, quoted, sourceText }, index): readonly WordEdit[] => {
    if (kind === 'same' || kind === 'marked') return [];
    const before = pieces[index - 1];
    // Where the source has a space behind the words before, the quotation may have had punctuation instead.
    const needsSpace =
      before !== undefined && /\s$/u.test(before.sourceText) && /\S$/u.test(before.quotedText);
    const space = needsSpace && before.kind === 'same' ? ' ' : '';
    // And the other way round.
    const surplus =
      before?.kind === 'same' && /\S$/u.test(before.sourceText) ? trailingSpaces(before.quotedText) : 0;
    if (kind !== 'added') {
      return [{ range: [quoted[0] - surplus, quoted[1]], text: space + inStyleOf(sample, sourceText) }];
    }
    if (index < lastKept) return [{ range: quoted, text: space }];
    // Nothing follows, so the space before goes with the words.
    return [{ range: [quoted[0] - trailingSpaces(words.slice(0, quoted[0])), quoted[1]], text: '' }];
  });
}

function trailingSpaces(text: string): number {
  return text.length - text.trimEnd().length;
}

/**
 * Gives the words of a quotation as the source has them; undefined where `restoringEdits` gives no edits.
 *
 * @example For "The minister did rule it out", compared with "The minister did not rule it out", gives the latter.
 */
export function restoreWords(words: string, verdict: Altered, sample = words): string | undefined {
  const edits = restoringEdits(words, verdict, sample);
  return edits === undefined ? undefined : applyEdits(words, edits);
}

/** Gives the text with edits made that are in order and do not overlap. */
export function applyEdits(words: string, edits: readonly WordEdit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { range, text } of edits) {
    parts.push(words.slice(done, range[0]), text);
    done = Math.max(done, range[1]);
  }
  return parts.join('') + words.slice(done);
}
