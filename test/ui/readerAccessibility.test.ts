// The reader's page checked by axe in every theme, and what axe cannot see: the order of the keyboard, and room.

import assert from 'node:assert/strict';
import axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../scripts/browser.ts';
import type { ToReader } from '../../src/core/model/readerMessages.ts';
import { openReader, readerPage, type OpenReader } from './openReader.ts';
import { arabicPage, fullPage, RELATED } from './readerArticles.ts';
import { THEMES } from './readerThemes.ts';

declare global {
  var axe: { run: typeof axeCore.run };
}

/** WCAG 2.1 at levels A and AA, and what axe holds for good practice besides. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

suite('the reader’s page for everybody', function () {
  this.timeout(60_000);
  let browser: Browser;
  suiteSetup(async () => (browser = await startBrowser()));
  suiteTeardown(async () => await browser.close());

  const states: readonly (readonly [string, readonly ToReader[]])[] = [
    [
      'an article',
      [
        { kind: 'page', page: fullPage() },
        { kind: 'cited', itemId: 1, notes: 3 },
        { kind: 'related', itemId: 1, sameStory: RELATED, similar: RELATED.slice(1) },
      ],
    ],
    [
      'an older version whose page failed',
      [
        {
          kind: 'page',
          page: fullPage({
            version: 'This is the article as it was on 2 March 2026 at 08:10. It has been changed since.',
            fullText: { kind: 'failed', sentence: 'example.org does not answer.' },
          }),
        },
      ],
    ],
    ['an Arabic article', [{ kind: 'page', page: arabicPage() }]],
    ['a headline', [{ kind: 'page', page: readerPage({ url: 'https://example.org/a' }) }]],
    ['no article', [{ kind: 'notice', sentence: 'This article is no longer in the library.' }]],
  ];
  for (const { name, css, bodyClass } of THEMES) {
    test(`nothing is at fault in the ${name} theme`, async () => {
      const reader = await openReader(browser, { theme: css, bodyClass });
      for (const [state, messages] of states) {
        for (const message of messages) await reader.send(message);
        await reader.page.locator('main').waitFor();
        assert.deepEqual(await faults(reader.page), [], state);
      }
      await reader.page.close();
    });
  }

  test('what is shown above it has no faults either', async () => {
    const reader = await openReader(browser, { images: 'shown', theme: THEMES[0]?.css ?? '' });
    const html = `<p>Before</p><img src="${PIXELS}" alt="The quay">`;
    await reader.send({ kind: 'page', page: readerPage({ html, text: 'Before' }) });
    await reader.page.locator('article p').evaluate((node) => getSelection()?.selectAllChildren(node));
    await reader.page.getByRole('toolbar').waitFor();
    assert.deepEqual(await faults(reader.page), []);
    await reader.page.getByRole('button', { name: 'The quay, enlarge' }).click();
    await reader.page.getByRole('dialog').waitFor();
    assert.deepEqual(await faults(reader.page), []);
    await reader.page.close();
  });

  test('a fault would be noticed', async () => {
    const reader = await openReader(browser);
    await reader.send({ kind: 'page', page: fullPage() });
    await reader.page.locator('article').evaluate((node) => node.append(document.createElement('button')));
    assert.deepEqual(await faults(reader.page), ['button-name: article > button']);
    await reader.page.close();
  });

  test('Tab goes from the top to the end, and everything that it reaches has a name', async () => {
    const reader = await openReader(browser, { theme: THEMES[0]?.css ?? '' });
    await reader.send({ kind: 'page', page: fullPage() });
    await reader.send({ kind: 'cited', itemId: 1, notes: 1 });
    await reader.send({ kind: 'related', itemId: 1, sameStory: RELATED.slice(0, 1), similar: [] });
    const names = await tabThrough(reader);
    assert.deepEqual(names, [
      'Original',
      '2 versions',
      'Compare',
      'Recording · 34 min · 12 MB',
      'Cited in 1 note',
      'Show images',
      'Contents',
      'yard',
      'Table 1: Costs in crowns',
      'Code 1',
      'Island ferry back in service',
      'Previous',
      'Next',
    ]);
    await reader.page.close();
  });

  test('headings leave no level out, whatever the publisher did', async () => {
    const reader = await openReader(browser);
    const html = '<h1>One</h1><h4>Two</h4><h3>Three</h3><h6>Four</h6><h1>Five</h1><h2>Six</h2>';
    await reader.send({ kind: 'page', page: readerPage({ html, text: '' }) });
    const levels = await reader.page
      .locator('article :is(h1, h2, h3, h4, h5, h6)')
      .evaluateAll((found) => found.map((node) => `${node.localName} ${node.textContent}`));
    assert.deepEqual(levels, ['h2 One', 'h3 Two', 'h3 Three', 'h4 Four', 'h2 Five', 'h3 Six']);
    await reader.page.close();
  });

  for (const [what, page] of [
    ['English', fullPage()],
    ['Arabic', arabicPage()],
  ] as const) {
    test(`nothing leaves a narrow window sideways, nor one at 400 %: ${what}`, async () => {
      const reader = await openReader(browser, { viewport: { width: 320, height: 640 } });
      await reader.send({ kind: 'page', page });
      await reader.send({ kind: 'related', itemId: 1, sameStory: RELATED, similar: [] });
      await reader.page.getByText('Next', { exact: true }).waitFor();
      const { scrolls, room } = await reader.page.evaluate(() => ({
        scrolls: document.documentElement.scrollWidth,
        room: document.documentElement.clientWidth,
      }));
      assert.ok(scrolls <= room, `${scrolls} of ${room} pixels`);
      await reader.page.close();
    });
  }

  test('with forced colours the progress and the picture marks stay in sight', async () => {
    const reader = await openReader(browser, { viewport: { width: 800, height: 300 } });
    await reader.page.emulateMedia({ forcedColors: 'active' });
    await reader.send({ kind: 'page', page: fullPage() });
    const colour = await reader.page
      .locator('.progress')
      .evaluate((node) => getComputedStyle(node).backgroundColor);
    assert.doesNotMatch(colour, /rgba\(.*, 0\)|transparent/);
    await reader.page.close();
  });

  test('nothing moves by itself for who wants no motion', async () => {
    const reader = await openReader(browser);
    await reader.page.emulateMedia({ reducedMotion: 'reduce' });
    await reader.send({
      kind: 'page',
      page: fullPage({ fullText: { kind: 'loading', host: 'example.org' } }),
    });
    await reader.page.getByText('Getting the full text').waitFor();
    assert.deepEqual(await reader.page.evaluate(() => document.getAnimations().length), 0);
    await reader.page.close();
  });
});

const PIXELS = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200" fill="#888"/></svg>')}`;

/** What axe finds: the rule, and where it is broken. */
async function faults(page: Page): Promise<readonly string[]> {
  // The page's policy lets no script in; the debugger's evaluation needs no leave.
  await page.evaluate(axeCore.source);
  return await page.evaluate(async (rules) => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: { type: 'tag', values: [...rules] },
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  }, RULES);
}

/** The accessible names of what Tab reaches, from the top of the page until it begins again. */
async function tabThrough(reader: OpenReader): Promise<readonly string[]> {
  const names: string[] = [];
  for (let count = 0; count < 40; count++) {
    await reader.page.keyboard.press('Tab');
    const name = await reader.page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return undefined;
      const shown = focused.getBoundingClientRect();
      if (shown.width === 0) return 'something that is not in sight';
      return (focused.getAttribute('aria-label') ?? focused.textContent).trim();
    });
    if (name === undefined) break;
    names.push(name);
  }
  return names;
}
