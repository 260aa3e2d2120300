import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Headline } from '../../src/core/model/item.ts';
import { eventually, folderOf, headlinesOf, run, theLibrary } from './broadsheet.ts';

const FIRST = 'The mayor said: “We will *not* raise the fees” [laughter], and sat down.';
const ARTICLE = `---
title: Mayor Says Fees Will Not Rise
author: Ada Byron
source: The Ellery Gazette
date: 2026-01-12
url: https://example.org/fees
---

${FIRST.replaceAll('*', '\\*').replaceAll('[', '\\[')}

Nobody believed it.
`;
const QUOTED = `> ${FIRST.replaceAll('*', '\\*')}\n>\n> — Ada Byron, “[Mayor Says Fees Will Not Rise](https://example.org/fees#:~:text=`;

const BELLS =
  '---\ntitle: Bells Ring Again\n---\n\nThe bells of the old church rang at noon, for the first time in years.\n';

suite('Notes', () => {
  let item: Headline;

  suiteSetup(async () => {
    const folder = folderOf({ 'fees.md': ARTICLE });
    await run('broadsheet.addDocuments', folder);
    const [only] = await headlinesOf(folder);
    assert.ok(only);
    item = only;
  });

  teardown(async () => {
    await vscode.workspace.saveAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const note = async (content: string, name = 'note.md'): Promise<vscode.TextEditor> =>
    vscode.window.showTextDocument(vscode.Uri.joinPath(folderOf({ [name]: content }), name));

  const cite = async (editor: vscode.TextEditor, line: number, character: number): Promise<string> => {
    editor.selection = new vscode.Selection(line, character, line, character);
    await run('broadsheet.insertCitation', { kind: 'headline', item });
    return editor.document.getText();
  };

  /** Quotes the article's first paragraph as a person does: the command, then Return in the list of passages. */
  const quoteFirstParagraph = async (document: vscode.TextDocument): Promise<string> => {
    const before = document.getText();
    const quoting = run('broadsheet.insertQuotation', { kind: 'headline', item });
    await eventually(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return document.getText();
      },
      (text) => text !== before,
    );
    await quoting;
    return document.getText();
  };

  test('get a citation where the cursor is', async () => {
    const editor = await note('As reported ().\n');
    assert.match(
      await cite(editor, 0, 13),
      /^As reported \(Ada Byron, “\[Mayor Says Fees Will Not Rise\]\(https:\/\/example\.org\/fees\)”, \*The Ellery Gazette\*, [^*]*2026\)\.\n$/,
    );
  });

  test('get a quotation as a block with the exact words, and one undo takes it out', async () => {
    const editor = await note('Before.\n\nAfter.\n');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    const text = await quoteFirstParagraph(editor.document);
    assert.ok(text.startsWith(`Before.\n\n${QUOTED}`), text);
    assert.ok(text.endsWith('2026\n\nAfter.\n'), text);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'Before.\n\nAfter.\n');
  });

  test('keep a selection that the person made', async () => {
    const editor = await note('Keep this.');
    editor.selection = new vscode.Selection(0, 0, 0, 10);
    await run('broadsheet.insertCitation', { kind: 'headline', item });
    assert.ok(editor.document.getText().startsWith('Keep this.'));
  });

  test('keep Windows line ends', async () => {
    const editor = await note('One.\r\n\r\nTwo.\r\n');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    const text = await quoteFirstParagraph(editor.document);
    assert.ok(!/[^\r]\n/.test(text), JSON.stringify(text));
    assert.ok(text.startsWith('One.\r\n\r\n> '), JSON.stringify(text));
  });

  test('get plain text where the note is plain text', async () => {
    const editor = await note('', 'note.txt');
    assert.match(
      await cite(editor, 0, 0),
      /^Ada Byron, “Mayor Says Fees Will Not Rise”, The Ellery Gazette, .*2026, <https:\/\/example\.org\/fees>$/,
    );
  });

  test('that cannot be changed stay as they are, and the text goes to the clipboard', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('readonlyInclude', { '**/locked.md': true }, vscode.ConfigurationTarget.Global);
    const editor = await note('Locked.\n', 'locked.md');
    assert.equal(await cite(editor, 0, 0), 'Locked.\n');
    assert.match(await vscode.env.clipboard.readText(), /^Ada Byron, “\[Mayor Says/);
    await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
  });

  test('are found again behind the reader', async () => {
    const editor = await note('Covered.\n');
    editor.selection = new vscode.Selection(0, 8, 0, 8);
    await run('broadsheet.open', { kind: 'headline', item });
    await eventually(
      () => vscode.window.visibleTextEditors.length,
      (count) => count === 0,
    );
    await run('broadsheet.insertCitation', { kind: 'headline', item });
    assert.match(editor.document.getText(), /^Covered\.Ada Byron/);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });

  test('keep a quotation within the list item', async () => {
    const editor = await note('- item\n\n  \n');
    editor.selection = new vscode.Selection(2, 2, 2, 2);
    const text = await quoteFirstParagraph(editor.document);
    assert.ok(text.startsWith('- item\n\n  > The mayor said'), text);
    assert.ok(text.includes('\n  >\n  > — Ada Byron'), text);
  });

  test('are told apart from what was never cited, also by way of the clipboard', async () => {
    const folder = folderOf({ 'bells.md': BELLS });
    await run('broadsheet.addDocuments', folder);
    const [bells] = await headlinesOf(folder);
    const library = await theLibrary();
    const cited = async (): Promise<number> => {
      const request = { query: 'is:cited title:bells', limit: 5, typing: false, passageLength: 60 };
      return (await library.search(request)).hits.length;
    };
    assert.equal(await cited(), 0);
    await run('broadsheet.open', { kind: 'headline', item: bells });
    await run('broadsheet.copyWithCitation');
    assert.match(await vscode.env.clipboard.readText(), /Bells Ring Again/);
    assert.equal(await cited(), 1);
  });
});
