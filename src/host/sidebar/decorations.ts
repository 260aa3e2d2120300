// Dims the headlines that have been read.

import * as vscode from 'vscode';
import { HEADLINE_SCHEME } from '../../manifest.ts';

export function registerHeadlineDecorations(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration(uri) {
      const isRead = uri.scheme === HEADLINE_SCHEME && uri.query === 'read';
      return isRead ? { color: new vscode.ThemeColor('broadsheet.readForeground') } : undefined;
    },
  });
}
