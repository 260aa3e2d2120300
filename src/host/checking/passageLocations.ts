// Where the passages of articles stand in the documents that VS Code shows of their versions.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { Revision } from '../../core/model/revision.ts';
import type { TextRange } from '../../core/model/search.ts';
import type { Library } from '../../library/library.ts';
import { positionsIn, rangeAt } from './noteDocument.ts';

/** The documents that show versions of articles. */
export interface VersionDocuments {
  uriOf(place: { readonly itemId: ItemId; readonly ordinal: number }, headline: string): vscode.Uri;
  textOf(revision: Revision): string;
}

/** Gives where a passage stands, as an offset range in the text of a version; undefined where that is gone. */
export type LocatePassage = (
  itemId: ItemId,
  ordinal: number,
  passage: TextRange,
) => Promise<vscode.Location | undefined>;

interface Shown {
  readonly revision: Revision;
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** Versions never change; a note is about few articles. */
const REMEMBERED = 30;

export function createPassageLocations(library: Library, documents: VersionDocuments): LocatePassage {
  const remembered = new Map<string, Shown>();
  const show = async (itemId: ItemId, ordinal: number): Promise<Shown | undefined> => {
    const revision = await library.readRevision(itemId, ordinal);
    if (revision === undefined) return undefined;
    const uri = documents.uriOf({ itemId, ordinal }, revision.headline);
    return { revision, uri, text: documents.textOf(revision) };
  };
  return async (itemId, ordinal, passage) => {
    const name = `${itemId} ${ordinal}`;
    const shown = remembered.get(name) ?? (await show(itemId, ordinal));
    if (shown === undefined) return undefined;
    remembered.delete(name);
    remembered.set(name, shown);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    const { revision, text, uri } = shown;
    const before = inkIn(revision.headline);
    const start = before + inkIn(revision.text.slice(0, passage[0]));
    const end = start + inkIn(revision.text.slice(...passage));
    return new vscode.Location(uri, rangeAt(positionsIn(text), placesOfInk(text, start, end)));
  };
}

/** The document has the same characters as the version, and other white space between them. */
function inkIn(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** From the first of the characters that are counted to behind the last. */
function placesOfInk(text: string, start: number, end: number): TextRange {
  let count = 0;
  let from: number | undefined;
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text.charAt(at))) continue;
    if (count === start) from = at;
    count++;
    if (count >= end) return [from ?? at, at + 1];
  }
  return [from ?? text.length, text.length];
}
