import assert from 'node:assert/strict';
import type { SourceId } from '../../src/core/model/ids.ts';
import type { Headline } from '../../src/core/model/item.ts';
import type { LibraryCalls } from '../../src/library/createLibrary.ts';
import { libraryInMemory, textFile } from './inMemory.ts';

const BODY = `The strike that had kept the fleet in port for nine days ended on Monday night, after the ministry had promised to look at the price of diesel again.

The crews went back on board before dawn, and the first boats left the harbour with the tide at seven in the morning.`;

const OTHER = `A court in the capital has thrown out the complaint of three shipping companies against the new tariff, which it called a matter for parliament and not for judges.`;

interface Facts {
  readonly title?: string;
  readonly date?: string;
  readonly outlet?: string;
  readonly url?: string;
}

function article(facts: Facts, body = BODY): string {
  const { title = 'Fishermen Call Off Strike After Talks', date, outlet, url } = facts;
  return [
    '---',
    `title: ${title}`,
    ...(date === undefined ? [] : [`date: ${date}`]),
    ...(outlet === undefined ? [] : [`source: ${outlet}`]),
    ...(url === undefined ? [] : [`url: ${url}`]),
    '---',
    '',
    body,
    '',
  ].join('\n');
}

suite('Duplicates', () => {
  const folder = async (library: LibraryCalls, name: string): Promise<SourceId> =>
    (await library.addSource({ kind: 'folder', uri: `file:///${name}`, title: name })).id;
  const listed = async (library: LibraryCalls, sourceId: SourceId): Promise<readonly Headline[]> =>
    (await library.headlines({ sourceId, after: undefined, limit: 100 })).headlines;

  /** Takes two files into two folders, or the same one, and gives how many items there are afterwards. */
  const check = (title: string, one: string, other: string, expected: 1 | 2, sameSource = false): void => {
    test(title, async () => {
      const { library } = libraryInMemory();
      const first = await folder(library, 'first');
      const second = sameSource ? first : await folder(library, 'second');
      await library.ingest(first, [textFile('one.md', one)]);
      await library.ingest(second, [textFile('two.md', other)]);
      const ids = [...(await listed(library, first)), ...(await listed(library, second))].map(({ id }) => id);
      assert.equal(new Set(ids).size, expected);
      if (!sameSource) assert.equal(ids.length, 2);
    });
  };
  const url = 'https://www.example.org/strike?utm_source=feed';
  const sameUrl = 'http://example.org/strike/';

  check('one address in two sources is one item', article({ url }), article({ url: sameUrl }), 1);
  check(
    'one address with an edited headline is one item',
    article({ url }),
    article({ url: sameUrl, title: 'Strike of the Fishermen Is Over' }),
    1,
  );
  check(
    'one address with two headlines in one source is two, as on a live page',
    article({ url }),
    article({ url, title: 'Strike of the Fishermen Is Over' }),
    2,
    true,
  );
  check(
    'one address with texts that have nothing in common is two',
    article({ url }),
    article({ url: sameUrl }, OTHER),
    2,
  );
  check(
    'the address of a front page says nothing',
    article({ url: 'https://example.org/', title: 'Strike Ends' }),
    article({ url: 'https://example.org/', title: 'Strike Ends at Last' }),
    2,
  );
  const day = { date: '2026-01-12', outlet: 'The Gazette' };
  check('one headline, day and outlet is one item', article(day), article(day), 1);
  check(
    'one headline and outlet on two days is two',
    article(day),
    article({ ...day, date: '2026-01-13' }),
    2,
  );
  check(
    'one headline and day in two outlets is two',
    article(day),
    article({ ...day, outlet: 'The Post' }),
    2,
  );
  check(
    'one headline and day in one source is one item',
    article({ date: day.date }),
    article({ date: day.date }),
    1,
    true,
  );
  check('one headline, day and outlet with another text is two', article(day), article(day, OTHER), 2);
  check(
    'a short headline recurs',
    article({ ...day, title: 'Letters' }),
    article({ ...day, title: 'Letters' }),
    2,
  );

  test('a headline without a body that recurs in one source is other news at each address', async () => {
    const { library } = libraryInMemory();
    const first = await folder(library, 'first');
    const bare = (day: number): string =>
      article({ title: 'What to Know This Morning', url: `https://example.org/${day}` }, '');
    await library.ingest(first, [textFile('10.md', bare(10)), textFile('11.md', bare(11))]);
    const again = await library.ingest(first, [textFile('12.md', bare(12)), textFile('11.md', bare(11))]);
    assert.deepEqual([again.added, again.unchanged], [1, 1]);
    assert.equal(new Set((await listed(library, first)).map((item) => item.url)).size, 3);
    // An article at yet another address is none of them.
    const told = { title: 'What to Know This Morning', url: 'https://example.org/13' };
    assert.equal((await library.ingest(first, [textFile('13.md', article(told))])).added, 1);
  });

  test('a duplicate that says more brings a new revision, and neither source overwrites the other afterwards', async () => {
    const { library, database } = libraryInMemory();
    const [first, second] = [await folder(library, 'first'), await folder(library, 'second')];
    const [one, other] = [article({ url }), article({ url: sameUrl }, `${BODY}\n\nPrices fell at once.`)];
    await library.ingest(first, [textFile('one.md', one)]);
    const report = await library.ingest(second, [textFile('two.md', other)]);
    assert.deepEqual([report.added, report.updated], [0, 1]);
    for (const round of ['again', 'and again']) {
      const counts = [
        await library.ingest(first, [textFile('one.md', one)]),
        await library.ingest(second, [textFile('two.md', other)]),
      ].map(({ added, updated }) => added + updated);
      assert.deepEqual(counts, [0, 0], round);
    }
    const [item] = await listed(library, first);
    assert.ok(item);
    const read = await library.read(item.id);
    assert.deepEqual([read?.revision, read?.text.includes('Prices fell')], [2, true]);
    assert.equal(database.prepare('SELECT count(*) AS n FROM revision').get()?.['n'], 2);
  });

  test('an edit under either name of a duplicate is kept', async () => {
    const { library } = libraryInMemory();
    const [first, second] = [await folder(library, 'first'), await folder(library, 'second')];
    await library.ingest(first, [textFile('one.md', article({ url }))]);
    await library.ingest(second, [textFile('two.md', article({ url: sameUrl }))]);
    const [item] = await listed(library, second);
    assert.ok(item);
    const edit = async (source: SourceId, path: string, word: string): Promise<unknown> => {
      await library.ingest(source, [textFile(path, article({ url }, BODY.replace('nine', word)))]);
      return (await library.read(item.id))?.text.includes(`${word} days`);
    };
    assert.equal(await edit(second, 'two.md', 'eleven'), true);
    assert.equal(await edit(first, 'one.md', 'twelve'), true);
    assert.equal(await edit(second, 'two.md', 'thirteen'), true);
    assert.equal((await library.read(item.id))?.revision, 4);
  });

  test('an extract does not take the place of the whole', async () => {
    const { library } = libraryInMemory();
    const [first, second] = [await folder(library, 'first'), await folder(library, 'second')];
    await library.ingest(first, [textFile('one.md', article({ url }))]);
    const extract = `${BODY.slice(0, 90)}…`;
    const report = await library.ingest(second, [textFile('two.md', article({ url: sameUrl }, extract))]);
    assert.deepEqual([report.added, report.updated], [1, 0]);
    const [item] = await listed(library, second);
    assert.equal((await library.read(item?.id ?? (0 as never)))?.revision, 1);
  });
});

