// Feeds and folders are moved by dragging, and a headline can be dragged out of the list.

import { startNewsServer, type NewsServer } from '../server/newsServer.ts';
import { addFeed } from './addFeed.ts';
import { useWorkbench } from './useWorkbench.ts';
import type { TreeRow } from './workbench.ts';

suite('dragging in the sidebar', () => {
  const workbench = useWorkbench();
  let server: NewsServer | undefined;

  suiteSetup(async () => {
    server = await startNewsServer();
  });
  suiteTeardown(async () => {
    await server?.stop();
  });

  const row = (label: string) =>
    workbench()
      .page.locator('.part.sidebar .monaco-list-row[role="treeitem"]:visible')
      .filter({ hasText: label })
      .first();
  /** The sources and folders with their level: "1 Papers", "2 Street 1". */
  const outline = (rows: readonly TreeRow[]): readonly string[] =>
    rows.filter(({ expanded }) => expanded !== undefined).map(({ level, label }) => `${level} ${label}`);
  const shows = (...wanted: readonly string[]): Promise<unknown> =>
    workbench().waitFor(
      wanted.join(', '),
      async () => outline(await workbench().treeRows()),
      (now) => wanted.length === now.length && wanted.every((line, index) => line === now[index]),
    );

  test('two feeds stand beside each other', async () => {
    await workbench().openView();
    for (const number of [1, 2]) {
      await addFeed(workbench(), `${server?.address ?? ''}/feeds/numbered/${number}`);
      await workbench().waitForRows(`street ${number}`, (rows) =>
        rows.some(({ label }) => label === `Street ${number}`),
      );
    }
    await shows('1 Street 1', '1 Street 2');
  });

  test('a feed is dropped on a folder', async () => {
    await workbench().chooseInMenu('Street 1', 'Move to Folder…');
    await workbench().waitFor('the folders', workbench().quickPickRows, (shown) => shown.length > 0);
    await workbench().acceptQuickInput();
    await workbench().page.locator('.quick-input-title').filter({ hasText: 'New Folder' }).waitFor();
    await workbench().acceptQuickInput('Papers');
    await shows('1 Papers', '1 Street 2');
    await row('Street 2').dragTo(row('Papers'));
    await shows('1 Papers');
    await row('Papers').click();
    await shows('1 Papers', '2 Street 1', '2 Street 2');
    await workbench().shot('dragging-into-folder');
  });

  test('a feed is dropped beside the folders', async () => {
    const list = workbench().page.locator('.part.sidebar .monaco-list:visible').first();
    const box = await list.boundingBox();
    await row('Street 1').dragTo(list, {
      targetPosition: { x: 60, y: (box?.height ?? 400) - 20 },
    });
    await shows('1 Papers', '2 Street 2', '1 Street 1');
  });
});
