import assert from 'node:assert/strict';
import type { LibraryCalls } from '../../src/library/createLibrary.ts';
import type { SearchAnswer } from '../../src/core/model/search.ts';
import { libraryInMemory, textFile } from './inMemory.ts';

const NOW = Date.UTC(2026, 0, 15);

type Article = readonly [headline: string, body: string, date?: string];

async function libraryOf(articles: readonly Article[]): Promise<LibraryCalls> {
  const { library } = libraryInMemory(() => NOW);
  const { id } = await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'News' });
  await library.ingest(
    id,
    articles.map(([headline, body, date = '2026-01-01'], index) =>
      textFile(`${index}.md`, `---\ntitle: ${headline}\nlang: en\ndate: ${date}\n---\n\n${body}\n`, NOW),
    ),
  );
  return library;
}

const headlines = ({ hits }: SearchAnswer): readonly string[] => hits.map(({ item }) => item.headline);

suite('Search answers', () => {
  let library: LibraryCalls;

  suiteSetup(async () => {
    library = await libraryOf([
      ['Rates', 'The interest rates rose.'],
      ['Rate', 'The interest rate rose.'],
      ['Tolls', 'New tolls for the bridge.'],
      ['Strike', 'harbour pier quay ferry boat ship sailor captain strike wages'],
      ['Calm', 'harbour pier quay ferry boat ship sailor captain calm wages', '2025-01-01'],
      ['Pier', 'A pier was sold.', '2024-01-01'],
    ]);
  });

  const ask = async (query: string): Promise<SearchAnswer> =>
    library.search({ query, limit: 20, typing: false, passageLength: 0 });
  const finds = async (query: string, expected: readonly string[]): Promise<void> => {
    assert.deepEqual([...headlines(await ask(query))].sort(), [...expected].sort(), query);
  };

  test('put what has some of the words beneath what has all, and say so', async () => {
    const answer = await ask('pier calm');
    assert.deepEqual([answer.complete, answer.matched], [1, 'some']);
    assert.equal(headlines(answer)[0], 'Calm');
    assert.deepEqual([...headlines(answer)].sort(), ['Calm', 'Pier', 'Strike']);
    await finds('pier calm after:2025-06', ['Strike']);
  });

  test('wait with what has some of the words until who types has paused', async () => {
    const typed = { query: 'pier calm', limit: 20, typing: true, passageLength: 40 };
    assert.deepEqual(headlines(await library.search(typed)), ['Calm']);
    assert.deepEqual(
      headlines(await library.search({ ...typed, rested: true })),
      headlines(await ask('pier calm')),
    );
    const none = await library.search({ ...typed, query: 'pier xylophone' });
    assert.deepEqual([none.complete, none.matched], [0, 'some']);
  });

  test('loosen no phrase, field or alternative', async () => {
    await finds('"pier" bridge', []);
    await finds('title:pier bridge', []);
    await finds('bridge (pier OR calm)', []);
  });

  test('have nothing that must not occur, however long the query', async () => {
    await finds('harbour pier quay ferry boat ship sailor captain -strike', ['Calm', 'Pier']);
    await finds('zzz harbour pier -strike', ['Calm', 'Pier']);
    await finds('bridge OR zz1 OR zz2 OR zz3 OR zz4 OR zz5 OR zz6 OR zz7', ['Tolls']);
    await finds('who has seen the bridge and where has it been', ['Tolls']);
  });

  test('take exact phrases as they stand also in alternatives and exclusions', async () => {
    await finds('"interest rates" OR tolls', ['Rates', 'Tolls']);
    await finds('rose -"interest rates"', ['Rate']);
    await finds('-"interest rates" after:2025-06', ['Rate', 'Strike', 'Tolls']);
    await finds('(rose -"interest rates") OR is:read', ['Rate']);
  });

  test('find an exact phrase behind many that only share its stems', async () => {
    const many = Array.from({ length: 260 }, (_, index): Article => [`No ${index}`, 'Interest rates rose.']);
    const large = await libraryOf([['Old', 'The interest rate rose.', '2020-01-01'], ...many]);
    const request = { query: '"interest rate"', limit: 10, typing: false, passageLength: 0 };
    assert.deepEqual(headlines(await large.search(request)), ['Old']);
  });

  test('find an exact phrase as often as it stands among many that only share its stems', async () => {
    const many = Array.from({ length: 1150 }, (_, index): Article => [
      `No ${index}`,
      index < 20 ? 'Very much later interest rates rose.' : 'The interest rate rose.',
    ]);
    const large = await libraryOf(many);
    const request = { query: '"interest rates"', limit: 200, typing: false, passageLength: 0 };
    assert.equal((await large.search(request)).hits.length, 20);
    await large.saveSearch('"interest rates"');
    assert.equal((await large.savedSearches())[0]?.unread, 20);
  });

  test('to filters alone go from the newest to the oldest', async () => {
    for (const query of ['is:unread', 'source:news', 'after:2023', '-zzz']) {
      assert.deepEqual(headlines(await ask(query)).slice(-2), ['Calm', 'Pier'], query);
    }
  });

  test('are given to queries of very many words, also as saved searches', async () => {
    const words = (count: number): readonly string[] =>
      Array.from({ length: count }, (_, index) => `zz${index}`);
    const either = ['tolls', ...words(1100)].join(' OR ');
    const without = ['tolls', ...words(300)].join(' -');
    await finds(either, ['Tolls']);
    await finds(without, ['Tolls']);
    for (const query of [either, without]) await library.saveSearch(query);
    assert.deepEqual(
      (await library.savedSearches()).map(({ unread }) => unread),
      [1, 1],
    );
  });

  test('find what has the parts of a run without spaces', async () => {
    const chinese = await libraryOf([['台湾星期六举行选举', '选举的结果今天公布。']]);
    const request = { query: '台湾选举结果', limit: 10, typing: false, passageLength: 0 };
    const { hits, complete } = await chinese.search(request);
    assert.deepEqual([hits.length, complete], [1, 0]);
  });

  test('are none in an empty library, and for parentheses without an end the words in them', async () => {
    const empty = libraryInMemory().library;
    const request = { query: 'who has seen the bridge and when', limit: 10, typing: false, passageLength: 0 };
    assert.deepEqual((await empty.search(request)).hits, []);
    await finds(`${'('.repeat(20_000)}tolls`, ['Tolls']);
    assert.ok((await ask(`${'-('.repeat(20_000)}tolls`)).hits.length > 0);
  });
});
