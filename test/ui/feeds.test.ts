// A feed by its address: from the command to a headline in the reader, and what is seen when it fails or stands in
// a folder.

import assert from 'node:assert/strict';
import { startNewsServer, type NewsServer } from '../server/newsServer.ts';
import { useWorkbench } from './useWorkbench.ts';

suite('feeds', () => {
  const workbench = useWorkbench();
  let server: NewsServer | undefined;
  const at = (path: string): string => `${server?.address ?? ''}${path}`;

  suiteSetup(async () => {
    server = await startNewsServer();
  });
  suiteTeardown(async () => {
    await server?.stop();
  });

  const dismiss = async (): Promise<void> => {
    await workbench().page.keyboard.press('Escape');
    await workbench().page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
  };
  /** Waits for the row that a command ends with, as what is done before would be undone by it. */
  const waitForSelected = (label: string): Promise<unknown> => {
    const selected = workbench().page.locator('.part.sidebar .monaco-list-row.selected .label-name');
    return workbench().waitFor(
      'the selected row',
      () => selected.allInnerTexts(),
      ([text]) => text === label,
    );
  };

  /** How many rows of the first view stand wholly in sight below the selected one. */
  const rowsBelowSelected = (): Promise<number> =>
    workbench()
      .page.locator('.part.sidebar .pane')
      .first()
      .evaluate((pane) => {
        const edge = pane.getBoundingClientRect().bottom;
        const boxes = (rows: string) =>
          [...pane.querySelectorAll(rows)].map((row) => row.getBoundingClientRect());
        const [selected] = boxes('.monaco-list-row.selected');
        if (selected === undefined) return 0;
        return boxes('.monaco-list-row').filter(({ top, bottom }) => top > selected.top && bottom <= edge)
          .length;
      });
  const waitForStatus = (sentence: string): Promise<void> =>
    workbench().page.locator('.part.statusbar').getByText(sentence, { exact: true }).waitFor();

  test('the welcome view begins with feeds', async () => {
    await workbench().openView();
    assert.deepEqual((await workbench().welcomeButtons()).slice(0, 2), [
      'Add Feed',
      'Choose From a Starter List',
    ]);
    await workbench().shot('feeds-welcome');
  });

  test('the starter list is offered, and asks for nothing', async () => {
    await workbench().clickWelcomeButton('Choose From a Starter List');
    const rows = await workbench().waitFor(
      'the list',
      workbench().quickPickRows,
      (shown) => shown.length > 5,
    );
    assert.ok(rows.some(({ label }) => label === 'BBC News: World'));
    await workbench().shot('feeds-starters');
    await dismiss();
  });

  test('a feed is followed by its address, and its headlines show', async () => {
    await workbench().clickWelcomeButton('Add Feed');
    await workbench().acceptQuickInput(at('/feeds/rss'));
    const rows = await workbench().waitForRows(
      'six headlines',
      (shown) => shown.length === 7 && shown[0]?.description === '6',
    );
    assert.equal(rows[0]?.text, 'The Sillbury Courier 6');
    assert.equal(rows[0].expanded, true);
    assert.equal(rows[1]?.label, 'Fog closes the harbour for a morning');
    await waitForSelected('The Sillbury Courier');
    await workbench().shot('feeds-headlines');
  });

  test('a headline opens in the reader', async () => {
    await workbench().clickRow('Library lends out telescopes');
    await workbench().waitForReader('Twelve telescopes wait beside the atlases');
    await workbench().waitForRows('one read', (shown) => shown[0]?.description === '5');
    await workbench().shot('feeds-reader');
  });

  test('what is published shows when the feed is refreshed, and the selection stays', async () => {
    server?.publish();
    // From the view's title VS Code passes the row that has the focus; all feeds are meant all the same.
    await workbench().page.locator('.part.sidebar .pane-header').filter({ hasText: 'Headlines' }).hover();
    await workbench().page.locator('.part.sidebar .pane-header .action-label[aria-label^="Refresh"]').click();
    const rows = await workbench().waitForRows('seven headlines', (shown) => shown.length === 8);
    assert.equal(rows[1]?.label, 'Late edition number 1 appears');
    await waitForSelected('Library lends out telescopes');
    await waitForStatus('1 new headline');
    await workbench().runCommand('Refresh');
    await waitForStatus('Nothing new was found.');
  });

  test('several feeds of a page are offered', async () => {
    await workbench().runCommand('Add Feed…');
    await workbench().acceptQuickInput(at('/pages/several-feeds'));
    const rows = await workbench().waitFor(
      'the feeds',
      workbench().quickPickRows,
      (shown) => shown.length === 3,
    );
    assert.ok(rows.some(({ label }) => label === 'All news (Atom)'));
    await workbench().shot('feeds-several');
    await dismiss();
  });

  test('a password is asked for, and not shown', async () => {
    await workbench().runCommand('Add Feed…');
    await workbench().acceptQuickInput(at('/secret/basic'));
    await workbench().waitFor('the question', workbench().quickPickRows, (shown) => shown.length === 2);
    await workbench().shot('feeds-password');
    await workbench().acceptQuickInput();
    await workbench().page.locator('.quick-input-message').filter({ hasText: 'user name' }).waitFor();
    await workbench().acceptQuickInput('reader');
    await workbench()
      .page.locator('.quick-input-widget:visible .quick-input-box input[type="password"]')
      .waitFor();
    // So low that the new feed's row stands at the lower edge, with nothing of what is beneath it.
    const { page } = workbench();
    await page.setViewportSize({ width: 1280, height: 460 });
    await workbench().acceptQuickInput('pässword:1');
    const rows = await workbench().waitForRows(
      'the second feed',
      (shown) => shown.filter(({ level }) => level === 1).length === 2,
    );
    await waitForSelected(rows.findLast(({ level }) => level === 1)?.label ?? '');
    await workbench().waitFor('headlines of it in sight', rowsBelowSelected, (count) => count > 0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('a feed moves to a folder, and is renamed', async () => {
    await workbench().chooseInMenu('The Sillbury Courier', 'Move to Folder…');
    await workbench().waitFor('the folders', workbench().quickPickRows, (shown) => shown.length > 0);
    await workbench().acceptQuickInput();
    await workbench().page.locator('.quick-input-title').filter({ hasText: 'New Folder' }).waitFor();
    await workbench().acceptQuickInput('Papers / Local');
    await workbench().waitForRows('the folder', (shown) => shown[0]?.label === 'Papers');
    await workbench().clickRow('Papers');
    await workbench().waitForRows('the inner folder', (shown) => shown[1]?.label === 'Local');
    await workbench().shot('feeds-folders');
  });

  test('a feed that fails says so in its row', async () => {
    await server?.stop();
    await workbench().runCommand('Refresh');
    const rows = await workbench().waitForRows('the failure', (shown) =>
      shown.some(({ spoken }) => spoken.includes('refuses connections')),
    );
    assert.ok(rows.some(({ label }) => label === 'The Sillbury Courier'));
    await workbench().shot('feeds-failing');
  });
});
