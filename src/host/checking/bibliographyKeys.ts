// Which keys stand in the bibliographies of a note, whoever wrote them.

import * as vscode from 'vscode';
import { bibliographyFormat } from '../../core/cite/bibliography/bibliographyFormat.ts';
import { scanBibliography } from '../../core/cite/bibliography/scanBibliography.ts';
import type { NoteLanguage } from '../../core/cite/noteLanguage.ts';
import { openDocument } from '../noteDocuments.ts';
import { readNoteFile } from './readNoteFile.ts';

/** A note, open in an editor or not. */
export type NoteAtPlace = Pick<vscode.TextDocument, 'uri' | 'getText'>;

/** Gives the bibliographies that a note or its project names. */
export type BibliographiesOf = (note: NoteAtPlace, language: NoteLanguage) => Promise<readonly vscode.Uri[]>;

export interface BibliographyKeys {
  /** Whether the note has any bibliography; one that cannot be read counts. */
  readonly isNamed: boolean;
  readonly keys: ReadonlySet<string>;
}

/** Gives the keys of all bibliographies of a note. */
export type KeysOf = (note: NoteAtPlace, language: NoteLanguage) => Promise<BibliographyKeys>;

interface Scanned {
  readonly stamp: string;
  readonly keys: readonly string[];
}

const REMEMBERED = 20;

/** Reads bibliographies again only when they have changed, as they may be long and notes are checked often. */
export function createBibliographyKeys(bibliographiesOf: BibliographiesOf): KeysOf {
  const remembered = new Map<string, Scanned>();
  return async (note, language) => {
    const uris = await bibliographiesOf(note, language);
    const keys = new Set<string>();
    for (const uri of uris) {
      const name = `${language} ${uri.toString()}`;
      const stamp = await stampOf(uri);
      const known = remembered.get(name);
      const scanned = known?.stamp === stamp ? known : { stamp, keys: await scan(uri, language) };
      remembered.delete(name);
      remembered.set(name, scanned);
      const [oldest] = remembered.keys();
      if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
      for (const key of scanned.keys) keys.add(key);
    }
    return { isNamed: uris.length > 0, keys };
  };
}

async function scan(uri: vscode.Uri, language: NoteLanguage): Promise<readonly string[]> {
  const read = await readNoteFile(uri);
  const format = read.kind === 'read' ? bibliographyFormat(uri.path, read.text, language) : undefined;
  if (read.kind !== 'read' || format === undefined) return [];
  return scanBibliography(format, read.text).entries.map(({ key }) => key);
}

/** Changes whenever what would be read does. */
async function stampOf(uri: vscode.Uri): Promise<string> {
  const document = openDocument(uri);
  if (document !== undefined) return `version ${document.version}`;
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    return `${mtime} ${size}`;
  } catch {
    return 'none';
  }
}
