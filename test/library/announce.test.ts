import assert from 'node:assert/strict';
import { libraryInMemory, textFile } from './inMemory.ts';

const HEADLINE = 'Fishermen Call Off Strike After Talks With Ministry';
const PAGE = `The harbour of Port Ellery reopened on Tuesday after eleven days of repairs, and the first ferries left before dawn with more passengers than seats.
Traders along the quay counted their losses. Fish that would have gone to the capital had been sold at half its price, and two cafés did not open their doors again.


Council Delays Vote on Harbour Fees Until Spring
${HEADLINE}
Museum Finds Lost Letters of Captain Ellery in a Wall
`;
const ARTICLE = `---\ntitle: ${HEADLINE}\n---\n\nThe strike that had kept the fleet in port ended on Monday night.\n`;

suite('What the library announces', () => {
  test('names every source in which a changed item is listed', async () => {
    const { library, changes } = libraryInMemory();
    const pages = await library.addSource({ kind: 'folder', uri: 'file:///pages', title: 'Pages' });
    const articles = await library.addSource({ kind: 'folder', uri: 'file:///articles', title: 'Articles' });
    await library.ingest(pages.id, [textFile('page.txt', PAGE)]);
    changes.length = 0;
    await library.ingest(articles.id, [textFile('strike.md', ARTICLE)]);
    const sources = new Set(changes.flatMap((change) => (change.kind === 'items' ? change.sourceIds : [])));
    assert.deepEqual(sources, new Set([articles.id, pages.id]));

    changes.length = 0;
    const marked = await library.markListRead({ sourceId: articles.id }, []);
    assert.deepEqual(changes, [
      {
        kind: 'status',
        itemIds: marked,
        sourceIds: [articles.id, pages.id],
        change: { read: true },
      },
    ]);
  });

  test('names the source that left', async () => {
    const { library, changes } = libraryInMemory();
    const { id } = await library.addSource({ kind: 'folder', uri: 'file:///pages', title: 'Pages' });
    await library.removeSource(id);
    assert.deepEqual(changes.at(-1), { kind: 'sources', removed: id });
  });
});
