import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { folderOf, headlinesOf, inOtherWindow, run, theLibrary } from './broadsheet.ts';

const ARTICLE = (headline: string, date: string): string =>
  `---\ntitle: ${headline}\ndate: ${date}\n---\n\nThe tide was late and so was everybody else.\n`;

suite('The library as a whole', () => {
  test('is exported to a file and imported again', async () => {
    const folder = folderOf({
      'one.md': ARTICLE('The Tide Was Late on the Day of the Export', '2026-01-12'),
    });
    await run('broadsheet.addDocuments', folder);
    const library = await theLibrary();
    const source = (await library.sources()).find(({ uri }) => uri === folder.toString());
    assert.ok(source);
    const before = await headlinesOf(folder);
    const rows = before.map((item) => ({ kind: 'headline', item }));
    await run('broadsheet.star', rows[0], rows);
    const target = vscode.Uri.joinPath(folderOf({}), 'library.jsonl');
    await run('broadsheet.exportLibrary', target);
    const lines = readFileSync(target.fsPath, 'utf8').trimEnd().split('\n');
    assert.match(lines[0] ?? '', /^\{"format":"Broadsheet library"/);
    assert.match(lines.at(-1) ?? '', /^\{"type":"end"/);
    const opml = readFileSync(target.fsPath.replace('.jsonl', ' sources.opml'), 'utf8');
    assert.ok(opml.includes(`url="${folder.toString()}"`));
    await run('broadsheet.unstar', rows[0], rows);
    await inOtherWindow((other) => other.removeSource(source.id));
    await run('broadsheet.importLibrary', target);
    const after = await headlinesOf(folder);
    assert.deepEqual(
      after.map(({ headline, starred }) => [headline, starred]),
      [['The Tide Was Late on the Day of the Export', true]],
    );
  });

  test('takes nothing from a file of another kind', async () => {
    const folder = folderOf({ 'other.jsonl': '{"some":"thing"}\n{"type":"end","items":0}\n' });
    const library = await theLibrary();
    const before = await library.sources();
    await run('broadsheet.importLibrary', vscode.Uri.joinPath(folder, 'other.jsonl'));
    assert.deepEqual(await library.sources(), before);
  });

  test('leaves no half of a file where it cannot write', async () => {
    const folder = folderOf({});
    writeFileSync(vscode.Uri.joinPath(folder, 'file').fsPath, '');
    const target = vscode.Uri.joinPath(folder, 'file', 'library.jsonl');
    await run('broadsheet.exportLibrary', target);
    assert.equal(existsSync(target.fsPath), false);
  });

  test('keeps of a source what its rule says', async () => {
    const folder = folderOf({
      'one.md': ARTICLE('The First of Three Late Tides', '2026-01-10'),
      'two.md': ARTICLE('The Second of Three Late Tides', '2026-01-11'),
      'three.md': ARTICLE('The Third of Three Late Tides', '2026-01-12'),
    });
    await run('broadsheet.addDocuments', folder);
    const library = await theLibrary();
    const source = (await library.sources()).find(({ uri }) => uri === folder.toString());
    assert.ok(source);
    await run('broadsheet.keepArticlesFor', { kind: 'source', source }, { newest: 2 });
    const kept = await headlinesOf(folder);
    assert.deepEqual(
      kept.map(({ headline }) => headline),
      ['The Third of Three Late Tides', 'The Second of Three Late Tides'],
    );
    await run('broadsheet.rescanSource', { kind: 'source', source });
    assert.equal((await headlinesOf(folder)).length, 2);
  });
});
