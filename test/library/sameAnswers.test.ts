// Saved searches, rules and the brief say of a query what the search says of it.

import assert from 'node:assert/strict';
import type { SourceId } from '../../src/core/model/ids.ts';
import type { LibraryCalls } from '../../src/library/createLibrary.ts';
import { libraryInMemory, textFile, type TestLibrary } from './inMemory.ts';

const NOW = Date.UTC(2026, 0, 15);

/** Headline, body, and other facts as lines of front matter. */
type Article = readonly [headline: string, body: string, facts?: string];

const RATES: readonly Article[] = [
  ['Rates', 'The interest rates rose.'],
  ['Rate', 'The interest rate rose.'],
  ['Interest rates in the headline', 'Banks were shut.'],
  ['Byline', 'Nothing of that.', 'author: Interest Rates'],
  ['Tolls', 'New tolls for the bridge.'],
];

async function take(library: LibraryCalls, articles: readonly Article[]): Promise<SourceId> {
  const { id } = await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'News' });
  await library.ingest(
    id,
    articles.map(([headline, body, facts], index) =>
      textFile(
        `${index}-${headline}.md`,
        `---\ntitle: ${headline}\nlang: en\n${facts === undefined ? '' : `${facts}\n`}---\n\n${body}\n`,
        NOW - index,
      ),
    ),
  );
  return id;
}

const found = async (library: LibraryCalls, query: string): Promise<readonly string[]> => {
  const { hits, complete } = await library.search({ query, limit: 500, typing: false, passageLength: 0 });
  return hits
    .slice(0, complete)
    .map(({ item }) => item.headline)
    .sort();
};

/** Asks for a query in each of the ways in which the library answers one. */
async function check(
  articles: readonly Article[],
  query: string,
  expected: readonly string[],
): Promise<void> {
  const { library } = libraryInMemory(() => NOW);
  await library.saveSearch(query);
  await library.addRule({ query, action: { kind: 'tag', tag: 'arrived' } });
  await take(library, articles);
  const rule = await library.addRule({ query, action: { kind: 'tag', tag: 'here' } });
  const wanted = [...expected].sort();
  const shown = query.slice(0, 80);
  assert.deepEqual(await found(library, query), wanted, `search: ${shown}`);
  assert.deepEqual(await found(library, 'tag:arrived'), wanted, `rule for what arrives: ${shown}`);
  const [saved] = await library.savedSearches();
  assert.equal(saved?.unread, wanted.length, `saved search: ${shown}`);
  const { searches } = await library.brief(1);
  assert.equal(searches[0]?.found, wanted.length, `brief: ${shown}`);
  assert.equal(await library.applyRule(rule.id), wanted.length, `rule for what is here: ${shown}`);
  assert.deepEqual(await found(library, 'tag:here'), wanted, `tagged by it: ${shown}`);
}

