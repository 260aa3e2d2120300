import assert from 'node:assert/strict';
import { libraryInMemory, textFile } from './inMemory.ts';

suite('Tags', () => {
  const article = (tags: string): string => `---\ntitle: The quay is shut\ntags: ${tags}\n---\nIt rained.`;

  test('are kept in lower case, replaced when they change, and are no change when they do not', async () => {
    const { library, database } = libraryInMemory();
    const kept = (): readonly unknown[] =>
      database
        .prepare('SELECT name FROM tag ORDER BY name')
        .all()
        .map((row) => row['name']);
    const { id } = await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'news' });

    await library.ingest(id, [textFile('a.txt', article('[Ports, "Strikes, ÄRGER", ports]'))]);
    assert.deepEqual(kept(), ['ports', 'strikes', 'ärger']);
    const again = await library.ingest(id, [textFile('a.txt', article('[strikes, ärger, PORTS]'))]);
    assert.deepEqual([again.updated, again.unchanged], [0, 1]);
    const changed = await library.ingest(id, [textFile('a.txt', article('[Strikes, Rain]'))]);
    assert.equal(changed.updated, 1);
    assert.deepEqual(kept(), ['rain', 'strikes']);
  });
});
