// Reads a part of a note in whatever language it is written.

import type { NoteLanguage } from '../noteLanguage.ts';
import type { NotePen, NoteReading } from './noteReading.ts';
import { readAsciidoc } from './readAsciidoc.ts';
import { readLatex } from './readLatex.ts';
import { readMarkdown } from './readMarkdown.ts';
import { readOrg } from './readOrg.ts';
import { readPlain } from './readPlain.ts';
import { readRestructuredText } from './readRestructuredText.ts';
import { readTypst } from './readTypst.ts';

type Reader = (note: string, start: number, end: number, pen: NotePen) => void;

const READERS: Readonly<Record<NoteLanguage, Reader>> = {
  markdown: readMarkdown,
  latex: readLatex,
  asciidoc: readAsciidoc,
  restructuredtext: readRestructuredText,
  org: readOrg,
  typst: readTypst,
  plain: readPlain,
};

/** Gives what a reader sees of a part of a note, with its citations; good until the pen writes again. */
export function readChunk(
  note: string,
  start: number,
  end: number,
  language: NoteLanguage,
  pen: NotePen,
): NoteReading {
  READERS[language](note, start, end, pen);
  return pen.finish();
}
