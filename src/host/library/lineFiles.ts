// Files of lines, as the export writes them and the import reads them: a few lines at a time.

import type * as vscode from 'vscode';

/** A file on its way: it takes its name only when it is whole. */
export interface LineWriter {
  write(lines: readonly string[]): Promise<void>;
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

export interface LinesRead {
  readonly lines: readonly string[];
  /** The number of the first of them in the file, counted from 1. */
  readonly firstLine: number;
  /** How much of the file is behind us, from 0 to 1. */
  readonly share: number;
}

/** Every failure is a `UserError` that names the file. */
export interface LineFiles {
  create(file: vscode.Uri): Promise<LineWriter>;
  /** Gives the first line and the last; they are the same in a file of one line. */
  ends(file: vscode.Uri): Promise<{ readonly first: string; readonly last: string }>;
  /** Gives the whole lines of a file in parcels; what stands behind the last line break is left out. */
  read(file: vscode.Uri): AsyncIterable<LinesRead>;
}
