// What the reader's page does around the text: its looks, its contents, its pictures, and what comes after it.

import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../scripts/browser.ts';
import type { FromReader, Typography } from '../../src/core/model/readerMessages.ts';
import { openReader, readerPage, type OpenReader } from './openReader.ts';
import { arabicPage, fullPage, pageOf, PICTURE, RELATED } from './readerArticles.ts';
import { darkTheme } from './readerThemes.ts';

const TYPOGRAPHY: Typography = {
  font: 'serif',
  fontSize: 18,
  lineHeight: 1.65,
  width: 68,
  justify: false,
  hyphenate: false,
};
const LONG = Array.from(
  { length: 40 },
  (_, index) =>
    `<p>Paragraph ${index} tells at some length how the council met, what it heard, and why it put off the vote on the bridge once more.</p>`,
).join('');

suite('reader page', function () {
  this.timeout(30_000);
  let browser: Browser;
  suiteSetup(async () => (browser = await startBrowser()));
  suiteTeardown(async () => await browser.close());

  test('is set as the person likes it, at once and in the same place', async () => {
    const reader = await openReader(browser, { viewport: { width: 1600, height: 700 } });
    await reader.send({ kind: 'page', page: pageOf(LONG, { language: 'de' }) });
    const looks = () =>
      reader.page.locator('article').evaluate((article) => {
        const style = getComputedStyle(article);
        const zero = document.createElement('span');
        zero.textContent = '0'.repeat(100);
        Object.assign(zero.style, { position: 'absolute', whiteSpace: 'nowrap' });
        document.querySelector('main')?.append(zero);
        const digit = zero.getBoundingClientRect().width / 100;
        zero.remove();
        return {
          size: style.fontSize,
          line: Math.round(parseFloat(style.lineHeight)),
          align: style.textAlign,
          hyphens: style.hyphens,
          width: Math.round(article.getBoundingClientRect().width / digit),
          isMono: style.fontFamily.includes('monospace'),
        };
      });
    const first = { size: '18px', line: 30, align: 'start', hyphens: 'manual', width: 68, isMono: false };
    assert.deepEqual(await looks(), first);
    await reader.send({ kind: 'typography', typography: TYPOGRAPHY });
    assert.deepEqual(await looks(), first);
    await reader.send({
      kind: 'typography',
      typography: { font: 'editor', fontSize: 20, lineHeight: 2, width: 40, justify: true, hyphenate: true },
    });
    const changed = { size: '20px', line: 40, align: 'justify', hyphens: 'auto', width: 40, isMono: true };
    assert.deepEqual(await looks(), changed);
    assert.deepEqual(await kinds(reader, 'ready'), ['ready']);
    await reader.page.close();
  });

  test('drops the colours that a publisher chose', async () => {
    const reader = await openReader(browser, { theme: darkTheme.css, bodyClass: darkTheme.bodyClass });
    const page = pageOf(
      '<p style="color: black; background: white">Black <font color="#000">on</font> <span style="color:#111">dark</span></p>',
      {},
    );
    await reader.send({ kind: 'page', page });
    const colours = await reader.page.locator('article').evaluate((article) =>
      [article, ...article.querySelectorAll('*')].map((node) => {
        const { color, backgroundColor } = getComputedStyle(node);
        return `${color} on ${backgroundColor}`;
      }),
    );
    assert.deepEqual([...new Set(colours)], ['rgb(204, 204, 204) on rgba(0, 0, 0, 0)']);
    await reader.page.close();
  });

  test('is written from right to left by what most of its letters are', async () => {
    const reader = await openReader(browser);
    await reader.send({ kind: 'page', page: arabicPage() });
    assert.equal(await reader.page.locator('article').getAttribute('dir'), 'rtl');
    assert.equal(await reader.page.locator('header').getAttribute('dir'), 'rtl');
    await reader.send({ kind: 'page', page: pageOf('<p>The word كتاب means book.</p>', {}) });
    assert.equal(await reader.page.locator('article').getAttribute('dir'), 'ltr');
    await reader.page.close();
  });

  test('has links to recordings and other files, as text', async () => {
    const reader = await openReader(browser);
    const files = [
      { url: 'https://example.org/a.mp3', text: 'Recording · 34 min · 12 MB' },
      { url: 'https://example.org/b.pdf', text: '<b>كتاب</b>' },
    ];
    await reader.send({ kind: 'page', page: fullPage({ files }) });
    for (const { url, text } of files)
      assert.equal(await reader.page.getByRole('link', { name: text }).getAttribute('href'), url);
    await reader.page.close();
  });

  test('lists what is in a long article, and goes there', async () => {
    const reader = await openReader(browser);
    const html = ['One', 'Two', 'Three'].map((name) => `<h2>${name}</h2>${LONG}`).join('');
    await reader.send({ kind: 'page', page: pageOf(html, {}) });
    const list = reader.page.getByRole('navigation', { name: 'Contents' });
    assert.equal(await list.getByRole('link').count(), 0);
    await list.getByText('Contents').click();
    assert.deepEqual(await list.getByRole('link').allInnerTexts(), ['One', 'Two', 'Three']);
    await list.getByRole('link', { name: 'Three' }).click();
    const place = await reader.page.evaluate(() => ({
      focused: document.activeElement?.textContent,
      top: document.activeElement?.getBoundingClientRect().top ?? -1,
    }));
    assert.equal(place.focused, 'Three');
    assert.ok(place.top >= 0 && place.top < 60, String(place.top));
    assert.deepEqual(await kinds(reader, 'open link'), []);
    await reader.send({ kind: 'page', page: pageOf('<h2>One</h2><p>a</p><h2>Two</h2><p>b</p>', {}) });
    assert.equal(await list.count(), 0);
    await reader.page.close();
  });

  test('shows how much of a long article is behind', async () => {
    const reader = await openReader(browser);
    await reader.send({ kind: 'page', page: pageOf(LONG, {}) });
    const line = reader.page.locator('.progress');
    const share = () =>
      line.evaluate((node) => node.getBoundingClientRect().width / document.documentElement.clientWidth);
    assert.equal(await share(), 0);
    await reader.page.evaluate(() => document.querySelector('article')?.scrollIntoView({ block: 'end' }));
    await reader.page.waitForFunction(
      () => (document.querySelector('.progress')?.getBoundingClientRect().width ?? 0) > 700,
    );
    assert.ok((await share()) > 0.97, String(await share()));
    await reader.send({ kind: 'page', page: pageOf('<p>Short.</p>', {}) });
    assert.equal(await line.isVisible(), false);
    await reader.page.close();
  });

  test('shows a picture large, by the mouse and by the keyboard', async () => {
    const reader = await openReader(browser, { images: 'shown' });
    const html = `<figure><img src="${PICTURE}" alt="The harbour"><figcaption>The harbour at dusk</figcaption></figure>
      <p><a href="https://example.org/large.JPG"><img src="${PICTURE}" alt="Linked to itself"></a>
      <a href="https://example.org/page"><img src="${PICTURE}" alt="Linked elsewhere"></a></p>`;
    await reader.send({ kind: 'page', page: readerPage({ html, text: 'The harbour at dusk' }) });
    const picture = reader.page.getByRole('button', { name: 'The harbour, enlarge' });
    await picture.click();
    const dialog = reader.page.getByRole('dialog', { name: 'The harbour at dusk' });
    const box = await dialog.locator('img').boundingBox();
    assert.ok(box !== null && box.width > 700, JSON.stringify(box));
    await reader.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await picture.focus();
    await reader.page.keyboard.press('Enter');
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await picture.evaluate((node) => node === document.activeElement), true);
    assert.equal(await reader.page.getByRole('button', { name: 'Linked to itself, enlarge' }).count(), 1);
    assert.equal(await reader.page.getByRole('button', { name: 'Linked elsewhere' }).count(), 0);
    await reader.page.close();
  });

  test('tells what stands for a picture that is not loaded', async () => {
    const reader = await openReader(browser);
    await reader.send({ kind: 'page', page: fullPage() });
    const figure = reader.page.locator('figure');
    const words = 'Passengers on the quay in the rain, with umbrellas';
    assert.equal(await figure.getByRole('img', { name: words }).isVisible(), true);
    assert.equal(await figure.locator('figcaption').isVisible(), true);
    await reader.page.close();
  });

  test('asks for related stories near its end, and opens them', async () => {
    const reader = await openReader(browser);
    await reader.send({ kind: 'page', page: pageOf(LONG, {}) });
    await reader.page.getByText('Paragraph 0 ').waitFor();
    assert.deepEqual(await kinds(reader, 'wants related'), []);
    await reader.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await until(async () => (await kinds(reader, 'wants related')).length === 1);
    await reader.send({ kind: 'related', itemId: 2, sameStory: RELATED, similar: [] });
    assert.equal(await reader.page.locator('.related a').count(), 0);
    await reader.send({
      kind: 'related',
      itemId: 1,
      sameStory: RELATED.slice(0, 1),
      similar: RELATED.slice(1),
    });
    await reader.page.getByRole('region', { name: 'The same story elsewhere' }).waitFor();
    await reader.page.getByRole('link', { name: 'Island ferry back in service' }).click();
    assert.deepEqual((await reader.messages()).at(-1), { kind: 'open item', itemId: 41, beside: false });
    await reader.page
      .locator('.related a')
      .last()
      .click({ modifiers: ['Control'] });
    assert.deepEqual((await reader.messages()).at(-1), { kind: 'open item', itemId: 42, beside: true });
    await reader.page.getByRole('button', { name: 'Next' }).click();
    assert.deepEqual((await reader.messages()).at(-1), { kind: 'go', to: 'next' });
    await reader.page.getByRole('button', { name: 'Previous' }).click();
    assert.deepEqual((await reader.messages()).at(-1), { kind: 'go', to: 'previous' });
    await reader.page.close();
  });

  test('tells that it was read to its end where it is asked to, and only once', async () => {
    const reader = await openReader(browser);
    await reader.send({ kind: 'page', page: pageOf(LONG, { tellsEnd: true }) });
    await reader.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await until(async () => (await kinds(reader, 'read to the end')).length === 1);
    await reader.send({ kind: 'page', page: pageOf('<p>Short.</p>', { itemId: 2, tellsEnd: true }) });
    await until(async () => (await kinds(reader, 'read to the end')).length === 2);
    assert.deepEqual((await reader.messages()).at(-1), { kind: 'read to the end', itemId: 2 });
    await reader.page.close();
  });

  test('scrolls by pages, and tells when there is nothing left', async () => {
    const reader = await openReader(browser);
    await reader.send({ kind: 'page', page: pageOf(LONG, {}) });
    await reader.send({ kind: 'scroll', pages: 1 });
    const first = await reader.page.evaluate(() => scrollY);
    assert.ok(first > 400 && first < 700, String(first));
    await reader.send({ kind: 'scroll', pages: -1 });
    await reader.send({ kind: 'scroll', pages: -1 });
    assert.equal(await reader.page.evaluate(() => scrollY), 0);
    assert.deepEqual(await kinds(reader, 'past the end'), []);
    await reader.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await reader.send({ kind: 'scroll', pages: 1 });
    await until(async () => (await kinds(reader, 'past the end')).length === 1);
    await reader.page.close();
  });

  test('tells of its versions and of the notes that cite it', async () => {
    const reader = await openReader(browser);
    await reader.send({ kind: 'page', page: fullPage() });
    await reader.page.getByRole('button', { name: '2 versions' }).click();
    assert.deepEqual((await reader.messages()).at(-1), { kind: 'choose version' });
    assert.equal(await reader.page.getByText('Cited in').count(), 0);
    await reader.send({ kind: 'cited', itemId: 1, notes: 3 });
    await reader.page.getByRole('button', { name: 'Cited in 3 notes' }).click();
    assert.deepEqual((await reader.messages()).at(-1), { kind: 'show citing notes' });
    await reader.send({ kind: 'cited', itemId: 1, notes: 0 });
    await reader.page.getByText('Cited in').waitFor({ state: 'hidden' });
    await reader.send({ kind: 'page', page: fullPage({ version: 'As it was on Monday.' }) });
    await reader.page.getByText('As it was on Monday.').waitFor();
    await reader.page.getByRole('button', { name: 'Show the current version' }).click();
    assert.deepEqual((await reader.messages()).at(-1), { kind: 'show current version' });
    await reader.page.locator('h1').dblclick();
    assert.deepEqual((await reader.messages()).at(-1), { kind: 'keep open' });
    await reader.send({ kind: 'kept', kept: true });
    // Something else may keep the place at the same time.
    const isKept = async (): Promise<boolean> => JSON.stringify(await reader.state()).includes('"kept":true');
    for (let tries = 0; tries < 100 && !(await isKept()); tries++) await reader.page.waitForTimeout(20);
    assert.deepEqual(await reader.state(), { itemId: 1, position: 0, kept: true });
    await reader.page.close();
  });

  test('takes a dragged passage along with its place', async () => {
    const reader = await openReader(browser);
    const page = pageOf('<p>The council met and put off the vote.</p>', {});
    await reader.send({ kind: 'page', page });
    const dragged = () =>
      reader.page.evaluate(() => {
        const text = document.querySelector('article p')?.firstChild;
        if (!(text instanceof Text)) return undefined;
        getSelection()?.setBaseAndExtent(text, 4, text, 11);
        const dataTransfer = new DataTransfer();
        text.parentElement?.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true }));
        return dataTransfer.getData('application/vnd.broadsheet.passage');
      });
    assert.equal(await dragged(), '{"itemId":1,"passage":[4,11]}');
    await reader.send({ kind: 'page', page: { ...page, version: 'An older one.' } });
    await reader.page.getByText('An older one.').waitFor();
    assert.equal(await dragged(), '');
    await reader.page.close();
  });

  test('keeps the keys that press a button from VS Code', async () => {
    const reader = await openReader(browser);
    await reader.send({ kind: 'page', page: fullPage() });
    await reader.page.evaluate(() =>
      addEventListener('keydown', ({ key }) => (document.title += `[${key}]`)),
    );
    const title = await reader.page.title();
    await reader.page.getByRole('button', { name: 'Next' }).focus();
    await reader.page.keyboard.press('Enter');
    await reader.page.keyboard.press('Space');
    assert.equal((await kinds(reader, 'go')).length, 2);
    await reader.page.keyboard.press('j');
    assert.equal(await reader.page.title(), `${title}[j]`);
    // VS Code's command scrolls, and the page not as well.
    await reader.page.locator('h1').click();
    await reader.page.keyboard.press('Space');
    assert.equal(await reader.page.title(), `${title}[j][ ]`);
    assert.equal(await reader.page.evaluate(() => scrollY), 0);
    await reader.page.close();
  });
});

async function kinds<Kind extends FromReader['kind']>(
  reader: OpenReader,
  wanted: Kind,
): Promise<readonly Kind[]> {
  return (await reader.messages()).flatMap(({ kind }) => (kind === wanted ? [wanted] : []));
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}
