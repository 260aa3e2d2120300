// Lists of feeds as files, without asking anybody.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { feedsOpml } from '../../../src/core/transfer/feedsOpml.ts';
import { readOpml } from '../../../src/core/transfer/readOpml.ts';
import { folderOf, run, theLibrary } from '../broadsheet.ts';
import { removeFeeds } from './feeds.ts';

suite('Files of feeds', () => {
  const settings = vscode.workspace.getConfiguration('broadsheet.refresh');
  const setAutomatic = async (value: boolean | undefined): Promise<void> =>
    settings.update('automatic', value, vscode.ConfigurationTarget.Global);
  setup(() => setAutomatic(false));
  teardown(async () => {
    await setAutomatic(undefined);
    await removeFeeds();
  });

  test('go out with their folders, and come in again the same', async () => {
    const listed = [
      {
        url: 'https://example.org/a',
        title: 'A & B',
        homeUrl: 'https://example.org/',
        folder: ['News', 'R&D'],
      },
      { url: 'https://example.org/c', title: 'C', homeUrl: undefined, folder: [] },
    ];
    const folder = folderOf({ 'in.opml': feedsOpml(listed, '') });
    await run('broadsheet.importFeeds', vscode.Uri.joinPath(folder, 'in.opml'));
    await run('broadsheet.exportFeeds', vscode.Uri.joinPath(folder, 'out.opml'));
    const { subscriptions: written } = readOpml(readFileSync(join(folder.fsPath, 'out.opml')));
    assert.deepEqual(
      written.map(({ feedUrl, title, homeUrl, folders }) => ({
        url: feedUrl,
        title,
        homeUrl,
        folder: folders,
      })),
      listed,
    );
  });

  test('a file that is no list is refused', async () => {
    const folder = folderOf({ 'notes.opml': 'Milk, bread, umbrellas' });
    await run('broadsheet.importFeeds', vscode.Uri.joinPath(folder, 'notes.opml'));
    assert.deepEqual(
      (await (await theLibrary()).sources()).filter(({ kind }) => kind === 'feed'),
      [],
    );
  });
});
