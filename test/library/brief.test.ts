import assert from 'node:assert/strict';
import type { SourceId } from '../../src/core/model/ids.ts';
import type { LibraryCalls } from '../../src/library/createLibrary.ts';
import { libraryInMemory, textFile, type TestLibrary } from './inMemory.ts';

const HOUR = 3_600_000;
const MORNING = Date.UTC(2026, 0, 15, 8);

const STRIKE = `The strike that had kept the fleet in port for nine days ended on Monday night, after the ministry had promised to look at the price of diesel again.

The crews went back on board before dawn, and the first boats left the harbour with the tide at seven in the morning, as people on the quay clapped and rang bells.`;

suite('The morning brief', () => {
  let now = MORNING;
  setup(() => (now = MORNING));
  const made = (): TestLibrary => libraryInMemory(() => now);
  const folder = async (library: LibraryCalls, name: string): Promise<SourceId> =>
    (await library.addSource({ kind: 'folder', uri: `file:///${name}`, title: name })).id;
  const article = (title: string, hour: number, body = `${title} happened.`): string =>
    `---\ntitle: ${title}\ndate: 2026-01-15T0${hour}:00:00Z\n---\n\n${body}\n`;
  const add = async (library: LibraryCalls, source: SourceId, title: string, hour: number, body?: string) => {
    await library.ingest(source, [textFile(`${title}.md`, article(title, hour, body))]);
  };

  test('is of what arrived since the last one and is unread', async () => {
    const { library } = made();
    const wire = await folder(library, 'Wire');
    await add(library, wire, 'Bread Gets Dearer in the Islands', 6);
    const first = await library.brief(undefined);
    assert.equal(first.seenAt, undefined);
    assert.equal(first.since, MORNING - 24 * HOUR);
    assert.equal(first.ids.length, 1);
    await library.markBriefSeen(first.until);
    assert.equal((await library.brief(undefined)).ids.length, 0);

    now += HOUR;
    await add(library, wire, 'Museum Finds Lost Letters in a Wall', 7);
    await add(library, wire, 'Council Delays Vote on Harbour Fees', 8);
    const second = await library.brief(undefined);
    assert.equal(second.since, MORNING);
    assert.deepEqual(
      second.sources.map(({ title, ids, headlines }) => [
        title,
        ids.length,
        headlines.map(({ headline }) => headline),
      ]),
      [['Wire', 2, ['Council Delays Vote on Harbour Fees', 'Museum Finds Lost Letters in a Wall']]],
    );
    assert.deepEqual(await library.countNew(undefined, 100), { count: 2, since: MORNING });
    assert.equal((await library.countNew(undefined, 1)).count, 1);
    await library.setStatus(second.ids.slice(0, 1), { read: true });
    assert.equal((await library.countNew(undefined, 100)).count, 1);
    assert.equal((await library.brief(undefined)).ids.length, 1);
    assert.equal((await library.brief(MORNING - HOUR)).ids.length, 2);
  });

  test('never goes back to an earlier end', async () => {
    const { library } = made();
    await library.markBriefSeen(MORNING);
    await library.markBriefSeen(MORNING - HOUR);
    assert.equal((await library.brief(undefined)).since, MORNING);
  });

  test('begins with the story that most sources tell, which is said once', async () => {
    const { library } = made();
    const [wire, herald, gazette] = [
      await folder(library, 'Wire'),
      await folder(library, 'Herald'),
      await folder(library, 'Gazette'),
    ];
    now -= 20 * HOUR;
    await add(library, wire, 'Fishermen Call Off Strike After Talks', 1, STRIKE);
    await library.markBriefSeen(now);
    now = MORNING;
    await add(library, herald, 'Strike of the Fishermen Is Over', 6, `${STRIKE} It rained.`);
    await add(library, gazette, 'Fleet Leaves Harbour Again at Dawn', 7, `${STRIKE} Nobody spoke.`);
    await add(library, gazette, 'Museum Finds Lost Letters in a Wall', 7);
    while (await library.groupStories());
    const { stories, sources, ids } = await library.brief(undefined);
    assert.equal(ids.length, 3);
    const [story, ...others] = stories;
    assert.deepEqual(others, []);
    assert.deepEqual(
      story?.headlines.map(({ headline }) => headline),
      [
        'Fleet Leaves Harbour Again at Dawn',
        'Strike of the Fishermen Is Over',
        'Fishermen Call Off Strike After Talks',
      ],
    );
    assert.deepEqual(story.publishers, ['Wire', 'Herald', 'Gazette']);
    assert.deepEqual(
      story.reports.map(({ isNew }) => isNew),
      [false, true, true],
    );
    assert.deepEqual(
      sources.map(({ title, ids: all, headlines }) => [title, all.length, headlines.length]),
      [
        ['Gazette', 2, 1],
        ['Herald', 1, 0],
      ],
    );
  });

  test('leaves out what a rule mutes and what left its source', async () => {
    const { library } = made();
    const wire = await folder(library, 'Wire');
    await library.addRule({ query: 'title:horoscope', action: { kind: 'mute' } });
    await add(library, wire, 'Horoscope for the Coming Week', 6);
    await add(library, wire, 'Museum Finds Lost Letters in a Wall', 7);
    const { ids } = await library.brief(undefined);
    assert.equal(ids.length, 1);
    await library.setStatus(ids, { starred: true });
    await library.removeSource(wire);
    const gone = await library.brief(undefined);
    assert.deepEqual([gone.ids, gone.sources, gone.hasSources], [[], [], false]);
    assert.equal((await library.countNew(undefined, 100)).count, 0);
  });

  test('counts what saved searches find among the new', async () => {
    const { library } = made();
    const wire = await folder(library, 'Wire');
    for (const query of ['harbour', 'harbour is:article', 'title:museum -letters', 'is:starred'])
      await library.saveSearch(query);
    await add(library, wire, 'Council Delays Vote on Harbour Fees', 6);
    await library.markBriefSeen(now);
    now += HOUR;
    await add(library, wire, 'Harbour Master Retires After Forty Years', 7);
    await add(library, wire, 'Museum Finds Lost Letters in a Wall', 7);
    assert.deepEqual((await library.brief(undefined)).searches, [
      { query: 'harbour', found: 1 },
      { query: 'harbour is:article', found: 1 },
      { query: 'title:museum -letters', found: 0 },
      { query: 'is:starred', found: 0 },
    ]);
  });
});

suite('The item at an address', () => {
  test('is found however the address is written', async () => {
    const { library } = libraryInMemory();
    const { id } = await library.addSource({ kind: 'folder', uri: 'file:///a', title: 'A' });
    const url = 'https://www.example.org/strike?utm_source=feed';
    await library.ingest(id, [textFile('a.md', `---\ntitle: Strike Ends\nurl: ${url}\n---\n\nIt ended.\n`)]);
    const [item] = (await library.headlines({ sourceId: id, after: undefined, limit: 1 })).headlines;
    assert.ok(item);
    const check = async (address: string, expected: number | undefined): Promise<void> =>
      assert.equal(await library.itemAt(address), expected, address);
    await check(url, item.id);
    await check('http://example.org/strike/', item.id);
    await check('https://example.org/other', undefined);
    await check('https://example.org/', undefined);
    await check('no address', undefined);
  });
});
