// Citations with keys: what stands in the note, and what comes into its bibliography.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Headline } from '../../src/core/model/item.ts';
import { eventually, folderOf, headlinesOf, inOtherWindow, run, theLibrary } from './broadsheet.ts';

const SHORT = 'The bridge at Ellery will stay closed until May.';
const LONG = Array.from({ length: 12 }, (_, index) => `Sentence ${index + 1} says a little more.`).join(' ');
const ARTICLE = `---
title: Bridge Stays Closed Until May
author: Grace Hopper
source: The Ellery Gazette
date: 2026-02-03
url: https://example.org/bridge
---

${SHORT}

${LONG}
`;
const KEY = 'hopperbridgestaysclosed2026';
const NAMED = '---\nbibliography: references.bib\n---\n';
const OTHER = '@online{other2020,\n  title = {Other},\n}\n';

suite('Notes with keys', () => {
  let item: Headline;

  suiteSetup(async () => {
    const folder = folderOf({ 'bridge.md': ARTICLE });
    await run('broadsheet.addDocuments', folder);
    const [only] = await headlinesOf(folder);
    assert.ok(only);
    item = only;
  });

  teardown(async () => {
    await vscode.workspace.saveAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const open = async (folder: vscode.Uri, name: string, language?: string): Promise<vscode.TextEditor> => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, name));
    if (language !== undefined) await vscode.languages.setTextDocumentLanguage(document, language);
    return vscode.window.showTextDocument(document);
  };
  const atEnd = (editor: vscode.TextEditor): void => {
    const { end } = editor.document.lineAt(editor.document.lineCount - 1).range;
    editor.selection = new vscode.Selection(end, end);
  };
  const cite = async (editor: vscode.TextEditor): Promise<string> => {
    atEnd(editor);
    await run('broadsheet.insertCitation', { kind: 'headline', item });
    return editor.document.getText();
  };
  /** Quotes the paragraph of the article with this number by way of a clipping. */
  const quote = async (editor: vscode.TextEditor, paragraph: 0 | 1): Promise<string> => {
    atEnd(editor);
    const article = await (await theLibrary()).read(item.id);
    const words = paragraph === 0 ? SHORT : LONG;
    const start = article?.text.indexOf(words) ?? -1;
    assert.ok(start >= 0);
    const clipping = { item, passage: [start, start + words.length] };
    await run('broadsheet.insertClipping', { kind: 'clipping', clipping });
    return editor.document.getText();
  };
  const textOf = (folder: vscode.Uri, name: string): string =>
    readFileSync(vscode.Uri.joinPath(folder, name).fsPath, 'utf8');

  test('cite by key where the note names a bibliography, which gets the entry', async () => {
    const folder = folderOf({ 'note.md': `${NAMED}\nIt stays closed`, 'references.bib': OTHER });
    const editor = await open(folder, 'note.md');
    assert.equal(await cite(editor), `${NAMED}\nIt stays closed [@${KEY}]`);
    const bibliography = textOf(folder, 'references.bib');
    assert.ok(bibliography.startsWith(OTHER), bibliography);
    assert.ok(bibliography.includes(`{${KEY},`) && bibliography.includes('Grace'), bibliography);
    await cite(editor);
    assert.equal(textOf(folder, 'references.bib'), bibliography);
  });

  test('quote within a line what is short, and as a block what is long, with the paragraph', async () => {
    const folder = folderOf({ 'note.md': `${NAMED}\nSo`, 'references.bib': OTHER });
    const editor = await open(folder, 'note.md');
    const first = await quote(editor, 0);
    assert.equal(first, `${NAMED}\nSo “${SHORT}” [@${KEY}, para. 1]`);
    const second = await quote(editor, 1);
    assert.equal(second, `${first}\n\n> ${LONG} [@${KEY}, para. 2]\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), first);
  });

  test('write in the language of the note', async () => {
    const rows: readonly (readonly [name: string, language: string, expected: RegExp])[] = [
      [
        'note.tex',
        'latex',
        /\\enquote\{The bridge.*May\.\}.*\\autocite\[para\.~1\]\{hopperbridgestaysclosed2026\}/s,
      ],
      ['note.typ', 'typst', /The bridge.*@hopperbridgestaysclosed2026\[para\. 1\]/s],
      ['note.org', 'org', /The bridge.*\[cite:@hopperbridgestaysclosed2026 para\. 1\]/s],
      ['note.adoc', 'asciidoc', /The bridge.*cite:\[hopperbridgestaysclosed2026\(1\)\]/s],
      ['note.rst', 'restructuredtext', /The bridge.*hopperbridgestaysclosed2026/s],
    ];
    for (const [name, language, expected] of rows) {
      const folder = folderOf({ [name]: 'So', 'references.bib': OTHER });
      const known = (await vscode.languages.getLanguages()).includes(language);
      if (!known) continue;
      assert.match(await quote(await open(folder, name, language), 0), expected);
      assert.ok(textOf(folder, 'references.bib').includes(KEY), name);
    }
  });

  test('take the bibliography from a Quarto project', async () => {
    const project = folderOf({
      '_quarto.yml': 'project:\n  type: book\nbibliography: lib/all.json\n',
      'lib/all.json': '[]\n',
      'parts/one.qmd': 'It stays closed',
    });
    const editor = await open(project, 'parts/one.qmd', 'markdown');
    assert.equal(await cite(editor), `It stays closed [@${KEY}]`);
    const entries = JSON.parse(textOf(project, 'lib/all.json')) as readonly { readonly id: string }[];
    assert.deepEqual(
      entries.map(({ id }) => id),
      [KEY],
    );
  });

  test('keep footnotes in Markdown where the settings say so, each once', async () => {
    const notes = vscode.workspace.getConfiguration('broadsheet.notes');
    await notes.update('citations', 'footnote', vscode.ConfigurationTarget.Global);
    try {
      const editor = await open(folderOf({ 'note.md': 'So\n\nThe end.\n' }), 'note.md');
      editor.selection = new vscode.Selection(0, 2, 0, 2);
      await run('broadsheet.insertCitation', { kind: 'headline', item });
      editor.selection = new vscode.Selection(2, 8, 2, 8);
      await run('broadsheet.insertCitation', { kind: 'headline', item });
      const text = editor.document.getText();
      assert.ok(
        text.startsWith(`So[^${KEY}]\n\nThe end.[^${KEY}]\n\n[^${KEY}]: Grace Hopper, “[Bridge`),
        text,
      );
      assert.equal(text.split(`[^${KEY}]:`).length, 2, text);
    } finally {
      await notes.update('citations', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('leave an open bibliography unsaved if it was, and put the entry behind what was typed', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    const folder = folderOf({ 'note.md': `${NAMED}\nSo`, 'references.bib': OTHER });
    const bibliography = await open(folder, 'references.bib');
    await bibliography.edit((edit) => edit.insert(new vscode.Position(0, 0), '% mine\n'));
    const note = await open(folder, 'note.md');
    await cite(note);
    assert.ok(bibliography.document.getText().startsWith(`% mine\n${OTHER}`));
    assert.ok(bibliography.document.getText().includes(KEY));
    assert.ok(bibliography.document.isDirty);
    assert.equal(textOf(folder, 'references.bib'), OTHER);
    await files.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
  });

  test('keep the line ends and the encoding of a bibliography', async () => {
    const rows: readonly (readonly [name: string, bytes: Buffer])[] = [
      ['Windows line ends', Buffer.from(OTHER.replaceAll('\n', '\r\n'))],
      ['a byte order mark', Buffer.from(`\uFEFF${OTHER}`)],
      ['UTF-16', Buffer.from(`\uFEFF${OTHER}`, 'utf16le')],
      ['mixed line ends', Buffer.from(`${OTHER}\r\n% one\r\n% two\n`)],
    ];
    for (const [name, bytes] of rows) {
      const folder = folderOf({ 'note.md': `${NAMED}\nSo`, 'references.bib': bytes });
      await cite(await open(folder, 'note.md'));
      const after = readFileSync(vscode.Uri.joinPath(folder, 'references.bib').fsPath);
      assert.ok(after.length > bytes.length, name);
      assert.deepEqual(after.subarray(0, bytes.length), bytes, name);
    }
  });

  test('get the quotation all the same where the bibliography cannot take the entry', async () => {
    const taken = `@online{${KEY},\n  title = {Something Else},\n  url = {https://example.org/else},\n}\n`;
    const rows: readonly (readonly [name: string, bytes: Buffer])[] = [
      ['another text under the key', Buffer.from(taken)],
      ['an encoding that nobody knows', Buffer.from([0x40, 0xe9, 0xff, 0x0a])],
    ];
    for (const [name, bytes] of rows) {
      const folder = folderOf({ 'note.md': `${NAMED}\nSo`, 'references.bib': bytes });
      assert.equal(await cite(await open(folder, 'note.md')), `${NAMED}\nSo [@${KEY}]`, name);
      assert.deepEqual(readFileSync(vscode.Uri.joinPath(folder, 'references.bib').fsPath), bytes, name);
    }
  });

  test('are not given a bibliography before the person says so', async () => {
    const folder = folderOf({ 'note.md': `${NAMED}\nSo` });
    assert.equal(await cite(await open(folder, 'note.md')), `${NAMED}\nSo [@${KEY}]`);
    assert.ok(!existsSync(vscode.Uri.joinPath(folder, 'references.bib').fsPath));
  });

  test('take the key by which the bibliography has the article', async () => {
    const theirs =
      '@online{bridge,\n  title = {Bridge Stays Closed},\n  url = {https://www.example.org/bridge/},\n}\n';
    const folder = folderOf({ 'note.md': `${NAMED}\nSo`, 'references.bib': theirs });
    assert.equal(await cite(await open(folder, 'note.md')), `${NAMED}\nSo [@bridge]`);
    assert.equal(textOf(folder, 'references.bib'), theirs);
  });

  test('get a missing entry by the command for it', async () => {
    const folder = folderOf({ 'note.md': `${NAMED}\nSo [@${KEY}]`, 'references.bib': OTHER });
    await run('broadsheet.addBibliographyEntry', KEY, vscode.Uri.joinPath(folder, 'note.md'));
    assert.ok(textOf(folder, 'references.bib').includes(`{${KEY},`));
  });

  test('offer the key of a copy that is cited already', async () => {
    const story = Array.from(
      { length: 40 },
      (_, index) =>
        `On day ${index * 7} the ${index % 2 === 0 ? 'harbour' : 'market'} took in ${index * index} crates of fish.`,
    ).join(' ');
    const copies = folderOf({
      'one.md': `---\ntitle: Crates of Fish Counted All Year\nsource: The Ellery Gazette\ndate: 2026-03-01\n---\n\n${story}\n`,
      'two.md': `---\ntitle: A Year at the Harbour in Numbers\nsource: The Port Post\ndate: 2026-03-01\n---\n\n${story}\n`,
    });
    await run('broadsheet.addDocuments', copies);
    const known = await headlinesOf(copies);
    const [one, two] = ['The Ellery Gazette', 'The Port Post'].map((outlet) =>
      known.find((each) => each.outlet === outlet),
    );
    assert.ok(one && two);
    const key = await inOtherWindow(async (library) => {
      while (await library.groupStories());
      assert.deepEqual(
        (await library.sameStory(two.id)).map(({ id }) => id),
        [one.id],
      );
      return library.mintKey(one.id);
    });
    const folder = folderOf({ 'note.md': `${NAMED}\nSo`, 'references.bib': OTHER });
    const editor = await open(folder, 'note.md');
    atEnd(editor);
    const before = editor.document.getText();
    const text = await takingTheFirst(run('broadsheet.insertCitation', { kind: 'headline', item: two }), () =>
      Promise.resolve(editor.document.getText()),
    );
    assert.equal(text, `${before} [@${key}]`);
    assert.ok(textOf(folder, 'references.bib').includes(`{${key},`));
  });

  /** Waits for what a command does, and takes the first of what it asks for. */
  const takingTheFirst = async (running: Promise<void>, look: () => Thenable<string>): Promise<string> => {
    const before = await look();
    const text = await eventually(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return look();
      },
      (seen) => seen !== before,
    );
    await running;
    return text;
  };

  test('have references in a citation style', async () => {
    await vscode.env.clipboard.writeText('');
    const reference = await takingTheFirst(run('broadsheet.copyReference', { kind: 'headline', item }), () =>
      vscode.env.clipboard.readText(),
    );
    assert.match(reference, /^Hopper, G\. \(2026, February 3\)\. .*ridge .*Ellery Gazette/);
    const editor = await open(folderOf({ 'note.md': `So [@${KEY}; @unknown2020].\n\n` }), 'note.md');
    atEnd(editor);
    const text = await takingTheFirst(run('broadsheet.insertBibliography'), () =>
      Promise.resolve(editor.document.getText()),
    );
    assert.match(text, /\n\nHopper, G\. \(2026, February 3\)\. [^\n]*\*[^\n]*\n$/);
  });

  test('mark what they cite', async () => {
    const cited = await inOtherWindow((library) => library.articlesByKey([KEY]));
    assert.deepEqual(
      cited.map(({ article }) => article.id),
      [item.id],
    );
    await eventually(
      async () =>
        (
          await (
            await theLibrary()
          ).search({ query: 'is:quoted title:bridge', limit: 5, typing: false, passageLength: 60 })
        ).hits.length,
      (count) => count === 1,
    );
  });
});
