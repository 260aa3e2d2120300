// Reads text files beside notes: as an editor has them open, or else as they are on disk.

import * as vscode from 'vscode';
import { localize } from '../localize.ts';
import { openDocument } from '../noteDocuments.ts';

export type TextRead =
  /** `mixesLineEnds` tells that an editor, which knows one kind, would change the rest of the file. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly mixesLineEnds: boolean;
      readonly isOpen: boolean;
    }
  | { readonly kind: 'missing' }
  /** Why it cannot be read, as the end of a sentence: "it is a folder". */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** In bytes; a bibliography of a whole career has some five million. */
const LARGEST = 30_000_000;

/** Reads a file; what an editor shows counts before what was saved. A byte order mark is left out. */
export async function readText(uri: vscode.Uri): Promise<TextRead> {
  const open = openDocument(uri);
  if (open?.isDirty === true)
    return { kind: 'text', text: open.getText(), mixesLineEnds: false, isOpen: true };
  const read = await readBytes(uri);
  if (!(read instanceof Uint8Array)) return read;
  const text = decoded(read);
  if (text !== undefined)
    return { kind: 'text', text, mixesLineEnds: mixesLineEnds(text), isOpen: open !== undefined };
  // The person has told VS Code how to read it.
  if (open !== undefined && !/^utf-?(?:8|16)/iu.test(open.encoding))
    return { kind: 'text', text: open.getText(), mixesLineEnds: false, isOpen: true };
  return { kind: 'unreadable', reason: localize('its text is neither UTF-8 nor UTF-16') };
}

export async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function readBytes(uri: vscode.Uri): Promise<Uint8Array | Exclude<TextRead, { kind: 'text' }>> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0)
      return { kind: 'unreadable', reason: localize('it is a folder') };
    if (size > LARGEST) return { kind: 'unreadable', reason: localize('it is larger than 30 MB') };
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : '';
    if (code === 'FileNotFound' || code === 'EntryNotFound') return { kind: 'missing' };
    return {
      kind: 'unreadable',
      reason:
        code === 'NoPermissions' ? localize('you have no permission') : localize('its drive does not answer'),
    };
  }
}

/** Gives UTF-8, or UTF-16 with a byte order mark; undefined for anything else. */
function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function mixesLineEnds(text: string): boolean {
  return text.includes('\r\n') && /(?<!\r)\n/u.test(text);
}
