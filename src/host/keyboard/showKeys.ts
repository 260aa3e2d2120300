// The list of keys, from which a command can be run and its key be changed.

import * as vscode from 'vscode';
import { localize } from '../localize.ts';
import { keyRows, type DeclaredKey } from './keyRows.ts';

interface Choice extends vscode.QuickPickItem {
  readonly run?: () => Thenable<unknown>;
}

/**
 * Shows the keys that Broadsheet comes with, and runs the command that the person picks. VS Code tells no extension
 * which keys the person has given to commands since; its own editor of shortcuts, which knows them, is one step away.
 *
 * @param whence What the keys in the tree pass to their commands, where this was called by such a key.
 */
export async function showKeys(extension: vscode.Extension<unknown>, whence: unknown): Promise<void> {
  const { contributes } = extension.packageJSON as {
    readonly contributes: { readonly keybindings: readonly DeclaredKey[] };
  };
  const rows = keyRows(contributes.keybindings);
  const groups = [...new Set(rows.map(({ group }) => group))];
  const choices = groups.flatMap((group): readonly Choice[] => [
    { label: group, kind: vscode.QuickPickItemKind.Separator },
    ...rows
      .filter((row) => row.group === group)
      .map(({ title, keys, command }) => ({
        label: title,
        description: keys,
        run: () => vscode.commands.executeCommand(command, whence),
      })),
  ]);
  const change: Choice = {
    label: localize('$(keyboard) Change Keys…'),
    alwaysShow: true,
    run: () =>
      vscode.commands.executeCommand('workbench.action.openGlobalKeybindings', `@ext:${extension.id}`),
  };
  const chosen = await vscode.window.showQuickPick<Choice>(
    [...choices, { label: '', kind: vscode.QuickPickItemKind.Separator }, change],
    {
      title: localize('Keyboard Shortcuts'),
      placeHolder: localize('In the list of headlines and in the reader'),
      matchOnDescription: true,
    },
  );
  await chosen?.run?.();
}
