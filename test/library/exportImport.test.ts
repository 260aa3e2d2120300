import assert from 'node:assert/strict';
import type { ItemId, SourceId } from '../../src/core/model/ids.ts';
import type { ExportPlace, ImportCounts } from '../../src/core/model/transfer.ts';
import type { LibraryCalls } from '../../src/library/createLibrary.ts';
import type { Database, Row } from '../../src/library/store/database.ts';
import {
  IDENTITY_COLUMNS,
  ITEM_COLUMNS,
  LISTING_COLUMNS,
  REVISION_COLUMNS,
  SOURCE_COLUMNS,
} from '../../src/library/store/exportedColumns.ts';
import { libraryInMemory, textFile } from './inMemory.ts';

const PAGE = `The harbour of Port Ellery reopened on Tuesday after eleven days of repairs, and the first ferries left before dawn.
The harbour master said that the new breakwater would stand a storm of the kind that comes once in fifty years.


Council Delays Vote on Harbour Fees Until Spring
Fishermen Call Off Strike After Talks With Ministry
Museum Finds Lost Letters of Captain Ellery in a Wall
`;

const ARTICLE = `---
title: Fishermen Call Off Strike After Talks With Ministry
author: Ada Byron
date: 2026-01-12
url: https://example.org/strike
language: en
---
The strike that had kept the fleet in port for **nine days** ended on [Monday](https://example.org/monday) night.

\u{1f41f} 渔民 & «Ёлки»: "quoted" \\ backslash.
`;

