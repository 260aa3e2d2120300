import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { keyRows, type DeclaredKey } from '../../../src/host/keyboard/keyRows.ts';
import { keyText } from '../../../src/host/keyboard/keyText.ts';

suite('Keys as people read them', () => {
  const cases: readonly (readonly [declared: string, text: string])[] = [
    ['j', 'J'],
    ['/', '/'],
    ['shift+/', '?'],
    ['shift+a', 'Shift+A'],
    ['shift+space', 'Shift+Space'],
    ['ctrl+k j', 'Ctrl+K J'],
    ['cmd+k j', '⌘K J'],
    ['ctrl+z', 'Ctrl+Z'],
    ['f12', 'F12'],
  ];
  for (const [declared, text] of cases) test(declared, () => assert.equal(keyText(declared), text));
});

suite('The list of keys', () => {
  test('has one row for a command, with all of its keys', () => {
    const rows = keyRows([
      { command: 'broadsheet.search', key: '/' },
      { command: 'broadsheet.openOriginal', key: 'b' },
      { command: 'broadsheet.openOriginal', key: 'b' },
      { command: 'broadsheet.openOriginal', key: 'v' },
      { command: 'broadsheet.search', key: 'ctrl+k j', mac: 'cmd+k j' },
      { command: 'list.select', key: 'o' },
    ]);
    assert.deepEqual(
      rows.map(({ title, keys }) => [title, keys]),
      [
        ['Open, Fold or Unfold', 'O or Enter'],
        ['Open Original', 'B or V'],
        ['Search…', '/ or Ctrl+K J, on a Mac ⌘K J'],
      ],
    );
  });

  test('has every key that the extension comes with', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly contributes: { readonly keybindings: readonly DeclaredKey[] };
    };
    const listed = new Set(keyRows(contributes.keybindings).map(({ command }) => command));
    assert.ok(listed.size > 15);
    assert.deepEqual(
      contributes.keybindings.filter(({ command }) => !listed.has(command)),
      [],
    );
  });
});
