import assert from 'node:assert/strict';
import type { ItemId, SourceId } from '../../src/core/model/ids.ts';
import type { ExportPlace, ImportCounts } from '../../src/core/model/transfer.ts';
import type { LibraryCalls } from '../../src/library/createLibrary.ts';
import type { IncomingDocument } from '../../src/library/library.ts';
import { libraryInMemory, textFile, type TestLibrary } from './inMemory.ts';

const DAY = 86_400_000;

suite('Imports into a library that knows the items', () => {
  const linesOf = async (library: LibraryCalls): Promise<readonly string[]> => {
    const lines: string[] = [];
    let place: ExportPlace | undefined;
    do {
      const page = await library.exportPage(place);
      lines.push(...page.lines);
      place = page.end;
    } while (place !== undefined);
    return lines;
  };
  const take = async ({ library }: TestLibrary, lines: readonly string[]): Promise<ImportCounts> => {
    const [header = '', ...others] = lines;
    return await library.importPage({ name: 'a.jsonl', header, lines: others, firstLine: 2 });
  };
  const folder = async ({ library }: TestLibrary, name = 'news'): Promise<SourceId> =>
    (await library.addSource({ kind: 'folder', uri: `file:///${name}`, title: name })).id;
  const report = (title = 'The harbour has reopened today', date = '2026-01-05'): IncomingDocument =>
    textFile(
      'a.md',
      `---\ntitle: ${title}\ndate: ${date}\nurl: https://example.org/1\n---\nShips came in at once.`,
    );
  const listed = async ({ library }: TestLibrary, sourceId: SourceId): Promise<readonly ItemId[]> =>
    (await library.headlines({ sourceId, after: undefined, limit: 9 })).headlines.map(({ id }) => id);
  /** Two libraries with the same article in the same folder, and a clock for both. */
  const both = async () => {
    let now = Date.UTC(2026, 0, 15);
    const [here, there] = [libraryInMemory(() => now), libraryInMemory(() => now)];
    const source = await folder(here);
    await here.library.ingest(source, [report()]);
    await folder(there);
    await there.library.ingest(source, [report()]);
    const [id] = (await listed(here, source)) as [ItemId];
    return { here, there, source, id, later: () => (now += DAY) };
  };

  test('list an item at its own time, so that a list ends', async () => {
    const { here, there, source, later } = await both();
    const other = await folder(here, 'other');
    assert.equal(await folder(there, 'other'), other);
    await there.library.ingest(other, [report()]);
    later();
    await here.library.ingest(source, [report(undefined, '2026-01-14')]);
    await take(here, await linesOf(there.library));
    const times = here.database.prepare('SELECT sort_at FROM item UNION SELECT sort_at FROM listing').all();
    assert.equal(times.length, 1);
    assert.equal((await listed(here, other)).length, 1);
  });

  test('mute what was muted later there, and list it again where that was undone later', async () => {
    const { here, there, source, id, later } = await both();
    const { id: rule } = await there.library.addRule({ query: 'harbour', action: { kind: 'mute' } });
    later();
    await there.library.applyRule(rule);
    assert.equal((await take(here, await linesOf(there.library))).updated, 1);
    assert.deepEqual([await listed(here, source), here.library.countMuted()], [[], 1]);
    const counts = async () => (await here.library.sources()).map(({ total, unread }) => [total, unread]);
    assert.deepEqual(await counts(), [[0, 0]]);
    const before = await linesOf(there.library);
    later();
    await here.library.unmute(undefined);
    await take(here, before);
    assert.deepEqual(await listed(here, source), [id]);
    // Muted here later than anything there: an older export does not list it.
    later();
    await here.library.applyRule((await here.library.rules())[0]?.id ?? rule);
    await take(
      here,
      (await linesOf(there.library)).map((line) => line.replace('"muted":1', '"muted":null')),
    );
    assert.deepEqual(await listed(here, source), []);
    later();
    await there.library.unmute(undefined);
    await take(here, await linesOf(there.library));
    assert.deepEqual([await listed(here, source), await counts()], [[id], [[1, 0]]]);
  });

  test('keep a revision of which only the headline is new, and are unchanged afterwards', async () => {
    const { here, there, source, id, later } = await both();
    later();
    await there.library.ingest(source, [report('The harbour has reopened at last')]);
    const lines = await linesOf(there.library);
    assert.equal((await take(here, lines)).updated, 1);
    assert.equal((await take(here, lines)).updated, 0);
    assert.deepEqual(
      (await here.library.revisions(id)).map(({ headline }) => headline),
      ['The harbour has reopened at last', 'The harbour has reopened today'],
    );
  });

  test('bring what was written to a clipping later', async () => {
    const { here, there, id, later } = await both();
    const { id: clipping } = await here.library.addClipping({
      itemId: id,
      passage: [0, 5],
      comment: '',
      tags: [],
    });
    const before = await linesOf(here.library);
    await take(there, before);
    later();
    await here.library.changeClipping(clipping, { comment: 'For the piece', tags: ['sea'] });
    const after = await linesOf(here.library);
    for (const lines of [after, before, after]) await take(there, lines);
    const [arrived, ...others] = await there.library.clippings(id, 9);
    assert.deepEqual([arrived?.comment, arrived?.tags, others], ['For the piece', ['sea'], []]);
    assert.equal((await take(there, after)).updated, 0);
  });

  test('list what was kept there from a source that is followed here', async () => {
    const { there, source, id } = await both();
    await there.library.setStatus([id], { starred: true });
    await there.library.removeSource(source);
    const here = libraryInMemory();
    const followed = await folder(here);
    const lines = await linesOf(there.library);
    assert.equal((await take(here, lines)).added, 1);
    assert.equal((await listed(here, followed)).length, 1);
    assert.deepEqual(
      (await here.library.sources()).map(({ total, unread }) => [total, unread]),
      [[1, 1]],
    );
    assert.equal((await take(here, lines)).updated, 0);
    // Where it is not followed, it stays kept and unlisted.
    const other = libraryInMemory();
    await take(other, lines);
    assert.deepEqual(other.database.prepare('SELECT * FROM listing').all(), []);
  });

  test('take no numbers after which there are none', async () => {
    const { there, source } = await both();
    const lines = (await linesOf(there.library)).map((line) =>
      line.replace(/^(\{"type":"(?:item|source|search|rule)","id":)\d+/, `$1${Number.MAX_SAFE_INTEGER}`),
    );
    const here = libraryInMemory();
    assert.equal((await take(here, lines)).added, 1);
    await here.library.ingest(source, [textFile('b.md', '# Another Report From the Harbour\n\nText.')]);
    await folder(here, 'other');
    assert.deepEqual(await listed(here, source), [2, 1]);
    assert.deepEqual((await here.library.sources()).map((each) => each.id).sort(), [1, 2]);
  });

  for (const [title, from, to, isRefused] of [
    ['a flag', '"read":0', '"read":2', true],
    ['another flag', '"muted":null', '"muted":7', true],
    ['a time', /"sort_at":\d+/, '"sort_at":8640000000000001', true],
    ['a feed', '"kind":"folder","uri":"file:', '"kind":"feed","uri":"file:', true],
    ['a citation key', '"citation_key":null', '"citation_key":"Some Key"', false],
  ] as const) {
    test(`take no ${title} that cannot be`, async () => {
      const { there } = await both();
      const lines = (await linesOf(there.library)).map((line) => line.replace(from, to));
      assert.ok(lines.some((line) => line.includes(to)));
      const made = libraryInMemory();
      if (isRefused) await assert.rejects(take(made, lines), /Line \d+ of a.jsonl is damaged/);
      else assert.equal((await take(made, lines)).added, 1);
      const keys = made.database.prepare('SELECT 1 FROM item WHERE citation_key IS NOT NULL').all();
      assert.deepEqual(keys, []);
    });
  }
});
