// Files of lines by VS Code's file system, which reads and writes a file only as a whole.

import * as vscode from 'vscode';
import { UserError } from '../../core/model/userError.ts';
import { localize } from '../localize.ts';
import type { LineFiles, LinesRead } from './lineFiles.ts';

const PARCEL_LINES = 500;

export const wholeLineFiles: LineFiles = {
  create(file) {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const encoder = new TextEncoder();
    return Promise.resolve({
      write(lines) {
        if (lines.length > 0) parts.push(encoder.encode(`${lines.join('\n')}\n`));
        return Promise.resolve();
      },
      finish: () =>
        named(file, 'written', async () => {
          const whole = new Uint8Array(await new Blob(parts).arrayBuffer());
          await vscode.workspace.fs.writeFile(file, whole);
        }),
      abandon: () => Promise.resolve(),
    });
  },
  async ends(file) {
    const lines = (await textOf(file)).trimEnd().split('\n');
    return { first: lines[0] ?? '', last: lines.at(-1) ?? '' };
  },
  async *read(file): AsyncGenerator<LinesRead> {
    const lines = (await textOf(file)).split('\n');
    // Behind the last line break.
    lines.pop();
    for (let start = 0; start < lines.length; start += PARCEL_LINES) {
      const parcel = lines.slice(start, start + PARCEL_LINES);
      yield { lines: parcel, firstLine: start + 1, share: (start + parcel.length) / lines.length };
    }
  },
};

async function textOf(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await named(file, 'read', () => vscode.workspace.fs.readFile(file)));
}

/** Runs file work, and says for the person which file failed and why. */
async function named<T>(
  file: vscode.Uri,
  done: 'read' | 'written',
  work: () => Thenable<T> | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : '';
    const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    throw new UserError(
      done === 'read'
        ? localize('{0} could not be read: {1}.', name, reason)
        : localize('{0} could not be written: {1}.', name, reason),
    );
  }
}

const REASONS: Readonly<Record<string, string>> = {
  FileNotFound: localize('it is not there'),
  NoPermissions: localize('you have no permission'),
  FileIsADirectory: localize('it is a folder'),
  FileNotADirectory: localize('it is not there'),
  Unavailable: localize('its place cannot be reached'),
};
