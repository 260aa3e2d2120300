// Which bibliographies a note cites from: those that it names, that its project names, or that the settings name.

import * as vscode from 'vscode';
import { bibliographyOf, quartoBibliographies } from '../../core/cite/bibliography/bibliographyOf.ts';
import type { NoteLanguage } from '../../core/cite/noteLanguage.ts';
import { setting } from '../settings.ts';
import { isThere, readText } from './readText.ts';

export interface NoteBibliographies {
  /** In the order in which they are named; they need not exist. */
  readonly named: readonly vscode.Uri[];
  /** Where a new one would go: beside the note. Undefined for a note that is in no folder yet. */
  readonly beside: vscode.Uri | undefined;
}

/** A project's metadata, the nearest to the note first (Quarto: directory metadata, project metadata). */
const PROJECT_FILES = ['_metadata.yml', '_quarto.yml', '_quarto.yaml'];
const NEW_NAME = 'references.bib';
/** Folders above a note that are looked into. */
const DEEPEST = 20;

/** Finds the bibliographies of a note; what the note says itself counts before its project and the settings. */
export async function noteBibliographies(
  note: Pick<vscode.TextDocument, 'uri' | 'getText'>,
  language: NoteLanguage,
): Promise<NoteBibliographies> {
  const folder = folderOf(note);
  if (folder === undefined) return { named: [], beside: undefined };
  const beside = vscode.Uri.joinPath(folder, NEW_NAME);
  const root = vscode.workspace.getWorkspaceFolder(note.uri)?.uri ?? folder;
  const own = bibliographyOf(note.getText(), language).map((path) => resolved(folder, path, root));
  if (own.length > 0) return { named: await Promise.all(own), beside };
  if (language === 'markdown') {
    const ofProject = await projectBibliographies(folder);
    if (ofProject.length > 0) return { named: ofProject, beside };
  }
  const set = setting('broadsheet.notes.bibliography', note.uri).trim();
  return { named: set === '' ? [] : [await resolved(root, set, root)], beside };
}

/** Looks into the folders above, at most as far as the project's own. */
async function projectBibliographies(from: vscode.Uri): Promise<readonly vscode.Uri[]> {
  let folder = from;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const at = folder;
    for (const name of PROJECT_FILES) {
      const file = await readText(vscode.Uri.joinPath(at, name));
      const paths = file.kind === 'text' ? quartoBibliographies(file.text) : [];
      if (paths.length > 0) return Promise.all(paths.map((path) => resolved(at, path, at)));
      if (file.kind === 'text' && name.startsWith('_quarto')) return [];
    }
    folder = vscode.Uri.joinPath(at, '..');
    if (folder.path === at.path) return [];
  }
  return [];
}

/** A note that was never saved belongs to the folder that is open. */
function folderOf({ uri }: Pick<vscode.TextDocument, 'uri'>): vscode.Uri | undefined {
  return uri.scheme === 'untitled'
    ? vscode.workspace.workspaceFolders?.[0]?.uri
    : vscode.Uri.joinPath(uri, '..');
}

/** A path that begins with a slash is Quarto's from the project's folder, or Pandoc's from the root of the disk. */
async function resolved(folder: vscode.Uri, path: string, root: vscode.Uri): Promise<vscode.Uri> {
  const slashed = path.replaceAll('\\', '/');
  if (/^[a-z]:\//iu.test(slashed)) return folder.with({ path: `/${slashed}` });
  if (!slashed.startsWith('/')) return vscode.Uri.joinPath(folder, slashed);
  const onDisk = folder.with({ path: slashed });
  return (await isThere(onDisk)) ? onDisk : vscode.Uri.joinPath(root, slashed);
}