suite('Export and import', () => {
  const folder = async (library: LibraryCalls, name: string): Promise<SourceId> =>
    (await library.addSource({ kind: 'folder', uri: `file:///${name}`, title: name })).id;

  const linesOf = async (library: LibraryCalls): Promise<string[]> => {
    const lines: string[] = [];
    let place: ExportPlace | undefined;
    do {
      const page = await library.exportPage(place);
      lines.push(...page.lines);
      place = page.end;
    } while (place !== undefined);
    return lines;
  };
  const importInto = async (
    library: LibraryCalls,
    lines: readonly string[],
    step = 7,
  ): Promise<ImportCounts> => {
    const total = { added: 0, updated: 0, unchanged: 0 };
    const [header = '', ...others] = lines;
    for (let first = 0; first < others.length; first += step) {
      const page = {
        name: 'a.jsonl',
        header,
        lines: others.slice(first, first + step),
        firstLine: first + 2,
      };
      const counts = await library.importPage(page);
      total.added += counts.added;
      total.updated += counts.updated;
      total.unchanged += counts.unchanged;
    }
    return total;
  };

  /** Everything but what is made anew: the index, the stories, and when feeds are fetched next. */
  const dump = (database: Database): Readonly<Record<string, readonly Row[]>> => {
    const all = (sql: string): readonly Row[] => database.prepare(sql).all();
    return {
      source: all('SELECT * FROM source ORDER BY id').map(({ fetch_state: _, ...row }) => row),
      item: all('SELECT * FROM item ORDER BY id').map(({ story: _, ...row }) => row),
      revision: all('SELECT * FROM revision ORDER BY item_id, ordinal').map(({ id: _, ...row }) => row),
      identity: all('SELECT * FROM identity ORDER BY source_id, guid'),
      former_key: all('SELECT * FROM former_key ORDER BY key'),
      listing: all('SELECT * FROM listing ORDER BY item_id, source_id'),
      file: all('SELECT * FROM file ORDER BY source_id, path'),
      tombstone: all('SELECT * FROM tombstone ORDER BY source_id, guid'),
      search: all('SELECT * FROM saved_search ORDER BY id'),
      rule: all('SELECT * FROM rule ORDER BY id'),
      clipping: all('SELECT * FROM clipping ORDER BY item_id, id').map(({ id: _, ...row }) => row),
      tag: all('SELECT * FROM tag ORDER BY item_id, name'),
    };
  };

  /** A library with everything in it that can be. */
  const full = async (): Promise<ReturnType<typeof libraryInMemory>> => {
    let now = Date.UTC(2026, 0, 15);
    const made = libraryInMemory(() => (now += 1000));
    const { library, database } = made;
    const [pages, articles, gone, short] = [
      await folder(library, 'pages'),
      await folder(library, 'articles'),
      await folder(library, 'gone'),
      await folder(library, 'short'),
    ];
    await library.ingest(pages, [textFile('page.txt', PAGE)]);
    await library.ingest(articles, [textFile('strike.md', ARTICLE)]);
    await library.ingest(articles, [textFile('strike.md', ARTICLE.replace('nine', 'eleven'))]);
    await library.ingest(pages, [textFile('copy.md', ARTICLE.replace('nine', 'ten'))]);
    await library.ingest(gone, [textFile('kept.md', '# One That Was Starred and Then Left Alone\n\nBody.')]);
    await library.ingest(short, [
      textFile('old.md', '# The Older of These Two Reports\n\nOne.', Date.UTC(2025, 0, 1)),
      textFile('new.md', '# The Newer of These Two Reports\n\nTwo.', Date.UTC(2025, 0, 2)),
    ]);
    const [first, second, third] = (
      await library.headlines({ sourceId: undefined, after: undefined, limit: 9 })
    ).headlines.map(({ id }) => id) as [ItemId, ItemId, ItemId];
    const [left] = (await library.headlines({ sourceId: gone, after: undefined, limit: 1 })).headlines;
    await library.setStatus([left?.id ?? first], { starred: true });
    await library.removeSource(gone);
    await library.setStatus([first, second], { read: true });
    await library.markCited(second, 'cited');
    await library.markCited(third, 'quoted');
    await library.setPosition(third, 12);
    await library.renameKey(await library.mintKey(second), 'strike');
    await library.addClipping({ itemId: third, passage: [0, 20], comment: 'For the piece', tags: ['sea'] });
    await library.saveSearch('strike is:unread');
    await library.addRule({ query: 'source:nowhere', action: { kind: 'tag', tag: 'far' } });
    await library.subscribe([
      {
        url: 'https://news.example/feed',
        title: 'Wire',
        homeUrl: 'https://news.example/',
        folder: ['World'],
      },
    ]);
    await library.setRetention(short, { days: undefined, newest: 1 });
    await library.applyRetention();
    database
      .prepare(
        `INSERT INTO tag (item_id, name, origin) VALUES (?1, 'harbour', 'rule'), (?1, 'été', 'source')`,
      )
      .run(first);
    return made;
  };

  test('give an identical library', async () => {
    const from = await full();
    const to = libraryInMemory();
    const lines = await linesOf(from.library);
    const counts = await importInto(to.library, lines);
    assert.equal(counts.added, from.database.prepare('SELECT count(*) AS n FROM item').get()?.['n']);
    const expected = dump(from.database);
    assert.ok(
      Object.entries(expected).every(([table, rows]) => rows.length > 0 || assert.fail(`no ${table}`)),
    );
    assert.deepEqual(dump(to.database), expected);
    for (const query of ['harbour', 'eleven', 'strike', 'byron', '渔民']) {
      const ask = async (library: LibraryCalls): Promise<unknown> =>
        await library.search({ query, limit: 20, typing: false, passageLength: 80 });
      assert.deepEqual(await ask(to.library), await ask(from.library), query);
    }
    const again = await linesOf(to.library);
    assert.deepEqual(again.slice(1), lines.slice(1));
  });

  test('know every column: a new one is exported or made anew', async () => {
    const { database } = libraryInMemory();
    const tables = database
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'`,
      )
      .all()
      .map(({ name }) => String(name));
    const exported = [
      'source',
      'item',
      'revision',
      'identity',
      'listing',
      'file',
      'former_key',
      'tombstone',
      'tag',
      'saved_search',
      'rule',
      'clipping',
    ];
    const madeAnew = ['story_pending', 'story_band', 'stem_language', 'unfinished', 'lease', 'brief_seen'];
    assert.deepEqual(tables.sort(), [...exported, ...madeAnew].sort());
    const columnsOf = (table: string): string[] =>
      database
        .prepare(`SELECT name FROM pragma_table_info('${table}')`)
        .all()
        .map(({ name }) => String(name));
    const check = (table: string, exported: object, others: readonly string[]): void =>
      assert.deepEqual(columnsOf(table).sort(), [...Object.keys(exported), ...others].sort(), table);
    // A feed that comes from another library is fetched afresh.
    check('source', SOURCE_COLUMNS, ['id', 'total', 'unread', 'fetch_state']);
    check('item', ITEM_COLUMNS, ['id', 'source_id', 'headline_key', 'url_key', 'story']);
    check('revision', REVISION_COLUMNS, ['id', 'item_id', 'word_count']);
    const { source: _, ...identity } = IDENTITY_COLUMNS;
    check('identity', identity, ['source_id', 'item_id']);
    const { source: __, ...listing } = LISTING_COLUMNS;
    check('listing', listing, ['source_id', 'item_id', 'read']);
    // Its names stand in two lists of the item, one for each origin.
    check('tag', {}, ['item_id', 'name', 'origin']);
    await Promise.resolve();
  });

  test('twice change nothing', async () => {
    const { library, database } = await full();
    const lines = await linesOf(library);
    const before = dump(database);
    const counts = await importInto(library, lines);
    assert.deepEqual([counts.added, counts.updated], [0, 0]);
    assert.deepEqual(dump(database), before);
  });

  test('merge two libraries: revisions of both, the newer status, and nothing twice', async () => {
    let now = Date.UTC(2026, 0, 15);
    const [here, there] = [libraryInMemory(() => now), libraryInMemory(() => now)];
    const at = (day: number): number => (now = Date.UTC(2026, 0, day));
    const other = await folder(here.library, 'others');
    await here.library.ingest(other, [
      textFile('other.md', '# Something Else Altogether This Time\n\nBody.'),
    ]);
    for (const { library } of [here, there]) {
      await library.ingest(await folder(library, 'news'), [
        textFile('strike.md', ARTICLE),
        textFile('page.txt', PAGE),
      ]);
    }
    const strike = async ({ library }: typeof here): Promise<ItemId> => {
      const { headlines } = await library.headlines({ sourceId: undefined, after: undefined, limit: 20 });
      return headlines.find(({ byline }) => byline === 'Ada Byron')?.id ?? (0 as ItemId);
    };
    at(16);
    await here.library.setStatus([await strike(here)], { starred: true });
    const news = (await here.library.sources()).find(({ title }) => title === 'news')?.id ?? other;
    await here.library.ingest(news, [textFile('strike.md', ARTICLE.replace('nine', 'eleven'))]);
    at(17);
    const newsThere = (await there.library.sources())[0]?.id ?? other;
    await there.library.setStatus([await strike(there)], { read: true });
    await there.library.markCited(await strike(there), 'cited');
    await here.library.renameKey(await here.library.mintKey(await strike(here)), 'here');
    await there.library.renameKey(await there.library.mintKey(await strike(there)), 'there');
    await there.library.ingest(newsThere, [textFile('strike.md', ARTICLE.replace('nine', 'twelve'))]);
    await there.library.ingest(newsThere, [
      textFile('new.md', '# One That Is Only in the Other Library\n\nBody.'),
    ]);

    const counts = await importInto(here.library, await linesOf(there.library));
    assert.deepEqual([counts.added, counts.updated], [1, 1]);
    const article = await here.library.read(await strike(here));
    assert.deepEqual(
      [article?.read, article?.starred, article?.text.includes('twelve')],
      [true, false, true],
    );
    const texts = here.database
      .prepare(`SELECT text FROM revision WHERE item_id = ? ORDER BY ordinal`)
      .all(await strike(here))
      .map((row) => /nine|eleven|twelve/.exec(String(row['text']))?.[0]);
    assert.deepEqual(texts, ['nine', 'eleven', 'twelve']);
    const found = async (query: string): Promise<number> =>
      (await here.library.search({ query, limit: 9, typing: false, passageLength: 80 })).hits.length;
    assert.deepEqual([await found('twelve'), await found('"eleven days"')], [1, 1]);
    const cited = await here.library.articlesByKey(['here', 'there']);
    assert.deepEqual(new Set(cited.map((each) => each.article.id)), new Set([await strike(here)]));
    assert.deepEqual([cited.length, article?.citationKey], [2, 'here']);
    const before = dump(here.database);
    assert.deepEqual((await importInto(here.library, await linesOf(there.library))).updated, 0);
    assert.deepEqual(dump(here.database), before);
    // The other way round, the older words do not take the place of the newer ones.
    await importInto(there.library, await linesOf(here.library));
    assert.match((await there.library.read(await strike(there)))?.text ?? '', /twelve/);
    const edited = ARTICLE.replace('nine', 'thirteen');
    assert.equal((await there.library.ingest(newsThere, [textFile('strike.md', edited)])).updated, 1);
    assert.match((await there.library.read(await strike(there)))?.text ?? '', /thirteen/);
    const { total, unread } = (await here.library.sources()).find(({ id }) => id === news) ?? {};
    assert.deepEqual([total, unread], [5, 4]);
  });

  test('hand over a headline’s article', async () => {
    const [here, there] = [libraryInMemory(), libraryInMemory()];
    await here.library.ingest(await folder(here.library, 'news'), [textFile('page.txt', PAGE)]);
    const source = await folder(there.library, 'news');
    await there.library.ingest(source, [textFile('page.txt', PAGE), textFile('strike.md', ARTICLE)]);
    const counts = await importInto(here.library, await linesOf(there.library));
    assert.deepEqual([counts.added, counts.updated], [0, 1]);
    const { hits } = await here.library.search({
      query: 'fleet',
      limit: 9,
      typing: false,
      passageLength: 80,
    });
    assert.deepEqual([hits[0]?.item.kind, hits.length], ['article', 1]);
  });

  const refuse = (title: string, spoil: (lines: string[]) => string[], sentence: RegExp): void => {
    test(`refuse ${title} and take nothing of that page`, async () => {
      const lines = spoil(await linesOf((await full()).library));
      const to = libraryInMemory();
      const empty = dump(to.database);
      await assert.rejects(
        async () => await importInto(to.library, lines, 10_000),
        (error: Error) => error.name === 'UserError' && sentence.test(error.message),
      );
      assert.deepEqual(dump(to.database), empty);
    });
  };
  const last = (lines: string[], change: (line: string) => string): string[] =>
    lines.map((line, index) => (index === lines.length - 2 ? change(line) : line));
  refuse(
    'a file of another kind',
    (lines) => ['{"some":"thing"}', ...lines.slice(1)],
    /^a\.jsonl is not a library/,
  );
  refuse(
    'a file of a newer version',
    ([header = '', ...lines]) => [header.replace('"version":1', '"version":99'), ...lines],
    /newer version of Broadsheet/,
  );
  refuse(
    'a line that is cut off',
    (lines) => last(lines, (line) => line.slice(0, -9)),
    /^Line \d+ of a\.jsonl is damaged/,
  );
  refuse(
    'a line with a value of another type',
    (lines) => last(lines, (line) => line.replace(/"read":\d/, '"read":"yes"')),
    /is damaged/,
  );
  refuse(
    'an item of no source',
    (lines) => last(lines, (line) => line.replaceAll('file:///', 'file:///nowhere/')),
    /is damaged/,
  );

  test('clean HTML and addresses that someone put into the file', async () => {
    const from = libraryInMemory();
    await from.library.ingest(await folder(from.library, 'news'), [textFile('strike.md', ARTICLE)]);
    const lines = (await linesOf(from.library)).map((line) =>
      line
        .replace('"html":"<p>', '"html":"<script>alert(1)</script><p onclick=\\"x()\\">')
        .replace('"url":"https://example.org/strike"', '"url":"javascript:alert(1)"'),
    );
    assert.ok(lines.some((line) => line.includes('onclick') && line.includes('javascript:')));
    const to = libraryInMemory();
    await importInto(to.library, lines);
    assert.deepEqual(
      dump(to.database)['revision']?.map(({ html, text }) => [html, text]),
      dump(from.database)['revision']?.map(({ html, text }) => [html, text]),
    );
    assert.equal(dump(to.database)['item']?.[0]?.['url'], null);
  });

  test('refuse lines that no library wrote', async () => {
    const from = await full();
    const lines = await linesOf(from.library);
    const changes: readonly (readonly [from: RegExp, to: string, isRefused: boolean])[] = [
      [/"folder":"[^}]*?\]"/, '"folder":"oops"', true],
      [/"folder":"[^}]*?\]"/, '"folder":"[1]"', true],
      [/"tags":"\[[^\]]*\]"/, '"tags":"{}"', true],
      [/"kind":"feed"/, '"kind":"machine"', true],
      [/"action":"tag"/, '"action":"erase"', true],
      [/"home_url":"https:/, '"home_url":"file:', false],
    ];
    for (const [pattern, to, isRefused] of changes) {
      const index = lines.findIndex((line) => pattern.test(line));
      assert.ok(index > 0, String(pattern));
      const changed = lines.with(index, (lines[index] ?? '').replace(pattern, to));
      const other = libraryInMemory();
      const importing = importInto(other.library, changed, 1);
      if (isRefused) await assert.rejects(importing, /Line \d+ of a.jsonl is damaged/, to);
      else await importing;
      await other.library.subscriptions();
      await other.library.clippings(undefined, 9);
      assert.ok(
        (await other.library.subscriptions()).every(({ homeUrl }) => homeUrl?.startsWith('file') !== true),
      );
    }
  });

  test('take over files of articles as far as they are files of the web', async () => {
    const { library, database } = libraryInMemory();
    await library.ingest(await folder(library, 'news'), [textFile('strike.md', ARTICLE)]);
    const good = { url: 'https://a.example/a.mp3', type: 'audio/mpeg', title: 'A', length: 1, duration: 2 };
    const others = [{ ...good, url: 'javascript:alert(1)' }, { ...good, length: -1, title: 4 }, null, 'x'];
    for (const [stored, expected] of [
      [JSON.stringify([good]), [good]],
      [JSON.stringify([...others, good]), [{ ...good, length: undefined, title: undefined }, good]],
      ['[', []],
      ['{}', []],
    ] as const) {
      database.prepare('UPDATE item SET enclosures = ?').run(stored);
      const to = libraryInMemory();
      await importInto(to.library, await linesOf(library));
      assert.deepEqual((await to.library.read(1 as ItemId))?.enclosures, expected);
      assert.equal(dump(to.database)['item']?.[0]?.['enclosures'] === null, expected.length === 0);
    }
  });

  test('pass a large library through in pages', async function () {
    this.timeout(20_000);
    const from = libraryInMemory();
    const source = await folder(from.library, 'news');
    const headlines = Array.from(
      { length: 600 },
      (_, index) => `Report Number ${index} From the Northern Harbour`,
    );
    for (const page of [1, 2]) {
      const text = headlines.map((headline) => `${headline}, Part ${page}`).join('\n');
      await from.library.ingest(source, [textFile(`${page}.txt`, text)]);
    }
    let place: ExportPlace | undefined;
    const sizes: number[] = [];
    const lines: string[] = [];
    do {
      const page = await from.library.exportPage(place);
      sizes.push(page.lines.length);
      lines.push(...page.lines);
      place = page.end;
      // A source that is added meanwhile stands before what is listed in it.
      if (sizes.length === 3) {
        const later = await folder(from.library, 'later');
        await from.library.ingest(later, [textFile('page.txt', headlines.slice(0, 3).join(' and More\n'))]);
      }
    } while (place !== undefined);
    assert.ok(sizes.length >= 4 && Math.max(...sizes) <= 1002);
    const to = libraryInMemory();
    await importInto(to.library, lines, 1000);
    // Of files, only those that were known when the export began are in it.
    const { file: _, ...expected } = dump(from.database);
    const { file: __, ...found } = dump(to.database);
    assert.deepEqual(found, expected);
  });
});
