import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Clipping } from '../../../src/core/model/clipping.ts';
import type { Headline } from '../../../src/core/model/item.ts';
import { clippedNodes, clippingTreeItem } from '../../../src/host/clippings/clippingNodes.ts';
import { typedComment, typedTags } from '../../../src/host/clippings/clippingTags.ts';
import { folderOf, headlinesOf, inOtherWindow, run, theLibrary } from '../broadsheet.ts';

const WORDS = 'The ferry sank without a sound.';
const ARTICLE = `---\ntitle: Ferry Sinks Off Ellery\ndate: 2026-01-20\n---\n\nIt was night. ${WORDS}\n`;

suite('Clippings', () => {
  let item: Headline;

  suiteSetup(async () => {
    const folder = folderOf({ 'ferry.md': ARTICLE });
    await run('broadsheet.addDocuments', folder);
    const [only] = await headlinesOf(folder);
    assert.ok(only);
    item = only;
  });

  teardown(async () => {
    await vscode.workspace.saveAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const clippings = (): Promise<readonly Clipping[]> =>
    inOtherWindow((library) => library.clippings(item.id, 10));
  const clipped = async (): Promise<Clipping> => {
    const text = (await (await theLibrary()).read(item.id))?.text ?? '';
    const start = text.indexOf(WORDS);
    return inOtherWindow((library) =>
      library.addClipping({ itemId: item.id, passage: [start, start + WORDS.length], comment: '', tags: [] }),
    );
  };

  test('have comments and tags that can be changed, and can be removed', async () => {
    const clipping = await clipped();
    const row = { kind: 'clipping', clipping };
    await run('broadsheet.editClippingComment', row, ' Ask the harbour master ');
    await run('broadsheet.editClippingTags', row, '#Sea, night');
    const [changed] = await clippings();
    assert.deepEqual(
      [changed?.words, changed?.comment, changed?.tags],
      [WORDS, 'Ask the harbour master', ['sea', 'night']],
    );
    await run('broadsheet.removeClipping', row);
    assert.deepEqual(await clippings(), []);
  });

  test('are inserted as quotations', async () => {
    const clipping = await clipped();
    const folder = folderOf({ 'note.md': '' });
    const editor = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'note.md'));
    await run('broadsheet.insertClipping', { kind: 'clipping', clipping });
    assert.ok(editor.document.getText().startsWith(`> ${WORDS}\n`), editor.document.getText());
  });

  test('stand beneath their article, the newest first, and say where words are gone', () => {
    const clipping = (id: number, itemId: number, passage: Clipping['passage']): Clipping => ({
      id: id as Clipping['id'],
      item: { ...item, id: itemId as Headline['id'] },
      words: WORDS,
      comment: 'Odd',
      tags: ['sea'],
      createdAt: 0,
      passage,
    });
    const nodes = clippedNodes([clipping(3, 1, [0, 5]), clipping(2, 2, [0, 5]), clipping(1, 1, undefined)]);
    assert.deepEqual(
      nodes.map((node) => node.clippings.map(({ id }) => Number(id))),
      [[3, 1], [2]],
    );
    const gone = clippingTreeItem({ kind: 'clipping', clipping: clipping(1, 1, undefined) }, 0);
    assert.equal(gone.label, WORDS);
    assert.equal(gone.description, 'Odd #sea');
    assert.equal(gone.contextValue, 'clipping gone');
    assert.ok(typeof gone.tooltip === 'string' && gone.tooltip.includes('no longer in the article'));
  });

  test('take tags as people type them', () => {
    assert.deepEqual(typedTags(' #Budget, local  news ;budget,,'), ['budget', 'local news']);
    assert.deepEqual(typedComment('Compare with May #Budget #éte, and C# too'), {
      comment: 'Compare with May , and C# too',
      tags: ['budget', 'éte'],
    });
    assert.deepEqual(typedComment(''), { comment: '', tags: [] });
  });
});
