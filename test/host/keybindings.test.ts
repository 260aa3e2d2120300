import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Keybinding {
  readonly key: string;
  readonly command: string;
}

suite('Keybindings', () => {
  test('take no key that VS Code uses', async () => {
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
    );
    const all = JSON.parse(document.getText().replace(/^\s*\/\/.*$/gm, '')) as readonly Keybinding[];
    const ours = all.filter(({ command }) => command.startsWith('broadsheet.'));
    const theirs = new Set(all.filter((binding) => !ours.includes(binding)).map(({ key }) => key));
    assert.ok(ours.length > 0 && theirs.size > 300, `${ours.length} of ours, ${theirs.size} of theirs`);
    assert.deepEqual(
      ours.filter(({ key }) => theirs.has(key)),
      [],
    );
  });
});
