import assert from 'node:assert/strict';
import type { SearchAnswer } from '../../src/core/model/search.ts';
import type { SourceId } from '../../src/core/model/ids.ts';
import type { LibraryCalls } from '../../src/library/createLibrary.ts';
import { libraryInMemory, textFile } from './inMemory.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 0, 15);

/** A Markdown file with its facts: `[headline, body, facts]`. */
type Article = readonly [headline: string, body: string, facts?: Readonly<Record<string, string>>];

const ARTICLES: readonly Article[] = [
  [
    'Harbour reopens after storm',
    'The ferries were running again. Elections for the harbour board are due in May.',
    { author: 'Ada Byron', lang: 'en' },
  ],
  [
    'Board elected in Port Ellery',
    'One election, two candidates and a very short night.',
    { lang: 'en', date: '2024-03-01' },
  ],
  ['Wahl im Hafen', 'Die Wahlen im Hafen sind vorbei und das Ergebnis steht fest.', { lang: 'de' }],
  ['Élections au port', 'Les élections présidentielles sont terminées.', { lang: 'fr' }],
  [
    'Kazakhstan stays neutral',
    'A neutral stance, again and again.',
    { lang: 'en', source: 'The Ellery Gazette' },
  ],
  ['北京市长访问东京', '北京市长星期三在东京说，会谈很顺利。', { lang: 'zh' }],
  ['Interest rates rise', 'The interest rate rose. Rates of interest are high.', { lang: 'en' }],
  ['Выборы в Москве', 'В Москве прошли выборы, и все ждут итогов.', { lang: 'ru' }],
];

