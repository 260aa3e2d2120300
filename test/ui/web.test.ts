// Broadsheet in the browser's own extension host, where there is no Node: read, search, quote, and all of it is still
// there after a reload.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from '../../scripts/paths.ts';
import { webHostSettings } from '../../scripts/serverHost.ts';
import { openNodeDatabase } from '../../src/library/store/database.node.ts';
import { startNewsServer, type NewsServer } from '../server/newsServer.ts';
import { addFeed } from './addFeed.ts';
import { search } from './search.ts';
import { selectInReader } from './selectInReader.ts';
import { useWorkbench } from './useWorkbench.ts';

const PARAGRAPH = 'Influence is no longer a given. Kazakhstan, the largest economy of the five';

suite('the web host', () => {
  const workbench = useWorkbench({ settings: webHostSettings, files: { 'note.md': '# Notes\n\n' } });
  let server: NewsServer;
  suiteSetup(async () => {
    server = await startNewsServer();
  });
  suiteTeardown(() => server.stop());

  test('opens the sample and reads an article', async () => {
    await workbench().openView();
    await workbench().clickWelcomeButton('Open the Sample Edition');
    await workbench().waitForReader('Influence is no longer a given');
    const rows = await workbench().waitForRows('the sample edition', (shown) => shown.length > 10);
    assert.ok(rows.some(({ label }) => label.startsWith('Dushanbe hosts')));
    await workbench().shot('web-host');
  });

  test('finds an article by its words', async () => {
    await search(workbench(), 'influence given');
    const [hit] = await workbench().waitFor(
      'a hit',
      workbench().quickPickRows,
      ([first]) => first?.label.startsWith('Dushanbe hosts') === true,
    );
    await workbench().shot('web-host-search');
    await workbench().page.keyboard.press('Escape');
    assert.match(hit?.detail ?? '', /Influence\W+is no longer a/);
  });

  test('inserts a quotation into a note', async () => {
    await workbench().openFile('note.md');
    await workbench().clickRow('Dushanbe hosts');
    await workbench().waitForReader('Influence is no longer a given');
    await selectInReader(workbench(), PARAGRAPH, 'Influence', 'given.');
    await workbench().readerFrame().getByRole('button', { name: 'Quote in note' }).click();
    const text = await workbench().waitFor('the quotation', workbench().editorText, (shown) =>
      shown.includes('Influence is no longer a given.'),
    );
    assert.match(text, /“Influence is no longer a given\.” \(Broadsheet sample desk, “Dushanbe hosts/);
    await workbench().shot('web-host-quotation');
  });

  test('says that a feed’s site lets no browser read it', async () => {
    await addFeed(workbench(), `${server.address}/feeds/rss`);
    await workbench().notification('does not let a browser read this from another site');
  });

  test('has its library again after a reload', async () => {
    await workbench().clickRow('Maduro Says He and Trump');
    await workbench().waitForReader('Only the headline');
    await workbench().runCommand('Star');
    // A browser ends a window without waiting for anybody.
    await workbench().waitFor('the star in the saved library', savedStars, (stars) => stars === 1);
    await workbench().runCommand('Reload Window');
    await workbench().page.waitForEvent('load');
    await workbench().waitFor(
      'the starred headline',
      workbench().treeRows,
      (rows) => rows.some(({ label, spoken }) => label.startsWith('Maduro Says') && /starred/i.test(spoken)),
      120_000,
    );
    await workbench().shot('web-host-reloaded');
  });
});

/** Where the server host keeps what a browser of its own would keep. */
const storage = join(cache, 'ui/the-web-host/user/User/globalStorage/broadsheet.broadsheet');

/** The number of starred items in the newest version of the library that is saved. */
function savedStars(): Promise<number> {
  const newest = join(storage, 'library.json');
  const name = existsSync(newest) ? /"name":"([^"]+)"/.exec(readFileSync(newest, 'utf8'))?.[1] : undefined;
  if (name === undefined || !existsSync(join(storage, name))) return Promise.resolve(0);
  const database = openNodeDatabase(join(storage, name), { readOnly: true });
  const stars = database.prepare('SELECT count(*) AS stars FROM item WHERE starred = 1').get()?.['stars'];
  database.close();
  return Promise.resolve(Number(stars));
}
