// What makes some lines of a note a block quotation.

import type { NoteLanguage } from '../../../core/cite/noteLanguage.ts';
import type { TextRange } from '../../../core/model/search.ts';

/** Signs before each line, or lines of their own with their ends; the note's other words are in neither. */
const MARKS: Readonly<Record<NoteLanguage, RegExp | undefined>> = {
  markdown: /(?<=^[ \t]*)>[ \t]?/gm,
  asciidoc: /^(?:\[quote[^\]\n]*\]|_{4,})[ \t]*(?:\r?\n|$)/gm,
  org: /^[ \t]*#\+(?:begin|end)_quote[ \t]*(?:\r?\n|$)/gim,
  // One with a citation in its own brackets would lose it.
  latex: /^[ \t]*\\(?:begin|end)\{(?:display)?quot(?:e|ation)\}[ \t]*(?:\r?\n|$)/gm,
  restructuredtext: /^[ \t]+(?=\S)/gm,
  typst: undefined,
  plain: undefined,
};

/**
 * Gives what is to be left out of the note so that a block quotation becomes ordinary paragraphs; nothing where that
 * cannot be told.
 *
 * @param range The quotation with its markup.
 */
export function blockMarks(note: string, language: NoteLanguage, range: TextRange): readonly TextRange[] {
  const marks = MARKS[language];
  if (marks === undefined) return [];
  const from = note.lastIndexOf('\n', range[0] - 1) + 1;
  const end = note.indexOf('\n', range[1]);
  const lines = note.slice(from, end < 0 ? note.length : end + 1);
  const ranges = [...lines.matchAll(marks)].map(({ 0: sign, index }): TextRange => [
    from + index,
    from + index + sign.length,
  ]);
  // An opening without its end would leave broken markup behind.
  const isPaired = language === 'latex' || language === 'org';
  return isPaired && ranges.length !== 2 ? [] : ranges;
}
