// Where a block goes in a note of each language.

import { insertionAt, type Insertion } from '../insertionAt.ts';
import type { NoteLanguage } from '../noteLanguage.ts';

/** A list's item, or an entry with its term (Asciidoctor's documentation, "Lists"). */
const ITEM = /^\s*(?:\*{1,5}|-|\.{1,5}|\d{1,4}\.|[a-zA-Z]\.)\s+\S|\S:{2,4}(?:\s|$)/;

/**
 * Gives what to insert so that a block stands alone, as `insertionAt` does. AsciiDoc takes what is indented for
 * literal text, so a block begins in the first column there, and a line with a plus sign keeps it in its list item.
 *
 * @param before The note up to the cursor; its last lines are enough.
 * @param after The note behind the cursor; its first lines are enough.
 * @param block Lines that end with a line end.
 */
export function insertionIn(language: NoteLanguage, before: string, after: string, block: string): Insertion {
  const insertion = insertionAt(before, after, block);
  if (language !== 'asciidoc') return insertion;
  const { replaces } = insertion;
  const kept = before.slice(0, before.length - replaces);
  const linesAbove = kept.split('\n').slice(0, -1);
  const isContinued = kept.endsWith('\n') && linesAbove.at(-1)?.trimEnd() === '+';
  if (!isContinued && !(replaces > 0 && isInItem(linesAbove))) {
    return { replaces, text: insertionAt(kept, after, block).text };
  }
  const closing = after.trim() === '' || /^[^\S\n]*\n/.test(after) ? '' : '\n';
  return { replaces, text: `${isContinued ? '' : '+\n'}${block}${closing}` };
}

/** Whether the lines above are those of a list item, without an empty line. */
function isInItem(linesAbove: readonly string[]): boolean {
  const paragraph = linesAbove.slice(linesAbove.findLastIndex((line) => line.trim() === '') + 1);
  return paragraph.some((line) => ITEM.test(line));
}
