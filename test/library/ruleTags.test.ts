import assert from 'node:assert/strict';
import type { SourceId } from '../../src/core/model/ids.ts';
import type { LibraryCalls } from '../../src/library/createLibrary.ts';
import { openNodeDatabase } from '../../src/library/store/database.node.ts';
import { migrate } from '../../src/library/store/migrate.ts';
import { MIGRATIONS } from '../../src/library/store/migrations.ts';
import { libraryInMemory, textFile, type TestLibrary } from './inMemory.ts';

suite('Tags that rules give', () => {
  const article = (tags: string, body = 'It rained.'): string =>
    `---\ntitle: The quay is shut\ntags: ${tags}\n---\n${body}`;
  const tags = ({ database }: Pick<TestLibrary, 'database'>): readonly string[] =>
    database
      .prepare('SELECT name, origin FROM tag ORDER BY name, origin')
      .all()
      .map(({ name, origin }) => `${name} ${origin}`);
  const withRule = async (library: LibraryCalls): Promise<SourceId> => {
    await library.addRule({ query: 'quay', action: { kind: 'tag', tag: 'Ports' } });
    return (await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'news' })).id;
  };

  test('stay when the source gives the item again, or gives other tags', async () => {
    const made = libraryInMemory();
    const { library } = made;
    const source = await withRule(library);
    const take = async (text: string): Promise<number> =>
      (await library.ingest(source, [textFile('a.md', text)])).updated;
    await take(article('[rain]'));
    assert.deepEqual(tags(made), ['ports rule', 'rain source']);
    assert.equal(await take(article('[rain]')), 0);
    assert.equal(await take(article('[ports, snow]', 'It snowed.')), 1);
    assert.deepEqual(tags(made), ['ports rule', 'ports source', 'snow source']);
    assert.equal(await take(article('[snow]', 'It snowed.')), 1);
    assert.deepEqual(tags(made), ['ports rule', 'snow source']);
    const { hits } = await library.search({ query: 'tag:ports', limit: 9, typing: false, passageLength: 0 });
    assert.equal(hits.length, 1);
  });

  test('are known as such in another library', async () => {
    const [here, there] = [libraryInMemory(), libraryInMemory()];
    const source = await withRule(here.library);
    await here.library.ingest(source, [textFile('a.md', article('[rain]'))]);
    const { lines } = await here.library.exportPage({
      part: 'item',
      after: [0, ''],
      lastSource: 0,
      items: 0,
      total: 1,
    });
    const {
      lines: [header = ''],
    } = await here.library.exportPage(undefined);
    await there.library.importPage({ name: 'a.jsonl', header, lines, firstLine: 2 });
    assert.deepEqual(tags(there), ['ports rule', 'rain source']);
  });

  test('are told by their rule in a library of an earlier version', () => {
    const database = openNodeDatabase(':memory:');
    const step = MIGRATIONS.findIndex((sql) => sql.includes('tag_with_origin'));
    migrate(database, MIGRATIONS.slice(0, step));
    database.exec(`
      INSERT INTO source (kind, uri, title, added_at) VALUES ('folder', 'file:///a', 'a', 0);
      INSERT INTO item (source_id, kind, headline, headline_key, headline_from, summary, sort_at, first_seen_at)
        VALUES (1, 'headline', 'The quay is shut', 'the quay is shut', 'document', '', 5, 5);
      INSERT INTO listing (item_id, source_id, sort_at) VALUES (1, 1, 9);
      INSERT INTO rule (query, action, tag, added_at) VALUES ('quay', 'tag', 'ports', 0);
      INSERT INTO tag (item_id, name) VALUES (1, 'ports'), (1, 'rain');`);
    migrate(database);
    assert.deepEqual(tags({ database }), ['ports rule', 'rain source']);
    assert.equal(database.prepare('SELECT sort_at FROM listing').get()?.['sort_at'], 5);
  });
});
