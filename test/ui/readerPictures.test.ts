// Pictures of the reader's page in every state, into test/ui/shots, to be looked at.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../scripts/browser.ts';
import type { ToReader } from '../../src/core/model/readerMessages.ts';
import { openReader, readerPage, type OpenReader, type ReaderOptions } from './openReader.ts';
import { arabicPage, fullPage, pageOf, PICTURE, RELATED } from './readerArticles.ts';
import { darkTheme, highContrastTheme, lightTheme, THEMES } from './readerThemes.ts';

const folder = join(import.meta.dirname, 'shots');
const beside: readonly ToReader[] = [
  { kind: 'cited', itemId: 1, notes: 3 },
  { kind: 'related', itemId: 1, sameStory: RELATED, similar: RELATED.slice(0, 1) },
];

suite('pictures of the reader’s page', function () {
  this.timeout(60_000);
  let browser: Browser;
  suiteSetup(async () => {
    mkdirSync(folder, { recursive: true });
    browser = await startBrowser();
  });
  suiteTeardown(async () => await browser.close());

  const shoot = (
    name: string,
    messages: readonly ToReader[],
    options: ReaderOptions = {},
    act: (reader: OpenReader) => Promise<unknown> = () => Promise.resolve(),
    isWhole = true,
  ): void => {
    test(name, async () => {
      const { css: theme, bodyClass } = darkTheme;
      const reader = await openReader(browser, { theme, bodyClass, ...options });
      // What fades in would be half there.
      await reader.page.emulateMedia({ reducedMotion: 'reduce' });
      for (const message of messages) await reader.send(message);
      await reader.page.locator('main').waitFor();
      await act(reader);
      await reader.page.screenshot({ path: join(folder, `reader-page-${name}.png`), fullPage: isWhole });
      await reader.page.close();
    });
  };
  const inTheme = ({ css: theme, bodyClass }: typeof darkTheme): ReaderOptions => ({ theme, bodyClass });

  for (const theme of THEMES)
    shoot(theme.name, [{ kind: 'page', page: fullPage() }, ...beside], inTheme(theme));
  shoot('gone', [
    {
      kind: 'notice',
      sentence: 'This article is no longer in the library. Its source may have been removed.',
    },
  ]);
  shoot('headline', [
    {
      kind: 'page',
      page: readerPage({ headline: 'Ferry to Lintel Island runs again', url: 'https://example.org/a' }),
    },
  ]);
  shoot('arabic', [{ kind: 'page', page: arabicPage() }, ...beside], inTheme(lightTheme));
  shoot(
    'contents',
    [{ kind: 'page', page: fullPage() }],
    inTheme(lightTheme),
    (reader) => reader.page.locator('.contents summary').click(),
    false,
  );
  shoot(
    'progress',
    [{ kind: 'page', page: fullPage() }],
    {},
    async (reader) => {
      await reader.page.evaluate(() => scrollTo(0, 600));
      await reader.page.waitForFunction(
        () => (document.querySelector('.progress')?.getBoundingClientRect().width ?? 0) > 10,
      );
    },
    false,
  );
  shoot('narrow', [{ kind: 'page', page: fullPage() }, ...beside], { viewport: { width: 400, height: 800 } });
  shoot('set-otherwise', [
    {
      kind: 'typography',
      typography: {
        font: 'sans-serif',
        fontSize: 16,
        lineHeight: 1.5,
        width: 54,
        justify: true,
        hyphenate: true,
      },
    },
    { kind: 'page', page: fullPage() },
  ]);
  shoot(
    'older-version',
    [
      {
        kind: 'page',
        page: fullPage({
          version: 'This is the article as it was on 2 March 2026 at 08:10. It has been changed since.',
        }),
      },
    ],
    {},
    undefined,
    false,
  );
  for (const theme of [darkTheme, lightTheme, highContrastTheme]) {
    shoot(
      `selection-${theme.name}`,
      [{ kind: 'page', page: fullPage() }],
      inTheme(theme),
      async (reader) => {
        await reader.page
          .locator('article p')
          .nth(1)
          .evaluate((node) => getSelection()?.selectAllChildren(node));
        await reader.page.getByRole('toolbar').waitFor();
        await reader.page.keyboard.press('Tab');
      },
      false,
    );
  }
  shoot(
    'selection-narrow',
    [{ kind: 'page', page: fullPage() }],
    { viewport: { width: 400, height: 800 } },
    async (reader) => {
      await reader.page
        .locator('article p')
        .nth(1)
        .evaluate((node) => getSelection()?.selectAllChildren(node));
      await reader.page.getByRole('toolbar').waitFor();
    },
    false,
  );
  for (const theme of [darkTheme, highContrastTheme]) {
    shoot(
      `zoom-${theme.name}`,
      [
        {
          kind: 'page',
          page: readerPage({
            html: `<figure><img src="${PICTURE}" alt="The harbour"><figcaption>The harbour at dusk, seen from the quay. Photograph: Ada Byron</figcaption></figure>`,
          }),
        },
      ],
      { ...inTheme(theme), images: 'shown' },
      async (reader) => {
        await reader.page.getByRole('button', { name: 'The harbour, enlarge' }).click();
        await reader.page.getByRole('dialog').waitFor();
      },
      false,
    );
  }
  shoot('chinese', [
    {
      kind: 'page',
      page: pageOf(
        '<p>渡轮在停航九天后恢复通航。约四百人从早晨起就在码头等候，其中包括岛上唯一的面包师。</p><h2>时刻表</h2><p>工作日六点十分、九点四十分和十七点十五分开船。</p>',
        {
          headline: '林特尔岛渡轮恢复通航',
          language: 'zh-Hans',
          source: '港口邮报',
          readingTime: '1 min read',
        },
      ),
    },
  ]);
});
