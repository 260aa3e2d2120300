import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SourceId } from '../../../src/core/model/ids.ts';
import { BRIEF_VIEW_TYPE } from '../../../src/manifest.ts';
import { eventually, folderOf, inOtherWindow, run } from '../broadsheet.ts';

suite('Morning brief', () => {
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const tabs = (): readonly vscode.Tab[] =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(
        ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(BRIEF_VIEW_TYPE),
      );
  const ask = (since?: number) => inOtherWindow((library) => library.brief(since));
  const addNews = (title: string): Promise<void> =>
    run(
      'broadsheet.addDocuments',
      folderOf({ 'news.md': `---\ntitle: ${title}\n---\n\nSomething new happened.\n` }),
    );

  test('opens once, and ends when it is closed', async () => {
    await addNews('Something New Happened on the Quay This Morning');
    const before = await ask();
    assert.ok(before.ids.length > 0);
    await run('broadsheet.openBrief');
    await eventually(tabs, ({ length }) => length === 1);
    await run('broadsheet.openBrief');
    assert.equal(tabs().length, 1);
    assert.equal(tabs()[0]?.label, 'Morning Brief');
    // The page has to have been there for it to have been seen.
    await eventually(
      async () => {
        await run('broadsheet.markBriefSeen');
        return (await ask()).ids.length;
      },
      (left) => left === 0,
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const after = await eventually(
      () => ask(),
      ({ seenAt }) => seenAt !== undefined && seenAt > before.until - 1,
    );
    assert.deepEqual(after.ids, []);
  });

  test('is of what arrived afterwards', async () => {
    await addNews('Another Thing Happened on the Quay Today');
    const { sources } = await ask();
    assert.deepEqual(
      sources.flatMap(({ headlines }) => headlines.map(({ headline }) => headline)),
      ['Another Thing Happened on the Quay Today'],
    );
    const ids: readonly SourceId[] = sources.map(({ sourceId }) => sourceId);
    assert.equal(ids.length, 1);
  });
});
