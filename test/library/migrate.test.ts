import assert from 'node:assert/strict';
import { createLibrary } from '../../src/library/createLibrary.ts';
import { openNodeDatabase } from '../../src/library/store/database.node.ts';
import { MIGRATIONS } from '../../src/library/store/migrations.ts';
import { migrate } from '../../src/library/store/migrate.ts';

suite('A library of an earlier version', () => {
  test('keeps its items, its counts and its search', async () => {
    const database = openNodeDatabase(':memory:');
    migrate(database, MIGRATIONS.slice(0, 1));
    database.exec(`
      INSERT INTO source (kind, uri, title, added_at) VALUES ('folder', 'file:///a', 'a', 0);
      INSERT INTO item (source_id, kind, headline, headline_key, headline_from, summary, sort_at, first_seen_at)
        VALUES (1, 'headline', 'Ferries return to the harbour', 'ferries return to the harbour', 'document', '', 5, 5);
      INSERT INTO listing (item_id, source_id, sort_at) VALUES (1, 1, 5);
      INSERT INTO search (rowid, headline) VALUES (1, 'ferri return to the harbour');`);

    const library = createLibrary(database, { now: () => 10, announce: () => undefined });

    const answer = await library.search({ query: 'ferr', limit: 5, typing: true, passageLength: 0 });
    assert.deepEqual(
      answer.hits.map(({ item }) => item.headline),
      ['Ferries return to the harbour'],
    );
    const [source] = await library.sources();
    assert.deepEqual([source?.total, source?.unread], [1, 1]);
    assert.deepEqual(database.prepare('SELECT * FROM unfinished').all(), []);
  });
});
