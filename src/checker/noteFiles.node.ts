// Finds notes on disk and reads them.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GENERATED_FOLDERS } from '../core/cite/generatedFolders.ts';
import { noteLanguageOfFile, type NoteLanguage } from '../core/cite/noteLanguage.ts';
import { UserError } from '../core/model/userError.ts';

export interface NoteFile {
  readonly path: string;
  readonly language: NoteLanguage;
}

const SKIPPED_FOLDERS = new Set(GENERATED_FOLDERS);
const DEEPEST = 100;

/**
 * Gives the notes in folders and below them, in the order of their names; a file that is named counts whatever its
 * ending. A note that is named twice counts once. Hidden and
 * generated folders and links to folders are left out.
 *
 * @throws UserError where a path does not exist or cannot be read.
 */
export function noteFiles(paths: readonly string[]): readonly NoteFile[] {
  const found = new Map<string, NoteFile>();
  for (const path of paths) {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) throw new UserError(`${path} does not exist.`);
    const notes = status.isDirectory()
      ? notesIn(path, 0)
      : [{ path, language: noteLanguageOfFile(path) ?? ('markdown' as const) }];
    for (const note of notes) {
      const place = resolve(note.path);
      if (!found.has(place)) found.set(place, note);
    }
  }
  return [...found.values()];
}

/** Gives a note's text, whose offsets count what an editor would show; undefined where it is no text. */
export function readNote({ path }: NoteFile): string | undefined {
  const bytes = readFileSync(path);
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.subarray(0, 4096).includes(0) ? undefined : new TextDecoder().decode(bytes);
}

function notesIn(folder: string, depth: number): readonly NoteFile[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return SKIPPED_FOLDERS.has(entry.name) || depth >= DEEPEST ? [] : notesIn(path, depth + 1);
    const language = entry.isFile() ? noteLanguageOfFile(entry.name) : undefined;
    return language === undefined ? [] : [{ path, language }];
  });
}
