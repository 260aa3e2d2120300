// An article of which the feed gives only the beginning is read whole, a page is kept as an article, and a rule is made.

import assert from 'node:assert/strict';
import { startNewsServer, type NewsServer } from '../server/newsServer.ts';
import { addFeed } from './addFeed.ts';
import { useWorkbench } from './useWorkbench.ts';

const WHOLE = 'Those who want to know more may come to the town hall on Thursday';

suite('articles from their pages', () => {
  const workbench = useWorkbench();
  let server: NewsServer | undefined;
  let address = '';

  suiteSetup(async () => {
    server = await startNewsServer();
    ({ address } = server);
  });
  suiteTeardown(() => server?.stop());

  const pagesAsked = (): readonly string[] =>
    (server?.requests() ?? []).map(({ path }) => path).filter((path) => path.startsWith('/articles/'));
  const line = () => workbench().readerFrame().locator('.full-text');

  test('no page is fetched for a feed that is added', async () => {
    await workbench().openView();
    await addFeed(workbench(), `${address}/feeds/extracts`);
    await workbench().waitForRows('the headlines', (shown) => shown.length === 7);
    assert.deepEqual(pagesAsked(), []);
  });

  test('an extract that is opened is read whole', async () => {
    await workbench().clickRow('Library lends out telescopes');
    await workbench().waitForReader(WHOLE);
    assert.deepEqual(pagesAsked(), ['/articles/library-lends-out-telescopes']);
    assert.equal(await line().isVisible(), false);
    assert.equal(await workbench().readerFrame().locator('header .facts').count(), 1);
    const text = await workbench().readerFrame().locator('main > article').innerText();
    assert.ok(!text.includes('All ducks reserved'), text);
    await workbench().shot('full-text');
    await workbench().runCommand('Toggle between Light/Dark Themes');
    await workbench().page.waitForTimeout(500);
    await workbench().shot('full-text-light');
    await workbench().runCommand('Toggle between Light/Dark Themes');
  });

  test('it is not fetched again', async () => {
    await workbench().clickRow('Baker wins the bridge race');
    await workbench().waitForReader(WHOLE);
    await workbench().clickRow('Library lends out telescopes');
    await workbench().readerFrame().getByText('Twelve telescopes wait').waitFor();
    await workbench().waitForReader(WHOLE);
    assert.equal(pagesAsked().length, 2);
  });

  test('where the page cannot be had the extract stays, with the reason, and can be tried again', async () => {
    await server?.stop();
    await workbench().clickRow('Council counts its trees');
    await workbench().readerFrame().getByText('There are 4,118, and one was counted twice.').waitFor();
    await line().getByText('127.0.0.1 refuses connections').waitFor();
    await workbench().shot('full-text-failed');
    server = await startNewsServer({ port: Number(new URL(address).port) });
    await line().getByRole('button', { name: 'Try Again' }).click();
    await workbench().waitForReader(WHOLE);
    assert.deepEqual(pagesAsked(), ['/articles/council-counts-its-trees']);
  });

  test('a page is kept as an article, and what is none is not', async () => {
    const { page } = workbench();
    const save = async (path: string): Promise<void> => {
      await workbench().runCommand('Save Page as Article…');
      const input = page.locator('.quick-input-widget:visible .quick-input-box input');
      await page.locator('.quick-input-widget:visible').getByText('Save Page as Article').first().waitFor();
      await input.fill(`${address}${path}`);
      await page.keyboard.press('Enter');
    };
    await save('/pictures/quay.png');
    await workbench().notification('is an image, not a web page');
    await workbench().shot('save-page-none');
    await save('/articles/fog-closes-the-harbour-for-a-morning');
    await workbench().waitForReader(WHOLE);
    assert.equal(
      await workbench().readerFrame().locator('h1').innerText(),
      'Fog closes the harbour for a morning',
    );
  });

  test('a rule is tried before it is made, and does what it says to what is here', async () => {
    const { page } = workbench();
    await workbench().clickRow('Council counts its trees');
    await workbench().waitForReader('one was counted twice');
    const asksForQuery = async (): Promise<boolean> => {
      await workbench().runCommand('New Rule…');
      const rows = workbench().waitFor(
        'what everything matches',
        workbench().quickPickRows,
        (shown) => shown.some(({ description }) => description === '6 items in the library'),
        10_000,
      );
      return await rows.then(
        () => true,
        () => false,
      );
    };
    // What else takes the focus just then closes the list.
    await workbench().waitFor('the query', asksForQuery, Boolean, 60_000);
    await workbench().shot('rule-query');
    const input = page.locator('.quick-input-widget:visible .quick-input-box input');
    await input.fill('by:"Mara Oake"');
    await workbench().waitFor('what it matches', workbench().quickPickRows, (rows) =>
      rows.some(({ description }) => description === '2 items in the library'),
    );
    await page.keyboard.press('Enter');
    const choose = async (label: string): Promise<void> => {
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first().click();
    };
    await choose('Star');
    await choose('Also apply to the 2 items here');
    await workbench().notification('2 items were starred.');
    await workbench().shot('rule-made');
    const rows = await workbench().waitForRows(
      'two stars',
      (shown) => shown.filter(({ spoken }) => spoken.includes('Starred')).length === 2,
    );
    assert.ok(rows.find(({ label }) => label.startsWith('Baker'))?.spoken.includes('Starred'));

    await workbench().runCommand('Manage Rules…');
    await workbench().waitFor('the rule', workbench().quickPickRows, (shown) =>
      shown.some(({ description }) => description === 'by:"Mara Oake"'),
    );
    await workbench().shot('rules');
    await workbench().runAndChoose('Manage Rules…', 'by:"Mara Oake"');
    await choose('Remove');
    await workbench().waitFor('no rule', workbench().quickPickRows, (shown) => shown.length === 1);
    await page.keyboard.press('Escape');
  });

  test('what a rule muted can be brought back', async () => {
    const { page } = workbench();
    const isListed = (shown: readonly { readonly label: string }[]): boolean =>
      shown.some(({ label }) => label.startsWith('Council counts its trees'));
    const choose = async (label: string): Promise<void> => {
      await page
        .locator('.quick-input-list:visible .monaco-list-row')
        .filter({ hasText: label })
        .first()
        .click();
    };
    await workbench().clickRow('Council counts its trees');
    await workbench().waitForReader('one was counted twice');
    await workbench().runCommand('New Rule…');
    await page
      .locator('.quick-input-widget:visible .quick-input-box input')
      .fill('title:"Council counts its trees"');
    await workbench().waitFor('what it matches', workbench().quickPickRows, (rows) =>
      rows.some(({ description }) => description === '1 item in the library'),
    );
    await page.keyboard.press('Enter');
    await choose('Mute');
    await choose('Also apply to the 1 item here');
    await workbench().notification('1 item was muted.');
    await workbench().waitForRows('one fewer', (shown) => !isListed(shown));

    await workbench().runCommand('Manage Rules…');
    await workbench().waitFor('a way back', workbench().quickPickRows, (rows) =>
      rows.some(({ label }) => label.includes('Bring Back All That Was Muted')),
    );
    await workbench().shot('rules-muted');
    await workbench().runAndChoose('Manage Rules…', 'Mute');
    await choose('Bring Back What It Muted');
    await workbench().notification('1 item was brought back.');
    await workbench().waitForRows('all of them', isListed);
    await page.keyboard.press('Escape');
  });
});
