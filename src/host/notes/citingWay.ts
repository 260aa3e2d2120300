// How a note cites: with keys from a bibliography, with footnotes, or in words.

import type * as vscode from 'vscode';
import type { NoteLanguage } from '../../core/cite/noteLanguage.ts';
import { setting } from '../settings.ts';
import { noteBibliographies, type NoteBibliographies } from './noteBibliographies.ts';

export type CitingWay =
  | { readonly kind: 'words' }
  | { readonly kind: 'footnote' }
  | { readonly kind: 'key'; readonly bibliographies: NoteBibliographies };

/** Languages that come with bibliographies; the others have them where a note or its project names one. */
const KEYED: ReadonlySet<NoteLanguage> = new Set<NoteLanguage>([
  'latex',
  'typst',
  'org',
  'asciidoc',
  'restructuredtext',
]);

/** Gives what the settings say, and by itself what the note's language, its head and its project ask for. */
export async function citingWay(note: vscode.TextDocument, language: NoteLanguage): Promise<CitingWay> {
  const wanted = setting('broadsheet.notes.citations', note.uri);
  if (wanted === 'words') return { kind: 'words' };
  if (wanted === 'footnote' && language === 'markdown') return { kind: 'footnote' };
  const isPlain = language === 'plain' && wanted !== 'key';
  const bibliographies = await noteBibliographies(note, language);
  const isKeyed = wanted === 'key' || KEYED.has(language) || bibliographies.named.length > 0;
  return isKeyed && !isPlain ? { kind: 'key', bibliographies } : { kind: 'words' };
}
