import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/manifest.ts';
import { theLibrary } from './broadsheet.ts';

suite('The extension', () => {
  test('registers every command', async () => {
    await theLibrary();
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      Object.keys(COMMANDS).filter((command) => !registered.has(command)),
      [],
    );
  });
});