suite('Search, counts, rules and the brief agree', () => {
  test('on exact phrases', async () => {
    const all = RATES.map(([headline]) => headline);
    const without = (...left: readonly string[]): readonly string[] =>
      all.filter((headline) => !left.includes(headline));
    const exact = ['Rates', 'Interest rates in the headline', 'Byline'];
    await check(RATES, '"interest rates"', exact);
    await check(RATES, '"interest rate"', ['Rate']);
    await check(RATES, '"rates"', exact);
    await check(RATES, 'title:"interest rates"', ['Interest rates in the headline']);
    await check(RATES, 'by:"interest rates"', ['Byline']);
    await check(RATES, 'rose -"interest rates"', ['Rate']);
    await check(RATES, '-"interest rates"', without(...exact));
    await check(RATES, '"interest rate" OR tolls', ['Rate', 'Tolls']);
    await check(RATES, '"interest rates" is:unread -title:headline', ['Rates', 'Byline']);
    await check(RATES, '"rates of interest"', []);
  });

  test('on very many words, exclusions and filters', async () => {
    const words = (count: number): readonly string[] =>
      Array.from({ length: count }, (_, index) => `zz${index}`);
    await check(RATES, ['tolls', ...words(350)].join(' -'), ['Tolls']);
    await check(RATES, `is:unread ${['tolls', ...words(350)].join(' -')}`, ['Tolls']);
    await check(RATES, `is:article -${words(350).join(' -')} -rose`, [
      'Interest rates in the headline',
      'Byline',
      'Tolls',
    ]);
    await check(RATES, ['is:read', 'tolls', ...words(350)].join(' OR '), ['Tolls']);
    await check(RATES, ['tolls', ...words(350).map((word) => `-"${word} here"`)].join(' '), ['Tolls']);
    await check(RATES, ['is:unread', 'tolls', ...words(350).map((word) => `-tag:${word}`)].join(' '), [
      'Tolls',
    ]);
    await check(RATES, [...words(350).map((word) => `source:${word}`), 'tolls'].join(' OR '), ['Tolls']);
    await check(RATES, `tolls -source:"${'a'.repeat(60_000)}"`, ['Tolls']);
    await check(RATES, `tolls -(lang:en${'-a'.repeat(60_000)})`, ['Tolls']);
  });

  test('on parts inside each other', async () => {
    const nested = (depth: number, around: (inner: string, at: number) => string): string =>
      Array.from({ length: depth }).reduce<string>((inner, _, at) => around(inner, at), 'tolls');
    const wide = Array.from({ length: 60 }, (_, index) => `-tag:t${index}`).join(' ');
    const shapes: readonly ((inner: string, at: number) => string)[] = [
      (inner, at) => (at % 2 === 0 ? `bridge (${inner})` : `zz${at} OR (${inner})`),
      (inner, at) => (at % 2 === 0 ? `is:unread (${inner})` : `zz${at} OR (${inner})`),
      (inner, at) => (at % 2 === 0 ? `${wide} (${inner})` : `is:read OR (${inner})`),
      (inner, at) => (at % 2 === 0 ? `bridge -(zz${at} OR (${inner}))` : `bridge -zz${at} -(${inner})`),
    ];
    for (const shape of shapes.slice(0, 3)) await check(RATES, nested(19, shape), ['Tolls']);
    const { library } = libraryInMemory(() => NOW);
    await take(library, RATES);
    for (const shape of shapes) await found(library, nested(200, shape));
  });

  test('on more items than are read at once', async () => {
    const many = Array.from({ length: 250 }, (_, index): Article => [
      `No ${index}`,
      index % 5 === 0 ? 'The interest rate rose.' : 'Interest rates rose.',
    ]);
    const expected = many.flatMap(([headline], index) => (index % 5 === 0 ? [] : [headline]));
    await check(many, '"interest rates"', expected);
  });

  test('and undo by a rule what it did', async () => {
    const { library } = libraryInMemory(() => NOW);
    const rule = await library.addRule({ query: '"interest rates"', action: { kind: 'mute' } });
    await take(library, RATES);
    assert.equal(await library.countMuted(), 3);
    assert.equal(await library.unmute(rule.id), 3);
    assert.equal(await library.countMuted(), 0);
  });
});

suite('Names in filters', () => {
  let library: LibraryCalls;

  suiteSetup(async () => {
    ({ library } = libraryInMemory(() => NOW));
    for (const title of ['L’ÉCHO  du Matin', 'Эхо Москвы', 'Αθηναϊκή Αυγή', '100 % News'])
      await library.addSource({ kind: 'folder', uri: `file:///${title}`, title });
    const sources = await library.sources();
    for (const { id, title } of sources) {
      const facts =
        title === '100 % News'
          ? 'tags: [Économie, ЭХО]\nauthor: Étienne Łukasz\nsource: LE MONDE Été'
          : 'tags: [autre]';
      await library.ingest(id, [
        textFile(`${title}.md`, `---\ntitle: In ${title}\n${facts}\n---\n\nWords of ${title}.\n`, NOW),
      ]);
    }
  });

  for (const [query, expected] of [
    ['source:echo', ['In L’ÉCHO  du Matin']],
    ['source:ÉCHO', ['In L’ÉCHO  du Matin']],
    ['source:"écho du matin"', ['In L’ÉCHO  du Matin']],
    ['source:эхо', ['In Эхо Москвы']],
    ['source:"МОСКВЫ"', ['In Эхо Москвы']],
    ['source:αυγη', ['In Αθηναϊκή Αυγή']],
    ['source:"le monde ete"', ['In 100 % News']],
    ['source:onde', ['In 100 % News']],
    ['source:"100 %"', ['In 100 % News']],
    ['source:"0%"', []],
    ['source:_', []],
    ['tag:economie', ['In 100 % News']],
    ['tag:ÉCONOMIE', ['In 100 % News']],
    ['tag:эхо', ['In 100 % News']],
    ['tag:econ', []],
    ['by:etienne', ['In 100 % News']],
    ['by:ÉTIENNE', ['In 100 % News']],
    ['by:"lukasz"', ['In 100 % News']],
    ['-source:echo -source:эхо -tag:autre', ['In 100 % News']],
  ] as const) {
    test(`are folded as words are: ${query}`, async () => {
      assert.deepEqual(
        (await found(library, query)).map((headline) => headline.replace(/\s+/g, ' ')),
        expected.map((headline) => headline.replace(/\s+/g, ' ')),
      );
    });
  }

  test('are folded in rules, also for a tag that a rule before gave', async () => {
    const made: TestLibrary = libraryInMemory(() => NOW);
    await made.library.addRule({ query: 'source:NÉWS', action: { kind: 'tag', tag: 'Été' } });
    await made.library.addRule({ query: 'tag:ete', action: { kind: 'star' } });
    await take(made.library, RATES);
    assert.equal((await found(made.library, 'is:starred')).length, RATES.length);
  });
});
