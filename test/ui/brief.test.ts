// The morning brief: its page alone in every theme, and in the workbench as a person meets it.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../scripts/browser.ts';
import { fullBrief } from './briefPages.ts';
import { emptyBrief, openBrief } from './openBrief.ts';
import { THEMES } from './readerThemes.ts';
import { useWorkbench } from './useWorkbench.ts';

suite('the page of the brief', function () {
  this.timeout(60_000);
  let browser: Browser;
  suiteSetup(async () => (browser = await startBrowser()));
  suiteTeardown(async () => await browser.close());

  for (const theme of THEMES) {
    test(`has no faults in the ${theme.name} theme`, async () => {
      const brief = await openBrief(browser, { theme });
      await brief.send({ kind: 'page', page: fullBrief({ note: 'Your first brief.' }) });
      await brief.page.locator('h1').waitFor();
      await brief.send({ kind: 'done', sentence: 'Marked 41 headlines as read.', undo: true });
      await brief.page.getByRole('button', { name: 'Undo' }).waitFor();
      await brief.shot(`brief-${theme.name}`);
      assert.deepEqual(await faults(brief.page), []);
      await brief.page.close();
    });
  }

  test('shows everything as text, and asks for nothing', async () => {
    const brief = await openBrief(browser);
    const page = fullBrief();
    const [story, ...others] = page.stories;
    assert.ok(story);
    const hostile = '<img src=https://example.org/x onerror="document.title=\'run\'"><b>Bold</b>';
    await brief.send({
      kind: 'page',
      page: {
        ...page,
        stories: [
          { ...story, lead: { ...story.lead, headline: hostile }, summary: hostile, publishers: hostile },
          ...others,
        ],
        sources: page.sources.map((source) => ({ ...source, title: hostile })),
        searches: [{ query: hostile, found: 1 }],
      },
    });
    await brief.page.locator('h3 a').first().waitFor();
    assert.equal(await brief.page.locator('h3 a').first().textContent(), hostile);
    assert.equal(await brief.page.locator('img, b').count(), 0);
    assert.equal(await brief.page.title(), 'Morning Brief');
    assert.deepEqual(brief.requests, []);
    await brief.page.close();
  });

  test('opens what is clicked, beside it with the other key, and goes nowhere', async () => {
    const brief = await openBrief(browser);
    await brief.send({ kind: 'page', page: fullBrief() });
    const url = brief.page.url();
    await brief.page.getByText('Fleet leaves Port Ellery again').click();
    await brief.page.getByText('Dredging to begin').click({ modifiers: ['Control'] });
    assert.equal(brief.page.url(), url);
    const opened = (await brief.messages()).filter(({ kind }) => kind === 'open');
    assert.deepEqual(
      opened.map((message) => message.kind === 'open' && message.beside),
      [false, true],
    );
    await brief.page.close();
  });

  test('is walked through by key, from top to bottom', async () => {
    const brief = await openBrief(browser);
    await brief.send({ kind: 'page', page: fullBrief() });
    await brief.page.locator('h1').waitFor();
    const names = await tabStops(brief.page);
    assert.deepEqual(names.slice(0, 4), [
      'How far back the brief goes',
      'Mark all as read',
      'Mark as seen',
      'Fishermen Call Off Strike After Ministry Promises to Look at Price of Diesel',
    ]);
    assert.ok(names.includes('Mark as read: all 8 new headlines of Daily Ledger'), names.join('\n'));
    assert.deepEqual(
      names.filter((name) => name === ''),
      [],
    );
    await brief.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const focused = (): Promise<string> =>
      brief.page.evaluate(() => document.activeElement?.textContent ?? '');
    await brief.page.keyboard.press('j');
    assert.match(await focused(), /^Fishermen Call Off Strike/);
    await brief.page.keyboard.press('j');
    assert.match(await focused(), /^Fleet leaves/);
    await brief.page.keyboard.press('k');
    await brief.page.keyboard.press('Enter');
    assert.deepEqual((await brief.messages()).at(-1), { kind: 'open', itemId: 1, beside: false });
    await brief.page.close();
  });

  test('says what its picture shows', async () => {
    const brief = await openBrief(browser);
    await brief.send({ kind: 'page', page: fullBrief() });
    const picture = brief.page.getByRole('img').first();
    assert.match(
      (await picture.getAttribute('aria-label')) ?? '',
      /^7 reports in 12 hours: the first by The Harbour Wire/,
    );
    assert.equal(await picture.locator('line.tick').count(), 7);
    assert.equal(await picture.locator('line.new').count(), 4);
    await brief.page.close();
  });

  test('marks what was read, and offers to take it back', async () => {
    const brief = await openBrief(browser);
    await brief.send({ kind: 'page', page: fullBrief() });
    await brief.page.getByRole('button', { name: 'Mark all as read' }).click();
    assert.deepEqual((await brief.messages()).at(-1), { kind: 'mark read', sourceId: undefined });
    await brief.send({ kind: 'status', itemIds: [1, 2], read: true });
    await brief.send({ kind: 'done', sentence: 'Marked 2 headlines as read.', undo: true });
    await brief.page.getByRole('button', { name: 'Undo' }).click();
    assert.deepEqual((await brief.messages()).at(-1), { kind: 'undo' });
    const lead = brief.page.locator('h3 a').first();
    assert.match((await lead.textContent()) ?? '', /, read$/);
    await brief.send({ kind: 'status', itemIds: [1, 2], read: false });
    await brief.page.locator('h3 a:not(.read)').first().waitFor();
    assert.doesNotMatch((await lead.textContent()) ?? '', /, read$/);
    await brief.page.close();
  });

  test('says when more has arrived, and stays as it is until it is asked', async () => {
    const brief = await openBrief(browser);
    await brief.send({ kind: 'page', page: fullBrief() });
    await brief.send({ kind: 'arrived', sentence: '12 new headlines arrived meanwhile.' });
    await brief.page.getByRole('button', { name: 'Show them' }).click();
    assert.deepEqual((await brief.messages()).at(-1), { kind: 'renew' });
    await brief.page.getByRole('combobox').selectOption('week');
    assert.deepEqual((await brief.messages()).at(-1), { kind: 'range', range: 'week' });
    await brief.page.close();
  });

  test('is where it was when it is shown again', async () => {
    const brief = await openBrief(browser, { state: { scrollY: 300, itemId: 10 } });
    await brief.send({ kind: 'page', page: fullBrief() });
    await brief.page.locator('[data-item="10"]').waitFor();
    const now = await brief.page.evaluate(() => ({
      scrollY,
      item:
        document.activeElement instanceof HTMLElement ? document.activeElement.dataset['item'] : undefined,
    }));
    assert.deepEqual(now, { scrollY: 300, item: '10' });
    await brief.page.close();
  });

  for (const [name, page] of [
    [
      'nothing-new',
      emptyBrief({
        empty: {
          sentence: 'Nothing new since 08:15.',
          detail: 'All that has arrived is read. Feeds are read again when they are due.',
          actions: ['refresh'],
        },
      }),
    ],
    [
      'no-library',
      emptyBrief({
        ranges: [{ range: 'last', label: 'Since yesterday' }],
        empty: {
          sentence: 'Nothing to report yet.',
          detail: 'Follow a feed, or look around in the sample edition, and what is new will stand here.',
          actions: ['addFeed', 'openSample'],
        },
      }),
    ],
    ['no-stories', fullBrief({ stories: [], searches: [] })],
  ] as const) {
    test(`has a state for ${name.replace('-', ' ')}`, async () => {
      const brief = await openBrief(browser, THEMES[0] === undefined ? {} : { theme: THEMES[0] });
      await brief.send({ kind: 'page', page });
      await brief.page.locator('h1').waitFor();
      await brief.shot(`brief-${name}`);
      assert.deepEqual(await faults(brief.page), []);
      await brief.page.close();
    });
  }

  for (const width of [400, 640]) {
    test(`fits ${width} points without sideways scrolling`, async () => {
      const brief = await openBrief(browser, { width });
      await brief.send({ kind: 'page', page: fullBrief() });
      await brief.page.locator('h1').waitFor();
      const over = await brief.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${over} points wider`);
      await brief.shot(`brief-${width}`);
      await brief.page.close();
    });
  }
});

suite('the morning brief', () => {
  const strike = (first: string): string =>
    `${first} The strike that had kept the fleet in port for nine days ended on Monday night, after the ministry had promised to look at the price of diesel again. The crews went back on board before dawn, and the first boats left the harbour with the tide at seven in the morning, as people on the quay clapped and rang bells.`;
  const article = (title: string, outlet: string, time: string, body: string): string =>
    `---\ntitle: ${title}\nsource: ${outlet}\ndate: 2026-03-02T${time}:00Z\n---\n\n${body}\n`;
  const workbench = useWorkbench({
    settings: { 'broadsheet.notifications': 'savedSearches' },
    files: {
      'news/one.md': article(
        'Fishermen Call Off Strike After Talks',
        'The Harbour Wire',
        '05:10',
        strike('It is over.'),
      ),
      'news/two.md': article(
        'Fleet Leaves Port Ellery Again',
        'Port Ellery Gazette',
        '07:40',
        strike('They sail.'),
      ),
      'news/three.md': article(
        'Museum Finds Lost Letters in a Wall',
        'The Islander',
        '06:00',
        'A mason found them.',
      ),
    },
  });
  const add = async (): Promise<void> => {
    const { addFolder } = await import('./addFolder.ts');
    await addFolder(workbench(), workbench().pathOf('news'));
  };
  const frame = () => workbench().readerFrame();

  test('is a front page of what is new, which opens from the status bar', async () => {
    await workbench().openView();
    await add();
    const status = workbench().page.locator('[id$="broadsheet.new"]');
    await workbench().waitFor(
      'the count',
      () => status.innerText(),
      (text) => text.includes('3 new'),
    );
    await status.locator('a').click();
    await frame().getByRole('heading', { name: 'Morning Brief' }).waitFor();
    await frame().getByRole('heading', { name: 'Most covered' }).waitFor();
    assert.match(
      await frame().locator('.coverage').innerText(),
      /2 sources\s+The Harbour Wire and Port Ellery Gazette/,
    );
    await workbench().shot('brief-in-window');
    const wasLight = (await frame().locator('body.vscode-light').count()) > 0;
    await workbench().runCommand('Toggle between Light/Dark Themes');
    await frame()
      .locator(`body.vscode-${wasLight ? 'dark' : 'light'}`)
      .waitFor();
    await workbench().shot('brief-in-other-theme');
  });

  test('leads to the reader, and shows what was read when the person comes back', async () => {
    await frame().getByText('Museum Finds Lost Letters').click();
    await workbench().waitForReader('A mason found them.');
    await workbench().page.locator('.part.editor .tab').filter({ hasText: 'Morning Brief' }).click();
    await frame().locator('a.read').filter({ hasText: 'Museum Finds' }).waitFor();
  });

  test('ends when it is closed, and the next one begins there', async () => {
    const tab = workbench().page.locator('.part.editor .tab').filter({ hasText: 'Morning Brief' });
    await tab.locator('.tab-actions .action-label').click();
    await tab.waitFor({ state: 'detached' });
    await workbench().page.locator('[id$="broadsheet.new"]').waitFor({ state: 'hidden' });
    await workbench().runCommand('Morning Brief');
    await frame()
      .getByRole('heading', { name: /^Nothing new since \d\d:\d\d\.$/ })
      .waitFor();
    await workbench().shot('brief-nothing-new-in-window');
  });

  test('shows what arrives by itself where it had nothing', async () => {
    const late = article('Ice Holds Up the Mail Boat', 'The Islander', '07:00', 'It waits at the pier.');
    writeFileSync(workbench().pathOf('news/late.md'), late);
    await frame().getByText('Ice Holds Up the Mail Boat').first().waitFor();
    assert.equal(await frame().getByText('arrived meanwhile').count(), 0);
  });

  const set = (settings: Readonly<Record<string, unknown>>): void => {
    const path = workbench().pathOf('.vscode/settings.json');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(settings));
  };

  test('a saved search tells of what is new where the person asked for that', async () => {
    await workbench().runCommand('Search in the Sidebar…');
    await workbench().acceptQuickInput('lighthouse');
    await workbench().waitForRows('the search', (rows) => rows.some(({ label }) => label === 'lighthouse'));
    await workbench().runCommand('Save Search');
    await workbench().waitForRows('the saved search', (rows) =>
      rows.some(({ label, expanded }) => label === 'lighthouse' && expanded === false),
    );
    const lit = article('Lighthouse Is Lit Again', 'The Islander', '08:00', 'The keeper waved.');
    writeFileSync(workbench().pathOf('news/four.md'), lit);
    const notice = await workbench().notification('1 new headline for “lighthouse”.');
    await workbench().shot('search-news');
    await notice.getByRole('button', { name: 'Show' }).click();
    await workbench().waitForRows('the hit', (rows) =>
      rows.some(({ label, level }) => label === 'Lighthouse Is Lit Again' && level === 2),
    );
  });

  test('opens with the window where the person wants that', async () => {
    set({ 'broadsheet.brief.openAtStart': true });
    await workbench().runCommand('Close All Editors');
    const late = article('Ferry Waits for the Tide', 'The Islander', '09:00', 'It left at noon.');
    writeFileSync(workbench().pathOf('news/five.md'), late);
    await workbench().waitFor('the new headline', workbench().allRows, (rows) =>
      rows.some(({ label }) => label === 'Ferry Waits for the Tide'),
    );
    await workbench().page.reload();
    await frame().getByRole('heading', { name: 'Morning Brief' }).waitFor();
    await frame().getByText('Ferry Waits for the Tide').waitFor();
  });
});

/** What axe finds: the rule, and where it is broken. */
async function faults(page: Page): Promise<readonly string[]> {
  // The page's policy lets no script in; the debugger's evaluation needs no leave.
  await page.evaluate(axeCore.source);
  return await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
    );
  });
}

/** The names of what the tabulator reaches, from the top. */
async function tabStops(page: Page): Promise<readonly string[]> {
  const names: string[] = [];
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) return undefined;
      return activeElement.getAttribute('aria-label') ?? activeElement.textContent;
    });
    if (name === undefined || (names.length > 3 && name === names[0])) break;
    names.push(name);
  }
  return names;
}