suite('Stories', () => {
  test('copies in other words are grouped and stay items of their own', async () => {
    const { library } = libraryInMemory();
    const source = (await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'news' })).id;
    const copy = BODY.replace('nine days', 'more than a week').replace('before dawn', 'at once');
    await library.ingest(source, [
      textFile('one.md', article({ title: 'Strike Over', date: '2026-01-12' })),
      textFile('two.md', article({ title: 'Fleet Sails Again', date: '2026-01-13' }, copy)),
      textFile(
        'three.md',
        article({ title: 'Court Throws Out Tariff Case', date: '2026-01-12' }, OTHER.repeat(2)),
      ),
      textFile('four.md', article({ title: 'A Year Ago in the Harbour', date: '2025-01-12' })),
      textFile('five.md', article({ title: 'Short', date: '2026-01-12' }, 'The strike is over.')),
    ]);
    while (await library.groupStories());
    const { headlines } = await library.headlines({ sourceId: source, after: undefined, limit: 100 });
    assert.equal(headlines.length, 5);
    const stories = await Promise.all(
      headlines.map(async ({ id, headline }) => [
        headline,
        (await library.sameStory(id)).map((other) => other.headline),
      ]),
    );
    assert.deepEqual(Object.fromEntries(stories), {
      'Strike Over': ['Fleet Sails Again'],
      'Fleet Sails Again': ['Strike Over'],
      'Court Throws Out Tariff Case': [],
      'A Year Ago in the Harbour': [],
      Short: [],
    });
  });

  test('are found among many in small steps', async () => {
    const { library } = libraryInMemory();
    const source = (await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'news' })).id;
    const text = (seed: number): string =>
      Array.from({ length: 60 }, (_, index) => `word${(seed * 7919 + index * index * 31) % 2000}`).join(' ');
    await library.ingest(
      source,
      Array.from({ length: 120 }, (_, index) =>
        textFile(`${index}.md`, article({ title: `Report ${index}`, date: '2026-01-12' }, text(index % 60))),
      ),
    );
    let steps = 1;
    while (await library.groupStories()) steps++;
    assert.ok(steps > 1);
    const { headlines } = await library.headlines({ sourceId: source, after: undefined, limit: 200 });
    for (const { id, headline } of headlines) {
      const number = Number(headline.slice('Report '.length));
      const others = (await library.sameStory(id)).map((other) => other.headline);
      assert.deepEqual(others, [`Report ${(number + 60) % 120}`]);
    }
  });
});
