import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../scripts/browser.ts';
import type { FromReader } from '../../src/core/model/readerMessages.ts';
import { cleanHtml } from '../../src/core/parse/sanitize.ts';
import { openReader, readerPage, type OpenReader } from './openReader.ts';

const PARAGRAPHS = Array.from(
  { length: 60 },
  (_, index) =>
    `<p>Paragraph ${index} tells at some length how the council met, what it heard, and why it put off the vote on the bridge once more until the spring.</p>`,
);
const LONG = PARAGRAPHS.join('');
const TEXT = textOf(LONG);

suite('reader', function () {
  this.timeout(30_000);
  let browser: Browser;
  suiteSetup(async () => (browser = await startBrowser()));
  suiteTeardown(async () => await browser.close());

  test('asks for its page, and shows what is known as text', async () => {
    const reader = await openReader(browser);
    await reader.send({
      kind: 'page',
      page: readerPage({
        headline: 'A <b>bold</b> claim',
        byline: '<img src=x onerror=alert(1)>',
        date: { text: '8 October 2025', iso: '2025-10-08' },
        html: '<p>Body</p>',
        text: 'Body',
      }),
    });
    assert.equal(await reader.page.locator('h1').textContent(), 'A <b>bold</b> claim');
    assert.equal(
      await reader.page.locator('.facts > :first-child').textContent(),
      '<img src=x onerror=alert(1)>',
    );
    assert.equal(await reader.page.locator('time').getAttribute('datetime'), '2025-10-08');
    assert.deepEqual((await reader.messages())[0], { kind: 'ready' });
    assert.deepEqual(await reader.state(), { itemId: 1, position: 0, kept: false });
    await reader.page.close();
  });

  test('says calmly that only a headline is known, or that an item is gone', async () => {
    const reader = await openReader(browser);
    await reader.send({ kind: 'page', page: readerPage({ url: 'https://example.org/a' }) });
    assert.match((await reader.page.locator('article').textContent()) ?? '', /^Only the headline is known/);
    await reader.page.locator('article a').click();
    assert.deepEqual((await reader.messages()).at(-1), { kind: 'open link', url: 'https://example.org/a' });
    await reader.send({ kind: 'notice', sentence: 'It is gone.' });
    assert.equal(await reader.page.locator('body').textContent(), 'It is gone.');
    await reader.page.close();
  });

  test('tells the selected passage, and what is to be done with it', async () => {
    const reader = await openReader(browser);
    await reader.send({ kind: 'page', page: readerPage({ html: LONG, text: TEXT }) });
    await select(reader, 3, 5);
    await reader.page.getByRole('button', { name: 'Quote in note' }).waitFor();
    await reader.page.keyboard.press('Tab');
    await reader.page.keyboard.press('ArrowRight');
    await reader.page.keyboard.press('Enter');
    const messages = await reader.messages();
    const selection = messages.find(({ kind }) => kind === 'selection');
    assert.ok(selection?.kind === 'selection' && selection.passage);
    const words = TEXT.slice(...selection.passage);
    assert.equal(words, textOf(PARAGRAPHS.slice(3, 5).join('')));
    assert.deepEqual(messages.at(-1), { kind: 'act', action: 'copy' });
    assert.equal(await reader.page.locator('.selection-toolbar').isVisible(), false);
    await reader.page.close();
  });

  test('gives the same words where the library has another text', async () => {
    const reader = await openReader(browser);
    const text = `Advertisement\n\n${TEXT}`;
    await reader.send({ kind: 'page', page: readerPage({ html: LONG, text }) });
    await select(reader, 7, 8);
    await reader.page.locator('.selection-toolbar').waitFor();
    const selection = (await reader.messages()).find(({ kind }) => kind === 'selection');
    assert.ok(selection?.kind === 'selection' && selection.passage);
    assert.equal(text.slice(...selection.passage), textOf(PARAGRAPHS[7] ?? ''));
    await reader.page.close();
  });

  test('offers a link to a passage only where the article has an address', async () => {
    const reader = await openReader(browser);
    const names = (): Promise<readonly string[]> =>
      reader.page.getByRole('toolbar').getByRole('button').allInnerTexts();
    await reader.send({ kind: 'page', page: readerPage({ html: LONG, text: TEXT }) });
    await select(reader, 3, 4);
    await reader.page.getByRole('toolbar').waitFor();
    const without = await names();
    await reader.send({
      kind: 'page',
      page: readerPage({ itemId: 2, url: 'https://example.org/2', html: LONG, text: TEXT }),
    });
    await select(reader, 3, 4);
    await reader.page.getByRole('toolbar').waitFor();
    assert.deepEqual(
      (await names()).filter((name) => !without.includes(name)),
      ['Copy link'],
    );
    await reader.page.close();
  });

  test('begins where the article was left, and stays there in another width', async () => {
    const reader = await openReader(browser);
    const position = TEXT.indexOf('Paragraph 31');
    const firstLine = async (): Promise<boolean> =>
      await reader.page.evaluate(() => {
        const top = document.querySelectorAll('article p')[31]?.getBoundingClientRect().top ?? -1;
        return top > 0 && top < 30;
      });
    await reader.send({ kind: 'page', page: readerPage({ html: LONG, text: TEXT, position }) });
    assert.ok(await firstLine());
    await reader.page.setViewportSize({ width: 420, height: 600 });
    await reader.page.waitForTimeout(400);
    assert.ok(await firstLine());
    assert.deepEqual(await scrolled(reader), []);

    await reader.page.mouse.move(200, 300);
    await reader.page.mouse.wheel(0, 3000);
    await reader.page.waitForTimeout(800);
    const [moved, ...more] = await scrolled(reader);
    assert.deepEqual(more, []);
    assert.ok(moved !== undefined && moved > position);
    assert.deepEqual(await reader.state(), { itemId: 1, position: moved, kept: false });
    await reader.page.close();
  });

  test('shows and marks a passage', async () => {
    const reader = await openReader(browser);
    const start = TEXT.indexOf('Paragraph 40');
    const passage = [start, start + 'Paragraph 40'.length] as const;
    await reader.send({ kind: 'page', page: readerPage({ html: LONG, text: TEXT, passage }) });
    const marked = await reader.page.evaluate(() => {
      const [range] = CSS.highlights.get('passage') ?? [];
      if (!(range instanceof Range)) return undefined;
      const { top } = range.getBoundingClientRect();
      return { words: range.toString(), inView: top > 0 && top < innerHeight / 2 };
    });
    assert.deepEqual(marked, { words: 'Paragraph 40', inView: true });
    await reader.page.close();
  });

  test('loads nothing and goes nowhere by itself', async () => {
    const reader = await openReader(browser);
    const url = reader.page.url();
    const html = `<p>Text <a href="https://example.org/?a=1%26b&c">link</a> <a href="javascript:alert(1)">bad</a>
      <a href="command:x">command</a></p><img src="https://example.org/a.png" alt="The bridge at dawn">
      <img src="https://example.org/pixel.gif" width="1" height="1"><iframe src="https://example.org"></iframe>
      <style>@import "https://example.org/b.css"</style><script>fetch('https://example.org/c')</script>
      <form action="https://example.org"><button>Send</button></form><svg onload="alert(1)"></svg>
      <img src="x" onerror="document.title='run'"><p style="background:url(https://example.org/d)">styled</p>`;
    await reader.send({ kind: 'page', page: readerPage({ html, text: textOf(html) }) });
    for (const link of await reader.page.locator('article a').all()) await link.click();
    await reader.page.getByText('link', { exact: true }).click({ button: 'middle' });
    await reader.page.waitForTimeout(200);
    assert.equal(reader.page.url(), url);
    assert.deepEqual(reader.requests, []);
    assert.equal(await reader.page.title(), 'A headline');
    const opened = (await reader.messages()).filter(({ kind }) => kind === 'open link');
    assert.deepEqual(opened, Array(2).fill({ kind: 'open link', url: 'https://example.org/?a=1%26b&c' }));
    assert.equal(await reader.page.getByRole('img', { name: 'The bridge at dawn' }).count(), 1);
    await reader.page.getByRole('button', { name: 'Show images' }).click();
    assert.deepEqual((await reader.messages()).at(-1), { kind: 'show images' });
    await reader.page.close();
  });

  test('shows a page whose markup has no body', async () => {
    const reader = await openReader(browser);
    await reader.send({ kind: 'page', page: readerPage({ html: '<frameset></frameset>' }) });
    assert.equal(await reader.page.locator('h1').textContent(), 'A headline');
    await reader.page.close();
  });

  test('loads pictures by https where they are shown, and stands in for broken ones', async () => {
    const reader = await openReader(browser, { images: 'shown' });
    const html = '<p>Text</p><img src="http://example.org/a.png" alt="The bridge">';
    await reader.send({ kind: 'page', page: readerPage({ html, text: 'Text' }) });
    await reader.page.locator('.picture').waitFor();
    assert.deepEqual(reader.requests, ['https://example.org/a.png']);
    assert.equal(await reader.page.locator('.images, article button, article [role="button"]').count(), 0);
    await reader.page.close();
  });
});

/** Selects the paragraphs [from, to) of the body as a triple click does: up to the beginning of the next. */
async function select(reader: OpenReader, from: number, to: number): Promise<void> {
  await reader.page.evaluate(
    (numbers) => {
      const [first, next] = numbers.map((number) => document.querySelectorAll('article p')[number]);
      if (first !== undefined && next !== undefined) getSelection()?.setBaseAndExtent(first, 0, next, 0);
    },
    [from, to],
  );
}

async function scrolled(reader: OpenReader): Promise<readonly number[]> {
  const isScroll = (message: FromReader): message is FromReader & { kind: 'scrolled' } =>
    message.kind === 'scrolled';
  return (await reader.messages()).filter(isScroll).map(({ position }) => position);
}

function textOf(html: string): string {
  return cleanHtml(html).text;
}
