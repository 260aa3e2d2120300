import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Headline } from '../../../src/core/model/item.ts';
import { VERSION_SCHEME } from '../../../src/manifest.ts';
import { startNewsServer, type NewsServer } from '../../server/newsServer.ts';
import { eventually, folderOf, headlinesOf, inOtherWindow, run, theLibrary } from '../broadsheet.ts';

const WHOLE = 'Those who want to know more may come to the town hall';

suite('Full text', () => {
  let server: NewsServer;
  let feed = '';
  const settings = (): vscode.WorkspaceConfiguration =>
    vscode.workspace.getConfiguration('broadsheet.reader');

  suiteSetup(async () => {
    server = await startNewsServer();
    feed = `${server.address}/feeds/extracts`;
    await run('broadsheet.addFeed', feed);
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await inOtherWindow(async (library) => {
      for (const { id, kind } of await library.sources())
        if (kind === 'feed' || kind === 'pages') await library.removeSource(id);
    });
    await server.stop();
  });
  setup(() => server.forget());

  const named = async (words: string): Promise<Headline> => {
    const item = (await headlinesOf(feed)).find(({ headline }) => headline.startsWith(words));
    assert.ok(item, words);
    return item;
  };
  const open = (item: Headline): Promise<void> => run('broadsheet.open', { kind: 'headline', item });
  const pagesAsked = (): readonly string[] =>
    server
      .requests()
      .map(({ path }) => path)
      .filter((path) => path.startsWith('/articles/'));
  const textOf = async ({ id }: Headline): Promise<string> =>
    (await (await theLibrary()).read(id))?.text ?? '';

  test('is fetched when an extract is opened, and not again', async () => {
    const item = await named('Baker');
    assert.equal(item.isExtract, true);
    await open(item);
    await eventually(
      () => textOf(item),
      (text) => text.includes(WHOLE),
    );
    await open(await named('Baker'));
    assert.deepEqual(pagesAsked(), ['/articles/baker-wins-the-bridge-race']);
  });

  test('waits to be asked for where the settings say so', async () => {
    const item = await named('Library');
    await settings().update('fullText', 'ask', vscode.ConfigurationTarget.Global);
    try {
      await open(item);
      assert.deepEqual(pagesAsked(), []);
      await run('broadsheet.getFullText', { kind: 'headline', item });
      assert.ok((await textOf(item)).includes(WHOLE));
    } finally {
      await settings().update('fullText', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('is never fetched for a headline in a document that is opened', async () => {
    const url = `${server.address}/articles/council-counts-its-trees`;
    const text = `# Links\n\n- [Council counts its many trees once more](${url})\n`;
    const folder = folderOf({
      'page.txt': 'Council Counts Its Many Trees Once More\nMuseum Finds Lost Letters in a Wall\n',
      'links.md': text,
    });
    await run('broadsheet.addDocuments', folder);
    for (const item of await headlinesOf(folder)) await open(item);
    assert.deepEqual(pagesAsked(), []);
  });

  test('of any page is kept as an article', async () => {
    await run('broadsheet.savePage', `${server.address}/articles/fog-closes-the-harbour-for-a-morning`);
    const [saved] = await headlinesOf('broadsheet:pages');
    assert.equal(saved?.headline, 'Fog closes the harbour for a morning');
    assert.equal(saved.byline, 'Ines Vale');
    assert.ok((await textOf(saved)).includes(WHOLE));
  });

  test('and the extract are versions that the diff editor compares', async () => {
    const item = await named('Baker');
    await run('broadsheet.compareVersions', { kind: 'headline', item });
    const diff = await eventually(
      () => vscode.window.tabGroups.activeTabGroup.activeTab,
      (tab) => tab?.input instanceof vscode.TabInputTextDiff,
    );
    assert.ok(diff?.input instanceof vscode.TabInputTextDiff);
    const { original, modified } = diff.input;
    assert.equal(original.scheme, VERSION_SCHEME);
    assert.match(diff.label, /^Baker wins the bridge race \(.+\)$/);
    const [before, after] = await Promise.all(
      [original, modified].map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()),
    );
    assert.equal(before, 'Baker wins the bridge race\n\nShe ran in the shoes in which she bakes.\n');
    assert.ok(after?.includes(WHOLE));
  });
});
