import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { feedsOpml } from '../../../src/core/transfer/feedsOpml.ts';
import { readOpml } from '../../../src/core/transfer/readOpml.ts';
import { useNewsServer } from '../../fetch/useNewsServer.ts';
import { eventually, folderOf, run, theLibrary } from '../broadsheet.ts';
import { removeFeeds, subscriptions } from './feeds.ts';

const COUNT = 422;

suite('Lists of feeds', () => {
  const { server } = useNewsServer();
  const settings = vscode.workspace.getConfiguration('broadsheet.refresh');
  const setAutomatic = async (value: boolean | undefined): Promise<void> =>
    settings.update('automatic', value, vscode.ConfigurationTarget.Global);
  teardown(async () => {
    await setAutomatic(undefined);
    await removeFeeds();
  });

  const feedSources = async () =>
    (await (await theLibrary()).sources()).filter(({ kind }) => kind === 'feed');

  test(`${COUNT} feeds come in one step, and are read afterwards`, async function () {
    this.timeout(120_000);
    const listed = Array.from({ length: COUNT }, (_, index) => ({
      url: `${server().address}/feeds/numbered/${index + 1}`,
      title: `Street ${index + 1}`,
      homeUrl: undefined,
      folder: index % 3 === 0 ? [] : [`District ${index % 3}`],
    }));
    const file = vscode.Uri.joinPath(folderOf({ 'feeds.opml': feedsOpml(listed, '') }), 'feeds.opml');
    await run('broadsheet.importFeeds', file);
    assert.equal((await feedSources()).length, COUNT);
    await eventually(feedSources, (sources) => sources.every(({ total }) => total === 1), 100_000);
    assert.equal(server().requests().length, COUNT);
    await run('broadsheet.importFeeds', file);
    assert.equal((await feedSources()).length, COUNT);
  });

  test('a real list of 422 comes in one step', async function () {
    const path = join(
      vscode.extensions.getExtension('broadsheet.broadsheet')?.extensionPath ?? '',
      '../shared/corpora/opml/engineering_blogs.opml',
    );
    if (!existsSync(path)) {
      console.log('      The lists of others are not on this machine.');
      return this.skip();
    }
    // The real publishers are not asked for anything.
    await setAutomatic(false);
    await run('broadsheet.importFeeds', vscode.Uri.file(path));
    const expected = new Set(readOpml(readFileSync(path)).subscriptions.map(({ feedUrl }) => feedUrl));
    const followed = await subscriptions();
    assert.deepEqual(new Set(followed.map(({ url }) => url)), expected);
    assert.ok(expected.size > 400, String(expected.size));
    assert.ok(followed.every(({ state }) => state.readAt === undefined));
  });
});
