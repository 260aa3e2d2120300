import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Article } from '../../../src/core/model/item.ts';
import type { SearchHit } from '../../../src/core/model/search.ts';
import { htmlFile } from '../../../src/host/reader/htmlFile.ts';
import { markdownFile } from '../../../src/host/reader/markdownFile.ts';
import { panelFor, type ReaderTab } from '../../../src/host/reader/panelFor.ts';
import { relatedStories } from '../../../src/host/reader/relatedStories.ts';
import { typography } from '../../../src/host/reader/typography.ts';
import { wordsToSearch } from '../../../src/host/reader/wordsToSearch.ts';
import type { Library } from '../../../src/library/library.ts';
import { folderOf, headlinesOf, run, theLibrary } from '../broadsheet.ts';
import { fileUri } from '../host.node.ts';

const SAVED_AT = Date.UTC(2026, 2, 3);
const FERRY = `---
title: Ferry <b>"Margarethe"</b> & Crew
author: Ada Byron
date: 2026-03-02
source: https://example.org/ferry?a=1&b=2
license: https://creativecommons.org/licenses/by/4.0/
lang: en
---

The ferry to Lintel Island runs again after nine days in the dock, and four hundred people waited for it.

![The quay](https://example.org/quay.png)
`;

suite('Reader parts', () => {
  let article: Article;
  let folder: vscode.Uri;

  suiteSetup(async () => {
    folder = folderOf({ 'ferry.md': FERRY });
    await run('broadsheet.addDocuments', folder);
    const library = await theLibrary();
    const ferry = (await headlinesOf(folder)).find(({ headline }) => headline.startsWith('Ferry'));
    assert.ok(ferry);
    const read = await library.read(ferry.id);
    assert.ok(read);
    article = read;
  });

  test('the tab for an article is the one that has it, or one that is not kept', () => {
    const tab = (
      name: string,
      itemId: number,
      kept: boolean,
      column: number,
    ): ReaderTab & { name: string } => ({
      name,
      itemId: () => itemId,
      isKept: () => kept,
      column: () => column,
    });
    const tabs = [tab('a', 1, true, 1), tab('b', 2, false, 1), tab('c', 3, false, 2), tab('d', 4, true, 2)];
    const cases: readonly (readonly [
      itemId: number,
      besides: number | undefined,
      expected: string | undefined,
    ])[] = [
      [1, undefined, 'a'],
      [4, undefined, 'd'],
      [9, undefined, 'b'],
      [9, 1, 'c'],
      [1, 1, 'c'],
      [4, 1, 'd'],
      [9, 2, 'b'],
    ];
    for (const [itemId, besides, expected] of cases)
      assert.equal(panelFor(tabs, itemId, besides)?.name, expected, `${itemId} besides ${besides}`);
    assert.equal(panelFor(tabs.slice(0, 1), 9, undefined), undefined);
  });

  test('selected words become a query', () => {
    const cases: readonly (readonly [selected: string, query: string])[] = [
      ['“Kyrylo Budanov,” he', '"Kyrylo Budanov he"'],
      ['ferry', '"ferry"'],
      ['source:x OR -y (z)', '"source x OR y z"'],
      ['One two three four five six OR seven', 'one two three four five six or seven'],
      ['don’t', '"don’t"'],
      ['…', ''],
    ];
    for (const [selected, query] of cases) assert.equal(wordsToSearch(selected), query);
  });

  test('typography that nobody could read is not taken', async () => {
    const settings = vscode.workspace.getConfiguration('broadsheet.reader');
    const set = async (key: string, value: unknown): Promise<void> =>
      settings.update(key, value, vscode.ConfigurationTarget.Global);
    const before = typography();
    const wrong = { font: 'comic', fontSize: 1000, lineHeight: 'wide', width: -3 };
    for (const [key, value] of Object.entries(wrong)) await set(key, value);
    try {
      assert.deepEqual(typography(), { ...before, fontSize: 60, width: 20 });
    } finally {
      for (const key of Object.keys(wrong)) await set(key, undefined);
    }
    assert.deepEqual(before, {
      font: 'serif',
      fontSize: 18,
      lineHeight: 1.65,
      width: 68,
      justify: false,
      hyphenate: false,
    });
  });

  test('an HTML file says where it is from, and loads nothing', () => {
    const html = htmlFile(article, SAVED_AT, 'en');
    assert.match(html, /<title>Ferry &lt;b&gt;&quot;Margarethe&quot;&lt;\/b&gt; &amp; Crew<\/title>/);
    assert.match(html, /<html lang="en">/);
    assert.match(html, /<p>[^<]*Ada Byron · 2 March 2026<\/p>/);
    assert.match(html, /<a href="https:\/\/example\.org\/ferry\?a=1&amp;b=2">/);
    assert.match(html, /Licence: <a href="https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/">/);
    assert.match(html, /Saved from Broadsheet on 3 March 2026\./);
    assert.match(html, /default-src 'none'/);
    assert.match(html, /\[Picture: The quay\]/);
    assert.doesNotMatch(html, /<img|<script|quay\.png/);
    const inline = { ...article, html: '<p><img alt="a" src="data:image/png;base64,AAAA"></p>' };
    assert.match(htmlFile(inline, SAVED_AT, 'en'), /<img alt="a" src="data:image\/png;base64,AAAA">/);
  });

  test('a Markdown file says where it is from, and loads nothing', () => {
    const markdown = markdownFile(article, SAVED_AT, 'en');
    assert.match(markdown, /^# Ferry \\<b>"Margarethe"\\<\/b> & Crew\n\nAda Byron\\\n/);
    assert.match(
      markdown,
      /\n\nLicence: <https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/>\\\nSaved from Broadsheet on 3 March 2026\.\n\n---\n\nThe ferry/,
    );
    assert.doesNotMatch(markdown, /!\[/);
  });

  test('an article is saved where the person says', async () => {
    const target = mkdtempSync(join(tmpdir(), 'broadsheet-'));
    const item = { kind: 'headline', item: article };
    await run('broadsheet.saveAsHtml', item, fileUri(join(target, 'a.html')));
    assert.match(readFileSync(join(target, 'a.html'), 'utf8'), /^<!DOCTYPE html>\n<html lang="en">/);
    await run('broadsheet.saveAsMarkdown', item, fileUri(join(target, 'a.md')));
    assert.match(readFileSync(join(target, 'a.md'), 'utf8'), /\nThe ferry to Lintel Island runs again/);
  });

  test('related are the same story and what is like it, each once and without the article itself', async () => {
    const item = (id: number, headline: string): Article => ({
      ...article,
      id: id as Article['id'],
      headline,
    });
    const hit = (found: Article): SearchHit => ({
      item: found,
      headline: { text: found.headline, marks: [] },
      passage: undefined,
    });
    const library: Pick<Library, 'sameStory' | 'similar'> = {
      sameStory: () => Promise.resolve([item(901, 'Elsewhere')]),
      similar: () =>
        Promise.resolve({
          hits: [item(901, 'Elsewhere'), article, item(902, 'Like it')].map(hit),
          matched: 'some',
          complete: 0,
          misread: [],
          suggestion: undefined,
        }),
    };
    const { sameStory, similar } = await relatedStories(library, article.id, 'en');
    const facts = [article.outlet ?? article.sourceTitle, '2 March 2026'];
    const language = 'en';
    assert.deepEqual(sameStory, [{ itemId: 901, headline: 'Elsewhere', facts, language }]);
    assert.deepEqual(similar, [{ itemId: 902, headline: 'Like it', facts, language }]);
  });
});
