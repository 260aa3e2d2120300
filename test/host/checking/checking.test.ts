import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Headline } from '../../../src/core/model/item.ts';
import type { WorkspaceCheck } from '../../../src/host/checking/checkWorkspace.ts';
import { eventually, folderOf, headlinesOf, inOtherWindow, run, sourceOf, writeInto } from '../broadsheet.ts';

const ARTICLE = `---
title: Toll Bridge at Kettle Lock Opens
author: Ada Byron
source: The Kettle Gazette
date: 2026-02-03
---

The minister did not rule out a toll of 12 crowns. She said that the barges would come back on Monday.

Nobody on the lock believed it, and the keeper least of all.
`;

suite('Checked notes', () => {
  let item: Headline;
  let key: string;
  let articles: vscode.Uri;

  suiteSetup(async () => {
    articles = folderOf({ 'toll.md': ARTICLE });
    await run('broadsheet.addDocuments', articles);
    const [only] = await headlinesOf(articles);
    assert.ok(only);
    item = only;
    key = await inOtherWindow((library) => library.mintKey(item.id));
  });

  teardown(async () => {
    await vscode.workspace.saveAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const open = async (content: string, name = 'note.md'): Promise<vscode.TextEditor> =>
    vscode.window.showTextDocument(vscode.Uri.joinPath(folderOf({ [name]: content }), name));

  const problemsOf = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Broadsheet');

  const problems = (
    { document }: vscode.TextEditor,
    isSo: (seen: readonly vscode.Diagnostic[]) => boolean,
  ): Promise<readonly vscode.Diagnostic[]> => eventually(() => problemsOf(document.uri), isSo);

  const fixes = async (
    { document }: Pick<vscode.TextEditor, 'document'>,
    range: vscode.Range,
  ): Promise<readonly vscode.CodeAction[]> =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );

  test('show an error at a changed number, which a quick fix repairs in one step', async () => {
    const note = `As said: “a toll of 21 crowns” [@${key}].\n`;
    const editor = await open(note);
    const [problem] = await problems(editor, ({ length }) => length === 1);
    assert.ok(problem);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(problem.code, 'altered');
    assert.equal(problem.message, 'The source says “12”, not “21”.');
    assert.equal(editor.document.getText(problem.range), '21');
    const [related] = problem.relatedInformation ?? [];
    assert.ok(related);
    const version = await vscode.workspace.openTextDocument(related.location.uri);
    assert.equal(version.getText(related.location.range), 'a toll of 12 crowns');

    const restore = (await fixes(editor, problem.range)).find(({ title }) => title.startsWith('Restore'));
    assert.ok(restore?.edit);
    assert.equal(restore.isPreferred, true);
    await vscode.workspace.applyEdit(restore.edit);
    assert.equal(editor.document.getText(), note.replace('21', '12'));
    await problems(editor, ({ length }) => length === 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), note);
    await problems(editor, ({ length }) => length === 1);
  });

  test('are checked as they are typed, and exact ones are silent', async () => {
    const editor = await open(
      `> Nobody on the lock believed it,\n> and the keeper least of all.\n>\n> [@${key}]\n`,
    );
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(0, 0), `“She said that the barges would not come back” [@${key}].\n\n`),
    );
    const [problem] = await problems(editor, ({ length }) => length === 1);
    assert.ok(problem?.message.includes('“not” is not in the source'), problem?.message);
    await vscode.commands.executeCommand('undo');
    await problems(editor, ({ length }) => length === 0);
  });

  test('say what is not in the source, and which key nothing has', async () => {
    const editor = await open(
      `“Something else was said by everybody” [@${key}], and “more of it was said” [@byronsomethingelse2026].\n`,
    );
    const seen = await problems(editor, ({ length }) => length === 2);
    assert.deepEqual(
      seen.map(({ code, severity }) => [code, severity]),
      [
        ['not-found', vscode.DiagnosticSeverity.Warning],
        ['unknown-key', vscode.DiagnosticSeverity.Information],
      ],
    );
  });

  test('leave other people’s keys and notes alone', async () => {
    const folder = folderOf({
      'note.md': `---\nbibliography: refs.bib\n---\n“It rained all day” [@smith2024], [@fig-one], “a toll of 12 crowns” [@${key}], “as he said so” [@jonesonething2024].\n`,
      'refs.bib': '@article{smith2024, title={One}}\n@article{jonesonething2024, title={Two}}\n',
      'plain.md': '“It rained all day” [@smith2024].\n',
    });
    const editor = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'note.md'));
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), `“a toll of 13 crowns” [@${key}]\n`));
    const seen = await problems(editor, ({ length }) => length > 0);
    assert.deepEqual(
      seen.map(({ code }) => code),
      ['altered'],
    );
    await vscode.commands.executeCommand('undo');
    await problems(editor, ({ length }) => length === 0);
  });

  test('know what the source said before it changed', async () => {
    const folder = folderOf({
      'tower.md': ARTICLE.replace('Toll Bridge at Kettle Lock', 'Tower at Fennel Gate'),
    });
    await run('broadsheet.addDocuments', folder);
    const [tower] = await headlinesOf(folder);
    assert.ok(tower);
    const towerKey = await inOtherWindow((library) => library.mintKey(tower.id));
    const editor = await open(`“the barges would come back on Monday” [@${towerKey}].\n`);
    writeInto(folder.fsPath, {
      'tower.md': ARTICLE.replace('Toll Bridge at Kettle Lock', 'Tower at Fennel Gate').replace(
        'Monday',
        'Tuesday',
      ),
    });
    await run('broadsheet.rescanSource', { kind: 'source', source: await sourceOf(folder) });
    const [problem] = await problems(editor, (seen) => seen[0]?.code === 'source-changed');
    assert.ok(problem);
    const offer = (await fixes(editor, problem.range)).find(({ title }) =>
      title.startsWith('Quote the source'),
    );
    assert.ok(offer?.edit);
    await vscode.workspace.applyEdit(offer.edit);
    assert.equal(editor.document.getText(), `“the barges would come back on Tuesday” [@${towerKey}].\n`);
  });

  test('tell on hovering whose words they are', async () => {
    const editor = await open(`“a toll of 12 crowns” [@${key}].\n`);
    await problems(editor, () => true);
    const shown = await eventually(
      async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          editor.document.uri,
          new vscode.Position(0, 27),
        );
        return hovers
          .flatMap(({ contents }) => contents)
          .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
          .join('\n');
      },
      (text) => text !== '',
    );
    for (const part of [
      'Toll Bridge at Kettle Lock Opens',
      'Ada Byron',
      'The Kettle Gazette',
      'Quoted exactly',
    ])
      assert.ok(shown.replaceAll(/\\|&nbsp;/g, (found) => (found === '\\' ? '' : ' ')).includes(part), shown);
  });

  test('have links that open the reader at the passage', async () => {
    const editor = await open(`“a toll of 12 crowns” [@${key}].\n`);
    const [link] = await eventually(
      async () =>
        vscode.commands.executeCommand<vscode.DocumentLink[]>(
          'vscode.executeLinkProvider',
          editor.document.uri,
        ),
      (links) => links.some(({ target }) => target?.scheme === 'command'),
    );
    assert.ok(link?.target);
    assert.equal(editor.document.getText(link.range), key);
    const values = JSON.parse(link.target.query) as readonly number[];
    await vscode.commands.executeCommand(link.target.path, ...values);
    const titles = await eventually(
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      (labels) => labels.some((label) => label.startsWith('Toll Bridge')),
    );
    assert.ok(titles.includes('note.md'), titles.join(', '));
  });

  test('complete a citation by words of the text, and find it again in every note', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    writeInto(folder.fsPath, {
      'cited/one.md': `First [@${key}].\n`,
      'cited/two.tex': `Second \\autocite{${key}}, \\autocite{${key}x}.\n`,
    });
    const editor = await open('As said [@barges\n');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      new vscode.Position(0, 16),
    );
    const offered = items.find(({ insertText }) => insertText === key);
    assert.ok(offered, JSON.stringify(items.map(({ label }) => label)));
    const one = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'cited/one.md'));
    const places = await eventually(
      async () =>
        vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          one.document.uri,
          new vscode.Position(0, 10),
        ),
      ({ length }) => length > 0,
    );
    // VS Code itself takes "[@key]" for a link with a reference.
    const ours = places.filter(({ range: { start, end } }) => end.character - start.character === key.length);
    assert.deepEqual(
      ours.map(({ uri, range }) => [uri.path.split('/').at(-1), range.start.character]),
      [
        ['one.md', 8],
        ['two.tex', 17],
      ],
    );
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'cited'), { recursive: true });
  });

  test('offer the entry that a bibliography lacks', async () => {
    const folder = folderOf({
      'note.md': `---\nbibliography: refs.bib\n---\nSo [@${key}].\n`,
      'refs.bib': '@article{smith2024, title={One}}\n',
    });
    const editor = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'note.md'));
    const at = new vscode.Range(3, 8, 3, 8);
    const [offer] = await eventually(
      async () => (await fixes(editor, at)).filter(({ title }) => title.startsWith('Add “')),
      ({ length }) => length > 0,
    );
    assert.deepEqual(offer?.command?.arguments?.[0], key);
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, 'refs.bib'),
      Buffer.from(`@online{${key}, title={One}}\n`),
    );
    assert.deepEqual(
      (await fixes(editor, at)).filter(({ title }) => title.startsWith('Add “')),
      [],
    );
  });

  test('say above quotations what they are, where the settings want that', async () => {
    const notes = vscode.workspace.getConfiguration('broadsheet.notes');
    const editor = await open(`“a toll of 12 crowns” [@${key}].\n`);
    const lenses = (): Thenable<vscode.CodeLens[]> =>
      vscode.commands.executeCommand('vscode.executeCodeLensProvider', editor.document.uri);
    assert.deepEqual(await lenses(), []);
    await notes.update('codeLens', true, vscode.ConfigurationTarget.Global);
    const [lens] = await eventually(
      async () => lenses(),
      ({ length }) => length > 0,
    );
    assert.equal(lens?.command?.title, 'exact · Toll Bridge at Kettle Lock Opens');
    await notes.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
  });

  test('are not checked where the settings say so', async () => {
    const notes = vscode.workspace.getConfiguration('broadsheet.notes');
    const editor = await open(`“a toll of 21 crowns” [@${key}].\n`);
    await problems(editor, ({ length }) => length === 1);
    await notes.update('check', 'never', vscode.ConfigurationTarget.Global);
    await problems(editor, ({ length }) => length === 0);
    await notes.update('check', undefined, vscode.ConfigurationTarget.Global);
    await problems(editor, ({ length }) => length === 1);
  });

  test('get another key everywhere, and the library still knows the former one', async () => {
    const folder = folderOf({
      'note.md': `---\nbibliography: refs.bib\n---\nSo [@smith2024], [@smith2024, p. 3], “a toll of 12 crowns” [@${key}].\n`,
      'refs.bib': `@article{smith2024, title={One}}\n@online{${key}, title={Two}}\n`,
    });
    const { document } = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'note.md'));
    const rename = async (from: string, to: string): Promise<void> => {
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        document.positionAt(document.getText().indexOf(from) + 1),
        to,
      );
      await vscode.workspace.applyEdit(edit);
    };
    const bibliography = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'refs.bib'));
    await eventually(
      () => rename('smith2024', 'smithone2024').then(() => bibliography.getText()),
      (text) => text.includes('smithone2024'),
    );
    assert.match(document.getText(), /\nSo \[@smithone2024\], \[@smithone2024, p\. 3\], “a toll/);

    await rename(key, 'tollbridge');
    assert.ok(document.getText().endsWith('“a toll of 12 crowns” [@tollbridge].\n'), document.getText());
    assert.ok(bibliography.getText().includes('@online{tollbridge, title={Two}}'), bibliography.getText());
    const former = await open(`“a toll of 21 crowns” [@${key}].\n`, 'former.md');
    await problems(former, ([first]) => first?.code === 'altered');

    await vscode.window.showTextDocument(document);
    await rename('tollbridge', key);
    assert.ok(document.getText().endsWith(`[@${key}].\n`), document.getText());
  });

  test('lead to the passage, and the article to them', async () => {
    const words = 'a toll of 12 crowns';
    const editor = await open(`As said: “${words}” [@${key}].\n`);
    const [definition] = await eventually(
      async () =>
        vscode.commands.executeCommand<vscode.LocationLink[]>(
          'vscode.executeDefinitionProvider',
          editor.document.uri,
          new vscode.Position(0, 14),
        ),
      ({ length }) => length > 0,
    );
    assert.ok(definition);
    const version = await vscode.workspace.openTextDocument(definition.targetUri);
    assert.equal(version.getText(definition.targetRange), words);

    editor.selection = new vscode.Selection(0, 14, 0, 14);
    await run('broadsheet.showSource');
    await eventually(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '',
      (label) => label.startsWith('Toll Bridge at Kettle Lock'),
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.window.showTextDocument(editor.document, { selection: new vscode.Selection(0, 0, 0, 0) });
    await assert.doesNotReject(run('broadsheet.showSource'), 'a sentence says what to do');
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });

  test('need no file', async () => {
    const content = `“a toll of 21 crowns” [@${key}].\n`;
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    const editor = await vscode.window.showTextDocument(document);
    await problems(editor, ([first]) => first?.code === 'altered');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await problems(editor, ({ length }) => length === 0);
  });

  test('are all checked by a command, also those that are closed, large or no text', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const wrong = `“a toll of 21 crowns” [@${key}].\r\n\r\n“a toll of 12 crowns” [@${key}].\r\n`;
    const checkAll = async (): Promise<
      Readonly<Record<keyof WorkspaceCheck['counts'] | 'notes' | 'skipped', number>>
    > => {
      const result = await vscode.commands.executeCommand<WorkspaceCheck>('broadsheet.checkQuotations');
      return { ...result.counts, notes: result.notes, skipped: result.skipped };
    };
    const before = await checkAll();
    writeInto(folder.fsPath, {
      'notes/wrong.md': wrong,
      'notes/node_modules/other.md': wrong,
      'notes/wide.md': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`Zeile\n${wrong}`, 'utf16le')]),
      'notes/binary.txt': new Uint8Array(5000).map((_, index) => (index * 37) % 256),
      'notes/paper.tex': `\\enquote{a toll of 12 crowns} \\autocite{${key}}\n`,
    });
    writeFileSync(
      vscode.Uri.joinPath(folder, 'notes/large.md').fsPath,
      Buffer.alloc(21 * 1024 * 1024, 'a\n'),
    );
    const after = await checkAll();
    const more = (part: keyof typeof after): number => after[part] - before[part];
    assert.deepEqual(
      [more('checked'), more('exact'), more('altered'), more('notes'), more('skipped')],
      [5, 3, 2, 3, 2],
    );
    const uri = vscode.Uri.joinPath(folder, 'notes/wide.md');
    const [problem] = problemsOf(uri);
    assert.ok(problem);
    assert.deepEqual(
      [problem.range.start.line, problem.range.start.character, problem.range.end.character],
      [1, 11, 13],
    );
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'notes'), { recursive: true });
  });
});
