// The reader in VS Code: versions that are read in it, tabs that stay, settings that hold at once, and what is around.

import assert from 'node:assert/strict';
import { startNewsServer, type NewsServer } from '../server/newsServer.ts';
import { addFeed } from './addFeed.ts';
import { useWorkbench } from './useWorkbench.ts';

suite('the reader in its tabs', () => {
  const workbench = useWorkbench({ settings: { 'broadsheet.reader.fullText': 'never' } });
  let server: NewsServer | undefined;

  suiteSetup(async () => {
    server = await startNewsServer();
  });
  suiteTeardown(() => server?.stop());

  const article = () => workbench().readerFrame().locator('article');
  const tabs = async (): Promise<readonly string[]> => await workbench().editorTitles();
  const waitForTabs = (what: string, wanted: (titles: readonly string[]) => boolean) =>
    workbench().waitFor(what, tabs, wanted);

  test('an older version is read in the place of the current one, and back', async () => {
    await workbench().openView();
    await addFeed(workbench(), `${server?.address ?? ''}/feeds/atom`);
    await workbench().waitForRows('the headlines', (shown) => shown.length >= 7);
    await workbench().clickRow('Ferry to Lintel Island runs again');
    await workbench().waitForReader('After nine days in the dock');
    server?.edit();
    await workbench().runCommand('Refresh');
    await workbench().waitForRows('the new headline', (shown) =>
      shown.some(({ label }) => label === 'Ferry to Lintel Island runs again, an hour later'),
    );
    await workbench().clickRow('an hour later');
    await workbench().waitForReader('Correction 1');
    await workbench().readerFrame().getByRole('button', { name: '2 versions' }).click();
    const rows = await workbench().waitFor(
      'the versions',
      workbench().quickPickRows,
      (shown) => shown.length === 2,
    );
    assert.match(rows[0]?.description ?? '', /the current one · in the reader$/);
    await workbench().shot('reader-versions');
    await workbench().page.keyboard.press('ArrowDown');
    await workbench().acceptQuickInput();
    await workbench().readerFrame().getByText('This is the article as it was on').waitFor();
    assert.doesNotMatch(await article().innerText(), /Correction 1/);
    assert.equal(
      await workbench().readerFrame().locator('h1').innerText(),
      'Ferry to Lintel Island runs again',
    );
    await workbench().shot('reader-older-version');
    await workbench().readerFrame().getByRole('button', { name: 'Show the current version' }).click();
    await article().getByText('Correction 1').waitFor();
  });

  test('settings of the text hold at once', async () => {
    const size = () => article().evaluate((node) => getComputedStyle(node).fontSize);
    assert.equal(await size(), '18px');
    await workbench().runCommand('Preferences: Open User Settings (JSON)');
    await workbench().page.locator('.monaco-editor.focused').waitFor();
    await workbench().page.keyboard.press('Control+Home');
    await workbench().page.keyboard.press('End');
    await workbench().page.keyboard.insertText(
      '"broadsheet.reader.fontSize": 26, "broadsheet.reader.font": "sans-serif",',
    );
    await workbench().page.keyboard.press('Control+s');
    await workbench().runCommand('View: Close Editor');
    await workbench().waitFor('the larger text', size, (shown) => shown === '26px');
    await workbench().shot('reader-large');
  });

  test('an article that is kept open stays when the next one opens, also over a reload', async () => {
    await workbench().runCommand('Keep Open');
    const rows = await workbench().treeRows();
    const [next, last] = rows.filter(({ level, label }) => level > 1 && !label.includes('Ferry'));
    assert.ok(next !== undefined && last !== undefined);
    await workbench().clickRow(next.label);
    await waitForTabs('two tabs', (titles) => titles.length === 2 && titles[0]?.startsWith('Ferry') === true);
    await workbench().clickRow(last.label);
    await waitForTabs('the second tab to be used again', (titles) =>
      last.label.startsWith(titles[1]?.replace(/ ?…$/, '') ?? '?'),
    );
    assert.equal((await tabs()).length, 2);
    await workbench().shot('reader-tabs');
    await workbench().runCommand('Reload Window');
    await workbench().page.waitForEvent('load');
    await workbench().page.locator('.part.editor .tab').filter({ hasText: 'Ferry' }).click();
    await article().getByText('Correction 1').waitFor();
    await workbench().openView();
    await workbench().waitForRows('the headlines', (shown) => shown.length >= 7);
    await workbench().clickRow(next.label);
    await waitForTabs('the kept one', (titles) => titles.some((title) => title.startsWith('Ferry')));
  });

  test('the context menu of a passage has what can be done with it', async () => {
    await workbench().page.locator('.part.editor .tab').filter({ hasText: 'Ferry' }).click();
    await article().getByText('Correction 1').waitFor();
    const paragraph = article().locator('p').first();
    await paragraph.evaluate((node) => getSelection()?.selectAllChildren(node));
    await workbench().readerFrame().getByRole('button', { name: 'Copy link' }).waitFor();
    await paragraph.click({ button: 'right' });
    await workbench()
      .page.locator('.context-view .action-label')
      .filter({ hasText: 'Copy Link to Passage' })
      .waitFor();
    await workbench().shot('reader-context-menu');
    await workbench().page.keyboard.press('Escape');
  });

  test('what is selected is searched for, and its address is copied', async () => {
    await workbench().page.locator('.part.editor .tab').filter({ hasText: 'Ferry' }).click();
    const heading = article().locator('p').first();
    await heading.evaluate((node) => getSelection()?.selectAllChildren(node));
    await workbench().readerFrame().getByRole('button', { name: 'Copy link' }).click();
    const copied = await workbench().waitFor(
      'the address',
      () => workbench().page.evaluate(() => navigator.clipboard.readText()),
      (text) => text.includes('#:~:text='),
    );
    assert.match(copied, /^http:\/\/127\.0\.0\.1:/);
    await heading.evaluate((node) =>
      getSelection()?.setBaseAndExtent(node.firstChild ?? node, 0, node.firstChild ?? node, 5),
    );
    await workbench().readerFrame().getByRole('button', { name: 'Search for this' }).click();
    await workbench().page.locator('.part.sidebar .pane-header').filter({ hasText: 'Searches' }).waitFor();
    await workbench().waitForRows('the search', (shown) => shown.some(({ label }) => label.startsWith('"')));
    await workbench().shot('reader-search-for-this');
  });
});
