import assert from 'node:assert/strict';
import type { ItemId, SourceId } from '../../src/core/model/ids.ts';
import type { ListChoice } from '../../src/library/library.ts';
import { libraryInMemory, textFile, type TestLibrary } from './inMemory.ts';

const HOUR = 3600_000;
const NOW = Date.UTC(2026, 0, 15, 12);
const today = { began: NOW - 2 * HOUR, date: NOW - 2 * HOUR };

/** Two sources of three headlines each, an hour apart, the newest first: "1" to "3", and "4" to "6". */
async function filled() {
  const { library } = libraryInMemory(() => NOW);
  const add = async (name: string, ...ordinals: readonly number[]): Promise<SourceId> => {
    const { id } = await library.addSource({ kind: 'folder', uri: `file:///${name}`, title: name });
    const files = ordinals.map((ordinal) =>
      textFile(`${ordinal}.md`, `# Report number ${ordinal} of the harbour\n\nBody.`, NOW - ordinal * HOUR),
    );
    await library.ingest(id, files);
    return id;
  };
  const source = await add('one', 1, 2, 3);
  await add('other', 4, 5, 6);
  const { headlines } = await library.headlines({ sourceId: undefined, after: undefined, limit: 10 });
  const ids = new Map(headlines.map((item) => [/number (\d)/.exec(item.headline)?.[1] ?? '', item.id]));
  const itemId = (name: string): ItemId => ids.get(name) ?? assert.fail(name);
  return { library, source, id: itemId };
}

async function unread(library: TestLibrary['library']): Promise<string> {
  const page = await library.headlines({ sourceId: undefined, list: 'unread', after: undefined, limit: 10 });
  return page.headlines.map(({ headline }) => /number (\d)/.exec(headline)?.[1]).join('');
}

suite('Marking a list as read', () => {
  const cases: readonly (readonly [
    name: string,
    choice: (source: SourceId) => ListChoice,
    except: string,
    left: string,
  ])[] = [
    ['a source', (sourceId) => ({ sourceId }), '', '456'],
    ['a source but some', (sourceId) => ({ sourceId }), '1 3', '13456'],
    ['everything', () => ({ sourceId: undefined }), '', ''],
    ['all that is unread but some', () => ({ sourceId: undefined, list: 'unread' }), '2 6', '26'],
    ['what is of today', () => ({ sourceId: undefined, list: 'today', today }), '', '3456'],
    ['what has a star', () => ({ sourceId: undefined, list: 'starred' }), '', '12346'],
  ];
  for (const [name, choice, except, left] of cases) {
    test(name, async () => {
      const { library, source, id } = await filled();
      await library.setStatus([id('5')], { starred: true });
      const before = await unread(library);
      const marked = await library.markListRead(choice(source), except.split(' ').filter(Boolean).map(id));
      assert.equal(await unread(library), left);
      assert.equal(marked.length, before.length - left.length);
      assert.equal(await library.unreadCount(), left.length);

      await library.setStatus(marked, { read: false });
      assert.equal(await unread(library), before);
    });
  }

  test('gives only what was unread', async () => {
    const { library, source, id } = await filled();
    await library.setStatus([id('1')], { read: true });
    assert.deepEqual(
      new Set(await library.markListRead({ sourceId: source }, [])),
      new Set([id('2'), id('3')]),
    );
    assert.deepEqual(await library.markListRead({ sourceId: source }, []), []);
  });
});
