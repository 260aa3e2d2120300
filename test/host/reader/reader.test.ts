import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Headline } from '../../../src/core/model/item.ts';
import { READER_VIEW_TYPE } from '../../../src/manifest.ts';
import { eventually, folderOf, headlinesOf, run, theLibrary } from '../broadsheet.ts';

const article = (headline: string): string =>
  `---\ntitle: ${headline}\n---\n\nThe council met and put off the vote.\n`;

suite('Reader', () => {
  let first: Headline;
  let second: Headline;

  suiteSetup(async () => {
    const folder = folderOf({ 'one.md': article('Council Meets'), 'two.md': article('Vote Put Off') });
    await run('broadsheet.addDocuments', folder);
    const items = await headlinesOf(folder);
    const named = (headline: string): Headline => {
      const item = items.find((candidate) => candidate.headline === headline);
      assert.ok(item, headline);
      return item;
    };
    first = named('Council Meets');
    second = named('Vote Put Off');
  });

  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const open = (item: Headline): Promise<void> => run('broadsheet.open', { kind: 'headline', item });
  const titles = (): readonly string[] =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(
        ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(READER_VIEW_TYPE),
      )
      .map((tab) => tab.label);

  test('shows one article after the other in one tab', async () => {
    await open(first);
    await eventually(titles, ([title, ...more]) => title === 'Council Meets' && more.length === 0);
    await open(second);
    await eventually(titles, ([title, ...more]) => title === 'Vote Put Off' && more.length === 0);
  });

  test('marks what is opened as read', async () => {
    const library = await theLibrary();
    await run('broadsheet.markUnread', { kind: 'headline', item: first });
    await open(first);
    assert.equal((await library.read(first.id))?.read, true);
  });

  test('leaves it unread where the settings say so', async () => {
    const library = await theLibrary();
    const settings = vscode.workspace.getConfiguration('broadsheet.reader');
    await settings.update('markReadOnOpen', false, vscode.ConfigurationTarget.Global);
    try {
      await run('broadsheet.markUnread', { kind: 'headline', item: second });
      await open(second);
      assert.equal((await library.read(second.id))?.read, false);
    } finally {
      await settings.update('markReadOnOpen', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('shows a tab for an item that is gone, and reads on from there', async () => {
    await open({ ...first, id: (first.id + 100_000) as Headline['id'] });
    await eventually(titles, ([title]) => title === 'Reader');
    await open(first);
    await eventually(titles, ([title, ...more]) => title === 'Council Meets' && more.length === 0);
  });
});
