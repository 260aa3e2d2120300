// What the reader's page says of an article's whole text and of its versions.

import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../scripts/browser.ts';
import type { FullTextState } from '../../src/core/model/readerMessages.ts';
import { cleanHtml } from '../../src/core/parse/sanitize.ts';
import { openReader, readerPage, type OpenReader } from './openReader.ts';

const paragraphs = (first: number, count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<p>Paragraph ${first + index} tells at some length how the ferry came back, who had waited for it on the quay since the morning, and what the mayor said of it.</p>`,
  ).join('');
const EXTRACT = paragraphs(10, 12);
const WHOLE = `<figure><figcaption>The quay at noon</figcaption></figure>${paragraphs(0, 60)}`;

suite('the reader’s page of an extract', function () {
  this.timeout(30_000);
  let browser: Browser;
  suiteSetup(async () => (browser = await startBrowser()));
  suiteTeardown(async () => await browser.close());

  test('says what becomes of the whole text, and asks for it', async () => {
    const reader = await openReader(browser);
    const line = reader.page.locator('.full-text');
    const say = (state: FullTextState) => reader.send({ kind: 'full text', itemId: 1, state });
    await show(reader, EXTRACT, { kind: 'offered' });
    await line.getByRole('button', { name: 'Get Full Text' }).click();
    assert.deepEqual((await reader.messages()).at(-1), { kind: 'get full text' });

    await say({ kind: 'loading', host: 'example.org' });
    await line.getByText('Getting the full text from example.org').waitFor();
    assert.equal(await line.getByRole('button').isVisible(), false);

    await say({ kind: 'failed', sentence: 'example.org <b>refuses</b> connections.' });
    await line.getByText('The full text did not come. example.org <b>refuses</b> connections.').waitFor();
    await line.getByRole('button', { name: 'Try Again' }).click();
    assert.equal((await reader.messages()).filter(({ kind }) => kind === 'get full text').length, 2);

    await reader.send({ kind: 'full text', itemId: 2, state: { kind: 'none' } });
    assert.equal(await line.isVisible(), true);
    await say({ kind: 'none' });
    assert.equal(await line.isVisible(), false);
    await reader.page.close();
  });

  test('goes on at the same words when the whole text comes', async () => {
    const reader = await openReader(browser);
    await show(reader, EXTRACT, { kind: 'loading', host: 'example.org' });
    await scrollTo(reader, 'Paragraph 15');
    await show(reader, WHOLE, { kind: 'none' });
    await reader.page.getByText('The quay at noon').waitFor();
    const top = await topOf(reader, 'Paragraph 15');
    assert.ok(top > -40 && top < 40, `The paragraph stands at ${top}.`);
    const places = (await reader.messages()).flatMap((message) =>
      message.kind === 'scrolled' ? [message.position] : [],
    );
    assert.ok(textOf(WHOLE).slice(places.at(-1)).startsWith('Paragraph 15'), String(places));
    await reader.page.close();
  });

  test('stays at the beginning, and keeps the selection', async () => {
    const reader = await openReader(browser);
    await show(reader, EXTRACT, { kind: 'loading', host: 'example.org' });
    await reader.page.evaluate(() => {
      const text = document.querySelectorAll('article p')[1]?.firstChild;
      if (text instanceof Text) getSelection()?.setBaseAndExtent(text, 0, text, 12);
    });
    await reader.page.getByRole('button', { name: 'Quote in note' }).waitFor();
    await show(reader, WHOLE, { kind: 'none' });
    assert.equal(await reader.page.evaluate(() => scrollY), 0);
    await reader.page.getByRole('button', { name: 'Quote in note' }).waitFor();
    assert.equal(await reader.page.evaluate(() => String(getSelection())), 'Paragraph 11');
    const selections = (await reader.messages()).flatMap((message) =>
      message.kind === 'selection' && message.passage !== undefined ? [message.passage] : [],
    );
    assert.equal(textOf(WHOLE).slice(...(selections.at(-1) ?? [0, 0])), 'Paragraph 11');
    await reader.page.close();
  });

  test('tells of its versions, and asks for their comparison', async () => {
    const reader = await openReader(browser);
    const facts = reader.page.locator('header .facts');
    const date = { text: '12 January 2026', iso: '2026-01-12' };
    const common = { html: EXTRACT, text: textOf(EXTRACT), date };
    await reader.send({ kind: 'page', page: readerPage(common) });
    assert.equal(await facts.count(), 1);
    const updated = { text: '13 January 2026', iso: '2026-01-13' };
    await reader.send({ kind: 'page', page: readerPage({ ...common, updated, versions: 3 }) });
    assert.match(await facts.last().innerText(), /^Updated 13 January 2026\s*·?\s*3 versions/);
    assert.equal(await facts.last().locator('time').getAttribute('datetime'), '2026-01-13');
    await facts.getByRole('button', { name: 'Compare' }).click();
    assert.deepEqual((await reader.messages()).at(-1), { kind: 'compare versions' });
    await reader.page.close();
  });
});

async function show(reader: OpenReader, html: string, fullText: FullTextState): Promise<void> {
  await reader.send({ kind: 'page', page: readerPage({ html, text: textOf(html), fullText }) });
}

async function scrollTo(reader: OpenReader, words: string): Promise<void> {
  const top = await topOf(reader, words);
  await reader.page.mouse.move(200, 300);
  // To the middle of the space before it.
  await reader.page.mouse.wheel(0, top - 10);
  await reader.page.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 2, top - 10);
}

function topOf(reader: OpenReader, words: string): Promise<number> {
  return reader.page.evaluate(
    (text) =>
      [...document.querySelectorAll('article p')]
        .find((paragraph) => paragraph.textContent.startsWith(text))
        ?.getBoundingClientRect().top ?? NaN,
    words,
  );
}

function textOf(html: string): string {
  return cleanHtml(html).text;
}
