import assert from 'node:assert/strict';
import { chmodSync, ftruncateSync, openSync, closeSync, renameSync, rmSync } from 'node:fs';
import { getuid } from 'node:process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually, folderOf, headlinesOf, run, theLibrary, writeInto } from './broadsheet.ts';

const ARTICLE = (headline: string, body = 'The tide was late and so was everybody else.'): string =>
  `---\ntitle: ${headline}\nauthor: Ada Byron\ndate: 2026-01-12\n---\n\n${body}\n`;

suite('Adding documents', () => {
  test('takes a folder with the folders below it and leaves other files alone', async () => {
    const folder = folderOf({
      'one.md': ARTICLE('The Tide Was Late Again'),
      'deeper/two.html':
        '<html><title>The Second Story of the Day</title><body><h1>The Second Story of the Day</h1><p>It rained.</p></body></html>',
      'picture.png': new Uint8Array([1, 2, 3]),
      '.hidden/three.md': ARTICLE('Hidden'),
    });
    await run('broadsheet.addDocuments', folder);
    const headlines = await headlinesOf(folder);
    assert.deepEqual(headlines.map((item) => item.headline).sort(), [
      'The Second Story of the Day',
      'The Tide Was Late Again',
    ]);
  });

  test('follows the folder', async () => {
    const folder = folderOf({ 'one.md': ARTICLE('The First of Two Stories') });
    await run('broadsheet.addDocuments', folder);
    writeInto(folder.fsPath, { 'sub/two.md': ARTICLE('The Other One Came Later') });
    await eventually(
      () => headlinesOf(folder),
      (items) => items.length === 2,
    );
    writeInto(folder.fsPath, {
      'sub/two.md': ARTICLE('The Other One Came Later', 'Now it says something else.'),
    });
    const library = await theLibrary();
    const [later] = (await headlinesOf(folder)).filter((item) => item.headline.startsWith('The Other'));
    assert.ok(later);
    const article = await eventually(
      () => library.read(later.id),
      (read) => read?.revision === 2,
    );
    assert.match(article?.text ?? '', /something else/);
  });

  test('keeps the headlines when the folder disappears, and goes on when it is back', async () => {
    const folder = folderOf({ 'one.md': ARTICLE('A Story That Stays Behind') });
    await run('broadsheet.addDocuments', folder);
    const away = `${folder.fsPath}-away`;
    renameSync(folder.fsPath, away);
    const library = await theLibrary();
    const source = (await library.sources()).find((candidate) => candidate.uri === folder.toString());
    await run('broadsheet.rescanSource', { kind: 'source', source });
    assert.equal((await headlinesOf(folder)).length, 1);
    writeInto(away, { 'two.md': ARTICLE('And One That Is New Here') });
    renameSync(away, folder.fsPath);
    await run('broadsheet.rescanSource', { kind: 'source', source });
    assert.equal((await headlinesOf(folder)).length, 2);
  });

  test('takes the good files among bad ones', async function () {
    this.timeout(60_000);
    const folder = folderOf({
      'empty.txt': '',
      'binary.txt': Uint8Array.from({ length: 4000 }, (_, index) => (index * 7) % 256),
      'latin.txt': Buffer.from(
        'Der Fluß trat über die Ufer, und das Café schloß früh am Abend seine Türen.',
        'latin1',
      ),
      'good.md': ARTICLE('The Good One Among Them'),
      'forbidden.md': ARTICLE('Nobody May Read This One'),
    });
    const huge = openSync(join(folder.fsPath, 'huge.txt'), 'w');
    ftruncateSync(huge, 100 * 1024 * 1024);
    closeSync(huge);
    chmodSync(join(folder.fsPath, 'forbidden.md'), 0);
    await run('broadsheet.addDocuments', folder);
    const headlines = (await headlinesOf(folder)).map((item) => item.headline);
    assert.ok(headlines.includes('The Good One Among Them'));
    const library = await theLibrary();
    const { hits } = await library.search({
      query: 'Fluß Türen',
      limit: 5,
      typing: false,
      passageLength: 80,
    });
    assert.equal(hits.length, 1);
    // The superuser may read everything.
    assert.equal(headlines.includes('Nobody May Read This One'), getuid?.() === 0);
    rmSync(folder.fsPath, { recursive: true, force: true });
  });

  test('keeps single files as a source of their own', async () => {
    const folder = folderOf({
      'alone.md': ARTICLE('A File All by Itself'),
      'other.md': ARTICLE('Not Chosen by Anyone'),
    });
    await run('broadsheet.addDocuments', [vscode.Uri.joinPath(folder, 'alone.md')]);
    const headlines = (await headlinesOf('broadsheet:documents')).map((item) => item.headline);
    assert.ok(headlines.includes('A File All by Itself'));
    assert.ok(!headlines.includes('Not Chosen by Anyone'));
  });

  test('brings the sample edition with one article and seventeen headlines, once', async () => {
    await run('broadsheet.openSample');
    await run('broadsheet.openSample');
    const headlines = await headlinesOf('broadsheet:sample');
    assert.deepEqual(
      [
        headlines.filter((item) => item.kind === 'article').length,
        headlines.filter((item) => item.kind === 'headline').length,
      ],
      [1, 17],
    );
  });
});