suite('Search', () => {
  let library: LibraryCalls;
  let source: SourceId;

  suiteSetup(async () => {
    library = libraryInMemory(() => NOW).library;
    source = (await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'Morning folder' })).id;
    await library.ingest(
      source,
      ARTICLES.map(([headline, body, facts = {}], index) => {
        const lines = Object.entries({ title: headline, ...facts }).map(([key, value]) => `${key}: ${value}`);
        return textFile(`${index}.md`, `---\n${lines.join('\n')}\n---\n\n${body}\n`, NOW - index * DAY);
      }),
    );
  });

  const ask = async (query: string, typing = false): Promise<SearchAnswer> =>
    library.search({ query, limit: 20, typing, passageLength: 80 });
  const check = async (query: string, expected: readonly string[], typing = false): Promise<void> => {
    const found = (await ask(query, typing)).hits.map((hit) => hit.item.headline);
    assert.deepEqual([...found].sort(), [...expected].sort());
  };

  test('finds words by their stems in the language of the item', async () => {
    await check('election', [
      'Harbour reopens after storm',
      'Board elected in Port Ellery',
      'Élections au port',
    ]);
    await check('wahl', ['Wahl im Hafen']);
    await check('presidentielle', ['Élections au port']);
    await check('выборов', ['Выборы в Москве']);
  });

  test('finds what is being typed, also longer than its stem', async () => {
    await check('runn', ['Harbour reopens after storm'], true);
    await check('runnin', ['Harbour reopens after storm'], true);
    await check('runnin', []);
  });

  test('finds any part of a run without spaces', async () => {
    await check('東京', []);
    await check('东京', ['北京市长访问东京']);
    await check('市长', ['北京市长访问东京']);
    await check('京市', ['北京市长访问东京']);
  });

  test('takes quoted words as they stand', async () => {
    await check('"interest rate"', ['Interest rates rise']);
    await check('"rate of interest"', []);
    await check('"elections"', ['Harbour reopens after storm', 'Élections au port']);
  });

  test('understands alternatives, exclusions, fields and filters', async () => {
    await check('title:harbour', ['Harbour reopens after storm']);
    await check('by:byron', ['Harbour reopens after storm']);
    await check('election -storm', ['Board elected in Port Ellery', 'Élections au port']);
    await check('wahl OR neutral', ['Wahl im Hafen', 'Kazakhstan stays neutral']);
    await check('source:gazette', ['Kazakhstan stays neutral']);
    await check('source:"morning fold" lang:de', ['Wahl im Hafen']);
    await check('election before:2025', ['Board elected in Port Ellery']);
    await check('lang:en after:2d', ['Harbour reopens after storm']);
    await check('(lang:de OR title:harbour) -lang:fr', ['Wahl im Hafen', 'Harbour reopens after storm']);
  });

  test('takes a date without a time for that day, wherever the person is', async () => {
    const zone = process.env['TZ'];
    try {
      for (const [place, now] of [
        ['America/New_York', Date.UTC(2026, 2, 8, 23)],
        ['Asia/Tokyo', Date.UTC(2026, 2, 8, 3)],
        ['UTC', Date.UTC(2026, 2, 8, 12)],
      ] as const) {
        process.env['TZ'] = place;
        const there = libraryInMemory(() => now).library;
        const source = await there.addSource({ kind: 'folder', uri: 'file:///days', title: 'Days' });
        await there.ingest(
          source.id,
          ['06', '07', '08'].map((day) =>
            textFile(`${day}.md`, `---\ntitle: Day ${day}\ndate: 2026-03-${day}\n---\nText.`),
          ),
        );
        const days = async (query: string): Promise<readonly string[]> =>
          (await there.search({ query, limit: 9, typing: false, passageLength: 9 })).hits
            .map(({ item }) => item.headline)
            .sort();
        assert.deepEqual(await days('after:today'), ['Day 08'], place);
        assert.deepEqual(await days('after:yesterday'), ['Day 07', 'Day 08'], place);
        assert.deepEqual(await days('text after:yesterday before:today'), ['Day 07'], place);
        assert.deepEqual(await days('-after:yesterday OR is:starred'), ['Day 06'], place);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('knows what was read, starred, cited and quoted', async () => {
    const id = async (query: string): Promise<number> => (await ask(query)).hits[0]?.item.id ?? 0;
    const [neutral, wahl] = [await id('neutral'), await id('wahl')];
    await library.setStatus([neutral as never], { starred: true, read: true });
    await library.markCited(wahl as never, 'quoted');
    await check('is:starred', ['Kazakhstan stays neutral']);
    await check('is:quoted', ['Wahl im Hafen']);
    await check('neutral is:unread', []);
    assert.equal((await ask('is:unread')).hits.length, ARTICLES.length - 1);
    await check('is:headline', []);
  });

  test('answers a sentence by the best match', async () => {
    const answer = await ask('when were the ferries running again after the winter storm');
    assert.equal(answer.matched, 'some');
    assert.equal(answer.hits[0]?.item.headline, 'Harbour reopens after storm');
    assert.equal((await ask('ferries storm zeppelin')).matched, 'some');
  });

  test('offers another spelling and never searches it unasked', async () => {
    const answer = await ask('Kazakstan');
    assert.deepEqual([answer.hits.length, answer.suggestion], [0, 'kazakhstan']);
    assert.equal((await ask('Kazakstan stance')).suggestion, 'kazakhstan stance');
    assert.equal((await ask('neutral')).suggestion, undefined);
    assert.equal((await ask('xqzvw')).suggestion, undefined);
  });

  test('says which part it searched as words', async () => {
    assert.deepEqual((await ask('is:nothing neutral')).misread, ['is:nothing']);
  });

  test('shows the passage with the words marked', async () => {
    const [hit] = (await ask('running')).hits;
    const { text, marks } = hit?.passage ?? { text: '', marks: [] };
    assert.deepEqual(
      marks.map(([start, end]) => text.slice(start, end)),
      ['running'],
    );
    assert.match(
      (await ask('elected')).hits.find((found) => found.item.language === 'en')?.passage?.text ?? '',
      /elect/i,
    );
  });

  test('puts a headline before a passing mention', async () => {
    assert.equal((await ask('harbour')).hits[0]?.item.headline, 'Harbour reopens after storm');
  });

  test('gives what is most like an item', async () => {
    const [harbour] = (await ask('title:harbour')).hits;
    assert.ok(harbour);
    const alike = (await library.similar(harbour.item.id, 3)).hits.map((hit) => hit.item.headline);
    assert.equal(alike[0], 'Board elected in Port Ellery');
    assert.ok(!alike.includes(harbour.item.headline));
  });

  test('keeps searches with the number of unread items that they find', async () => {
    await library.saveSearch('election');
    await library.saveSearch('election');
    await library.saveSearch('is:starred');
    const kept = await library.savedSearches();
    assert.deepEqual(
      kept.map(({ query, unread }) => [query, unread]),
      [
        ['election', 3],
        ['is:starred', 0],
      ],
    );
    for (const { id } of kept) await library.removeSavedSearch(id);
    assert.deepEqual(await library.savedSearches(), []);
  });

  test('never fails, whatever is typed', async () => {
    for (const query of [
      '"',
      '(',
      ')',
      '-',
      'OR',
      'a OR OR b',
      '-(',
      'NEAR(a b)',
      'a*b^c',
      'title:',
      '":"',
      '\u0000',
      '💥',
      'is:',
      '((((((',
    ]) {
      assert.ok(Array.isArray((await ask(query, true)).hits), query);
    }
  });
});
