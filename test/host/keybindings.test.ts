import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Keybinding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** The reader has the focus, and nothing that is typed into. */
const IN_READER = /^(?=.*\bbroadsheet\.readerActive\b)(?=.*!inputFocus)(?=.*!listFocus)(?=.*!sideBarFocus)/;

suite('Keybindings', () => {
  let ours: readonly Keybinding[];
  let theirs: ReadonlySet<string>;

  suiteSetup(async () => {
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
    );
    const all = JSON.parse(document.getText().replace(/^\s*\/\/.*$/gm, '')) as readonly Keybinding[];
    ours = all.filter(({ command, when = '' }) => /\bbroadsheet\./.test(`${command} ${when}`));
    theirs = new Set(all.filter((binding) => !ours.includes(binding)).map(({ key }) => key));
    assert.ok(ours.length > 20 && theirs.size > 300, `${ours.length} of ours, ${theirs.size} of theirs`);
  });

  const isOnOurs = ({ when = '' }: Keybinding): boolean =>
    isInTree(when) || when.split(' && ').some((part) => part.startsWith('broadsheet.'));
  const isInOurs = ({ when = '' }: Keybinding): boolean => IN_READER.test(when) || isInTree(when);
  const isInTree = (when: string): boolean =>
    /focusedView == '?broadsheet\.headlines'?/.test(when) &&
    ['listFocus', '!inputFocus', '!treeFindOpen'].every((part) => when.split(' && ').includes(part));

  test('take no key that VS Code uses, but where there is something of ours', () => {
    assert.deepEqual(
      ours.filter((binding) => theirs.has(binding.key) && !isOnOurs(binding)),
      [],
    );
  });

  test('take a key without a modifier only in our own views, and never from an input', () => {
    const plain = ours.filter(({ key }) => !/ctrl|alt|meta|cmd|f\d/.test(key));
    assert.ok(plain.length > 20, String(plain.length));
    assert.deepEqual(
      plain.filter((binding) => !isInOurs(binding)),
      [],
    );
  });
});
