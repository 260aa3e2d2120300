import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ItemId } from '../../../src/core/model/ids.ts';
import type { Headline } from '../../../src/core/model/item.ts';
import { articleName, articleUri } from '../../../src/host/articleDocuments/articleUri.ts';
import { linePlaces } from '../../../src/host/articleDocuments/linePlaces.ts';
import { eventually, folderOf, headlinesOf, inOtherWindow, run, writeInto } from '../broadsheet.ts';

suite('Articles as documents', () => {
  let folder: vscode.Uri;
  let item: Headline;

  const text = (body: string): string => `---\ntitle: Rain *Stops* Play\nauthor: Ada Byron\n---\n\n${body}\n`;

  suiteSetup(async () => {
    folder = folderOf({ 'rain.md': text('It rained.\n\n## The second day\n\nNobody left.') });
    await run('broadsheet.addDocuments', folder);
    const [found] = await headlinesOf(folder);
    assert.ok(found);
    item = found;
  });
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('open as Markdown', async () => {
    await run('broadsheet.openAsText', { kind: 'headline', item });
    const editor = await eventually(
      () => vscode.window.activeTextEditor,
      (active) => active?.document.uri.scheme === 'broadsheet',
    );
    assert.equal(editor?.document.languageId, 'markdown');
    assert.match(editor.document.uri.path, /^\/article\/\d+\/Rain \*Stops\* Play\.md$/);
    assert.match(
      editor.document.getText(),
      /^# Rain \\\*Stops\\\* Play\n\nAda Byron[^]*\n---\n\nIt rained\.\n\n## The second day\n\nNobody left\.\n$/,
    );
  });

  test('have an outline', async () => {
    const uri = articleUri(item.id, item.headline);
    await vscode.workspace.openTextDocument(uri);
    const symbols = await eventually(
      async () =>
        await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          uri,
        ),
      (found) => (found?.length ?? 0) > 0,
    );
    assert.match(symbols?.[0]?.name ?? '', /Rain/);
  });

  test('are brought up to date', async () => {
    await run('broadsheet.openAsText', { kind: 'headline', item });
    writeInto(folder.fsPath, { 'rain.md': text('It rained again.') });
    const [source] = await inOtherWindow(async (library) =>
      (await library.sources()).filter(({ uri }) => uri === folder.toString()),
    );
    await run('broadsheet.rescanSource', { kind: 'source', source });
    await eventually(
      () => vscode.window.activeTextEditor?.document.getText() ?? '',
      (now) => now.includes('It rained again.'),
    );
  });

  test('say so where there is none', async () => {
    for (const path of ['/article/999999/Gone.md', '/article/nobody2026/Gone.md', '/other/1.md']) {
      const document = await vscode.workspace.openTextDocument(
        vscode.Uri.from({ scheme: 'broadsheet', path }),
      );
      assert.equal(document.getText(), 'This article is not in the library.\n');
    }
  });

  test('have addresses that say which they are, whatever the headline', () => {
    for (const headline of ['Rain', 'A/B: 100 % rain? #1', '..', '', '雨'.repeat(200), '\ud800']) {
      const uri = articleUri(12 as ItemId, headline);
      assert.deepEqual(articleName(vscode.Uri.parse(uri.toString())), { kind: 'id', id: 12 });
      assert.equal(uri.path.split('/').length, 4);
    }
    assert.deepEqual(articleName(vscode.Uri.parse('broadsheet:/article/byron2026rain/Rain.md')), {
      kind: 'key',
      key: 'byron2026rain',
    });
    for (const other of [
      'file:/article/12/a.md',
      'broadsheet:/article/',
      'broadsheet:/article/1x/a.md',
      'broadsheet:/search/1',
    ])
      assert.equal(articleName(vscode.Uri.parse(other)), undefined, other);
  });

  test('have lines and columns', () => {
    const place = linePlaces('One\n\nTwo');
    assert.deepEqual(
      [place(0), place(3), place(4), place(5), place(8)],
      [
        [0, 0],
        [0, 3],
        [1, 0],
        [2, 0],
        [2, 3],
      ],
    );
  });
});
