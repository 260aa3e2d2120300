import assert from 'node:assert/strict';
import { chmodSync, ftruncateSync, openSync, closeSync, renameSync, rmSync } from 'node:fs';
import { getuid } from 'node:process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  eventually,
  folderOf,
  headlinesOf,
  inOtherWindow,
  run,
  sourceOf,
  theLibrary,
  writeInto,
} from './broadsheet.ts';
import { registerClosedFolders } from './closedFolders.ts';

const ARTICLE = (headline: string, body = 'The tide was late and so was everybody else.'): string =>
  `---\ntitle: ${headline}\nauthor: Ada Byron\ndate: 2026-01-12\n---\n\n${body}\n`;

suite('Adding documents', () => {
  const unreadable = (path: string): vscode.Uri => vscode.Uri.from({ scheme: 'closed', path });
  let closed: vscode.Disposable | undefined;

  suiteSetup(() => {
    closed = registerClosedFolders('closed', {
      '/partly/a.md': ARTICLE('Before the Closed Folder Came This'),
      '/partly/c/d.md': ARTICLE('After the Closed Folder Came This'),
    });
  });

  suiteTeardown(() => {
    closed?.dispose();
  });

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

  test('lets go of a folder that was removed', async function () {
    this.timeout(60_000);
    const folder = folderOf({ 'one.md': ARTICLE('A Folder That Will Leave Soon') });
    await run('broadsheet.addDocuments', folder);
    const { id } = await sourceOf(folder);
    await inOtherWindow((library) => library.removeSource(id));
    // The other window's change is seen within two seconds.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    writeInto(folder.fsPath, { 'two.md': ARTICLE('An Article That Nobody Waits For') });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const library = await theLibrary();
    const request = { query: 'nobody waits', limit: 5, typing: false, passageLength: 80 };
    const { hits, matched } = await library.search(request);
    assert.ok(matched === 'some' || hits.length === 0, JSON.stringify(hits));
  });

  test('takes a folder by its real name, with a percent sign', async () => {
    const parent = folderOf({ '100% News/one.md': ARTICLE('Nothing Was Left Out of This') });
    const folder = vscode.Uri.joinPath(parent, '100% News');
    await run('broadsheet.addDocuments', folder);
    assert.equal((await sourceOf(folder)).title, '100% News');
    assert.equal((await headlinesOf(folder)).length, 1);
  });

  test('takes a file with an ending in capitals when it appears', async () => {
    const folder = folderOf({ 'one.md': ARTICLE('A Small Letter and Then a Capital') });
    await run('broadsheet.addDocuments', folder);
    writeInto(folder.fsPath, { 'TWO.MD': ARTICLE('The Capital Came a Little Later') });
    await eventually(
      () => headlinesOf(folder),
      (items) => items.length === 2,
    );
  });

  test('adds the other folders where one is not there, and keeps no empty source for it', async () => {
    const good = folderOf({ 'one.md': ARTICLE('The Good Folder Beside the Bad One') });
    const bad = folderOf({});
    rmSync(bad.fsPath, { recursive: true });
    await run('broadsheet.addDocuments', [unreadable('/top'), bad, good]);
    assert.equal((await headlinesOf(good)).length, 1);
    const uris = (await (await theLibrary()).sources()).map(({ uri }) => uri);
    assert.ok(!uris.includes(bad.toString()));
    assert.ok(!uris.includes(unreadable('/top').toString()));
  });

  test('takes a folder in which another cannot be read', async () => {
    await run('broadsheet.addDocuments', unreadable('/partly'));
    const headlines = (await headlinesOf(unreadable('/partly'))).map((item) => item.headline);
    assert.deepEqual(headlines.sort(), [
      'After the Closed Folder Came This',
      'Before the Closed Folder Came This',
    ]);
  });

  test('runs one scan of a folder at a time', async () => {
    const folder = folderOf({ 'one.md': ARTICLE('Looked at Twice and Taken Once') });
    await run('broadsheet.addDocuments', folder);
    const row = { kind: 'source', source: await sourceOf(folder) };
    writeInto(folder.fsPath, { 'two.md': ARTICLE('It Came While Nobody Was Looking') });
    await Promise.all([1, 2, 3].map(() => run('broadsheet.rescanSource', row, [row])));
    assert.equal((await headlinesOf(folder)).length, 2);
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
