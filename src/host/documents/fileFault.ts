// What a person can make of a file system's error; its own text carries codes and paths.

import * as vscode from 'vscode';
import { localize } from '../localize.ts';

/** Gives the reason as the end of a sentence: "it is not there any more". */
export function fileFault(error: unknown): string {
  if (error instanceof vscode.FileSystemError) {
    if (error.code === 'FileNotFound') return localize('it is not there any more');
    if (error.code === 'NoPermissions') return localize('you have no permission to read it');
    if (error.code === 'FileNotADirectory') return localize('it is not a folder any more');
    if (error.code === 'Unavailable') return localize('its drive or server does not answer');
  }
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}
