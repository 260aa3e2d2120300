// When an article in the reader counts as read.

import * as vscode from 'vscode';
import { SETTINGS, type SettingValues } from '../../manifest.ts';
import { setting } from '../settings.ts';

export type MarkRead = SettingValues['broadsheet.reader.markRead'];

/** Gives what the person chose; where they chose only by the setting of earlier versions, what that one says. */
export function markReadWhen(): MarkRead {
  if (isSet('broadsheet.reader.markRead')) {
    const chosen = setting('broadsheet.reader.markRead');
    return ['onOpen', 'onEnd', 'never'].includes(chosen) ? chosen : SETTINGS['broadsheet.reader.markRead'];
  }
  if (isSet('broadsheet.reader.markReadOnOpen'))
    return setting('broadsheet.reader.markReadOnOpen') ? 'onOpen' : 'never';
  return SETTINGS['broadsheet.reader.markRead'];
}

function isSet(key: string): boolean {
  const inspected = vscode.workspace.getConfiguration().inspect(key);
  return [inspected?.globalValue, inspected?.workspaceValue, inspected?.workspaceFolderValue].some(
    (value) => value !== undefined,
  );
}
