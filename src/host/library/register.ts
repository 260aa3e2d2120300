// The library as a whole: out to a file and in again, and how long it keeps what it has.

import * as vscode from 'vscode';
import type { Retention } from '../../core/model/retention.ts';
import type { Source } from '../../core/model/source.ts';
import type { ObservableLibrary } from '../../library/library.ts';
import type { Log } from '../log.ts';
import { exportLibrary } from './exportLibrary.ts';
import { importLibrary } from './importLibrary.ts';
import { keepArticlesFor } from './keepArticlesFor.ts';
import type { LineFiles } from './lineFiles.ts';
import { startQuietWork } from './quietWork.ts';

export interface ArchiveParts {
  readonly library: ObservableLibrary;
  readonly files: LineFiles;
  readonly log: Log;
}

export interface Archive {
  /** Exports everything; asks for a file where none is given. */
  exportTo(file: unknown): Promise<void>;
  /** Imports an exported library; asks for a file where none is given. */
  importFrom(file: unknown): Promise<void>;
  /** Sets how long a source's articles are kept; asks where no rule is given. */
  keepFor(source: Source, rule: unknown): Promise<void>;
  readonly disposable: vscode.Disposable;
}

export function registerArchive({ library, files, log }: ArchiveParts): Archive {
  return {
    exportTo: (file) => exportLibrary(library, files, asUri(file)),
    importFrom: (file) => importLibrary(library, files, asUri(file)),
    keepFor: (source, rule) => keepArticlesFor(library, source, asRetention(rule)),
    disposable: startQuietWork(library, log),
  };
}

function asUri(value: unknown): vscode.Uri | undefined {
  return value instanceof vscode.Uri ? value : undefined;
}

/** From a menu the second value is the list of selected rows. */
function asRetention(value: unknown): Retention | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { days, newest } = value as { readonly days?: unknown; readonly newest?: unknown };
  return { days: asCount(days), newest: asCount(newest) };
}

function asCount(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
}
