// Words of a source as a note's language writes them.

import type { NoteLanguage } from '../../../core/cite/noteLanguage.ts';
import { markupOf } from '../../../core/cite/write/markupOf.ts';

/**
 * Gives words as they stand inside a line of a note, with the white space around them.
 *
 * @param before What stands before them in their line; a new paragraph begins its lines as this one does.
 */
export function escapeForNote(words: string, language: NoteLanguage, before: string): string {
  const { text } = markupOf(language);
  const paragraphs = words.split(/\n\s*\n/).map((paragraph) => {
    const lead = /^\s*/.exec(paragraph)?.[0] ?? '';
    if (lead === paragraph) return spaceFor(lead);
    const trail = /\s*$/.exec(paragraph)?.[0] ?? '';
    return `${spaceFor(lead)}${text(paragraph)}${spaceFor(trail)}`;
  });
  const start = /^[\s>]*/.exec(before)?.[0] ?? '';
  return paragraphs.join(`\n${start.trimEnd()}\n${start}`);
}

function spaceFor(white: string): string {
  return white === '' ? '' : ' ';
}
