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
  let third: Headline;

  suiteSetup(async () => {
    const folder = folderOf({
      'one.md': article('Council Meets'),
      'two.md': article('Vote Put Off'),
      'three.md': article('Bridge Stays Shut'),
    });
    await run('broadsheet.addDocuments', folder);
    const items = await headlinesOf(folder);
    const named = (headline: string): Headline => {
      const item = items.find((candidate) => candidate.headline === headline);
      assert.ok(item, headline);
      return item;
    };
    first = named('Council Meets');
    second = named('Vote Put Off');
    third = named('Bridge Stays Shut');
  });

  // Pinned ones too, which the command to close all leaves.
  teardown(async () => {
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs));
  });

  const open = (item: Headline): Promise<void> => run('broadsheet.open', { kind: 'headline', item });
  const titles = (): readonly string[] =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(
        ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(READER_VIEW_TYPE),
      )
      .map((tab) => tab.label);
  const active = (): string | undefined => vscode.window.tabGroups.activeTabGroup.activeTab?.label;

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

  for (const [key, value] of [
    ['markRead', 'never'],
    ['markRead', 'onEnd'],
    ['markReadOnOpen', false],
  ] as const) {
    test(`leaves it unread where ${key} is ${value}`, () =>
      withSettings({ [key]: value }, async () => {
        const library = await theLibrary();
        await run('broadsheet.markUnread', { kind: 'headline', item: second });
        await open(second);
        assert.equal((await library.read(second.id))?.read, false);
      }));
  }

  test('marks it read where the newer setting says so and the older one does not', () =>
    withSettings({ markRead: 'onOpen', markReadOnOpen: false }, async () => {
      const library = await theLibrary();
      await run('broadsheet.markUnread', { kind: 'headline', item: second });
      await open(second);
      assert.equal((await library.read(second.id))?.read, true);
    }));

  test('marks a short article as read when it has been in sight to its end', () =>
    withSettings({ markRead: 'onEnd' }, async () => {
      const library = await theLibrary();
      await run('broadsheet.markUnread', { kind: 'headline', item: first });
      await open(first);
      await eventually(
        async () => (await library.read(first.id))?.read,
        (read) => read === true,
      );
    }));

  test('leaves an article that is kept open in its tab', async () => {
    await open(first);
    await eventually(titles, ([title]) => title === 'Council Meets');
    await run('broadsheet.keepOpen');
    await open(second);
    await eventually(titles, (shown) => shown.join() === 'Council Meets,Vote Put Off');
    await open(third);
    await eventually(titles, (shown) => shown.join() === 'Council Meets,Bridge Stays Shut');
    await open(first);
    await eventually(active, (title) => title === 'Council Meets');
    assert.equal(titles().length, 2);
  });

  test('leaves an article in its tab that the person has pinned', async () => {
    await open(first);
    await eventually(active, (title) => title === 'Council Meets');
    await vscode.commands.executeCommand('workbench.action.pinEditor');
    await eventually(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.isPinned,
      (pinned) => pinned === true,
    );
    await open(second);
    await eventually(titles, (shown) => shown.join() === 'Council Meets,Vote Put Off');
  });

  test('opens to the side, and the commands act on the one that is active', async () => {
    const library = await theLibrary();
    await open(first);
    await eventually(active, (title) => title === 'Council Meets');
    await run('broadsheet.openToSide', { kind: 'headline', item: second });
    await eventually(active, (title) => title === 'Vote Put Off');
    assert.equal(vscode.window.tabGroups.all.length, 2);
    await run('broadsheet.star');
    assert.equal((await library.read(second.id))?.starred, true);
    assert.equal((await library.read(first.id))?.starred, false);
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await eventually(active, (title) => title === 'Council Meets');
    await run('broadsheet.star');
    assert.equal((await library.read(first.id))?.starred, true);
    await run('broadsheet.openToSide', { kind: 'headline', item: third });
    await eventually(titles, (shown) => shown.join() === 'Council Meets,Bridge Stays Shut');
  });

  test('shows a tab for an item that is gone, and reads on from there', async () => {
    await open({ ...first, id: (first.id + 100_000) as Headline['id'] });
    await eventually(titles, ([title]) => title === 'Reader');
    await open(first);
    await eventually(titles, ([title, ...more]) => title === 'Council Meets' && more.length === 0);
  });
});

/** Does something while the reader's settings are these. */
async function withSettings(
  values: Readonly<Record<string, unknown>>,
  work: () => Promise<void>,
): Promise<void> {
  const settings = vscode.workspace.getConfiguration('broadsheet.reader');
  const set = async (key: string, value: unknown): Promise<void> =>
    settings.update(key, value, vscode.ConfigurationTarget.Global);
  for (const [key, value] of Object.entries(values)) await set(key, value);
  try {
    await work();
  } finally {
    for (const key of Object.keys(values)) await set(key, undefined);
  }
}
