import assert from 'node:assert/strict';
import type { SourceId } from '../../src/core/model/ids.ts';
import type { Headline } from '../../src/core/model/item.ts';
import type { LibraryCalls } from '../../src/library/createLibrary.ts';
import { libraryInMemory, textFile } from './inMemory.ts';

const PAGE = `The harbour of Port Ellery reopened on Tuesday after eleven days of repairs, and the first ferries left before dawn with more passengers than seats.
The harbour master said that the new breakwater would stand a storm of the kind that comes once in fifty years, and asked for patience with the timetable.


Council Delays Vote on Harbour Fees Until Spring
Fishermen Call Off Strike After Talks With Ministry
Museum Finds Lost Letters of Captain Ellery in a Wall
`;

const ARTICLE = `---
title: Fishermen Call Off Strike After Talks With Ministry
author: Ada Byron
date: 2026-01-12
source: The Ellery Gazette
url: https://example.org/strike
---
The strike that had kept the fleet in port for nine days ended on Monday night.

The ministry promised to look at the price of diesel again.
`;

suite('Ingest', () => {
  const listed = async (library: LibraryCalls, sourceId: SourceId): Promise<readonly Headline[]> =>
    (await library.headlines({ sourceId, after: undefined, limit: 100 })).headlines;
  const folder = async (library: LibraryCalls, name = 'news'): Promise<SourceId> =>
    (await library.addSource({ kind: 'folder', uri: `file:///${name}`, title: name })).id;

  test('takes a saved news page as one article and its headlines, in the order of the page', async () => {
    const { library } = libraryInMemory();
    const source = await folder(library);
    const report = await library.ingest(source, [textFile('page.txt', PAGE)]);
    assert.deepEqual([report.added, report.updated, report.problems], [4, 0, []]);
    const headlines = await listed(library, source);
    assert.deepEqual(
      headlines.map((item) => item.kind),
      ['article', 'headline', 'headline', 'headline'],
    );
    assert.equal(headlines[0]?.headlineFrom, 'lede');
    assert.equal(headlines[1]?.headline, 'Council Delays Vote on Harbour Fees Until Spring');
  });

  test('gives the same items when the same file comes again', async () => {
    const { library } = libraryInMemory();
    const source = await folder(library);
    await library.ingest(source, [textFile('page.txt', PAGE)]);
    const before = await listed(library, source);
    const again = await library.ingest(source, [textFile('page.txt', PAGE)]);
    assert.deepEqual([again.added, again.updated, again.unchanged], [0, 0, 4]);
    assert.deepEqual(await listed(library, source), before);
  });

  test('gives a headline item its body when the article arrives, and keeps its id', async () => {
    const { library } = libraryInMemory();
    const source = await folder(library);
    await library.ingest(source, [textFile('page.txt', PAGE)]);
    const before = (await listed(library, source)).find((item) => item.headline.startsWith('Fishermen'));
    assert.ok(before);
    await library.setStatus([before.id], { starred: true });
    const other = await folder(library, 'other');
    const report = await library.ingest(other, [textFile('strike.md', ARTICLE)]);
    assert.deepEqual([report.added, report.updated], [0, 1]);
    const after = await library.read(before.id);
    assert.ok(after);
    assert.equal(after.kind, 'article');
    assert.equal(after.byline, 'Ada Byron');
    assert.equal(after.outlet, 'The Ellery Gazette');
    assert.equal(after.published, '2026-01-12');
    assert.equal(after.starred, true);
    assert.match(after.text, /price of diesel/);
    assert.deepEqual(
      (await listed(library, other)).map((item) => item.id),
      [before.id],
    );
    assert.equal((await listed(library, source)).length, 4);
    const hits = (await library.search({ query: 'diesel', limit: 5, typing: false, passageLength: 80 })).hits;
    assert.deepEqual(
      hits.map((hit) => hit.item.id),
      [before.id],
    );
  });

  test('lists a headline as the article that is known already', async () => {
    const { library } = libraryInMemory();
    const first = await folder(library, 'articles');
    await library.ingest(first, [textFile('strike.md', ARTICLE)]);
    const second = await folder(library, 'pages');
    await library.ingest(second, [textFile('page.txt', PAGE)]);
    const [article] = await listed(library, first);
    assert.ok(
      (await listed(library, second)).some((item) => item.id === article?.id && item.kind === 'article'),
    );
  });

  test('keeps an edited article as a new revision and finds its new words only', async () => {
    const { library, database } = libraryInMemory();
    const source = await folder(library);
    await library.ingest(source, [textFile('strike.md', ARTICLE)]);
    const edited = ARTICLE.replace('nine days', 'eleven days').replace('diesel', 'kerosene');
    assert.equal((await library.ingest(source, [textFile('strike.md', edited)])).updated, 1);
    const [item] = await listed(library, source);
    assert.ok(item);
    assert.equal((await library.read(item.id))?.revision, 2);
    const old = database.prepare('SELECT text FROM revision WHERE ordinal = 1').get();
    assert.match(String(old?.['text']), /nine days/);
    const found = async (query: string): Promise<number> =>
      (await library.search({ query, limit: 5, typing: false, passageLength: 80 })).hits.length;
    assert.deepEqual([await found('kerosene'), await found('diesel')], [1, 0]);
  });

  test('counts what is listed and unread exactly', async () => {
    const { library } = libraryInMemory();
    const source = await folder(library);
    await library.ingest(source, [textFile('page.txt', PAGE)]);
    await library.ingest(source, [textFile('again.txt', PAGE.replace('Port Ellery', 'Port Anders'))]);
    const headlines = await listed(library, source);
    const [first, second] = headlines;
    assert.ok(first && second);
    await library.setStatus([first.id, second.id], { read: true });
    await library.setStatus([first.id], { read: true });
    const [counted] = await library.sources();
    assert.deepEqual([counted?.total, counted?.unread], [headlines.length, headlines.length - 2]);
    assert.equal(await library.unreadCount(), headlines.length - 2);
    assert.equal((await library.markListRead({ sourceId: source }, [])).length, headlines.length - 2);
    assert.equal((await library.sources())[0]?.unread, 0);
  });

  test('takes the rest when one document is bad', async () => {
    const { library } = libraryInMemory();
    const source = await folder(library);
    const report = await library.ingest(source, [
      textFile('empty.txt', ''),
      { ...textFile('binary.txt', ''), bytes: Uint8Array.from({ length: 400 }, (_, index) => index % 7) },
      textFile('strike.md', ARTICLE),
    ]);
    assert.equal(report.added, 1);
    assert.deepEqual(
      report.problems.map((problem) => problem.kind),
      ['empty', 'binary'],
    );
    assert.ok(report.problems.every((problem) => /^(empty|binary)\.txt/.test(problem.sentence)));
  });

  test('keeps starred and cited items of a source that is removed, and knows them when it comes back', async () => {
    const { library, database } = libraryInMemory();
    const source = await folder(library);
    await library.ingest(source, [textFile('page.txt', PAGE)]);
    const headlines = await listed(library, source);
    const [lead, second] = headlines;
    assert.ok(lead && second);
    await library.setStatus([lead.id], { starred: true });
    await library.markCited(second.id, 'cited');
    await library.removeSource(source);
    assert.deepEqual(await library.sources(), []);
    const kept = database.prepare('SELECT id FROM item ORDER BY id').all();
    assert.deepEqual(
      kept.map((row) => row['id']),
      [second.id, lead.id],
    );
    assert.equal(
      (await library.search({ query: 'harbour', limit: 9, typing: false, passageLength: 80 })).hits.length,
      2,
    );
    const again = await folder(library);
    await library.ingest(again, [textFile('page.txt', PAGE)]);
    const ids = (await listed(library, again)).map((item) => item.id);
    assert.ok(ids.length === 4 && ids.includes(lead.id) && ids.includes(second.id));
    const [counted] = await library.sources();
    assert.deepEqual([counted?.total, counted?.unread], [4, 4]);
  });

  test('knows a headline without spaces again when its article arrives', async () => {
    const { library } = libraryInMemory();
    const source = await folder(library);
    const headline = '港の首脳会談、来週に延期へ';
    const other = '市場の魚、半値で売られる';
    await library.ingest(source, [
      textFile('page.txt', `${headline}\n${other}\n新しい船、火曜日に出航する\n`),
    ]);
    const before = (await listed(library, source)).find((item) => item.headline === headline);
    assert.ok(before, JSON.stringify(await listed(library, source)));
    await library.ingest(source, [textFile('a.md', `# ${headline}\n\n会談は来週に延期された。`)]);
    assert.equal((await library.read(before.id))?.kind, 'article');
  });

  test('takes a headline that recurs months later for other news', async () => {
    const { library } = libraryInMemory();
    const source = await folder(library);
    const headlines = PAGE.split('\n\n\n')[1] ?? '';
    const page = `---\ndate: 2024-01-05\n---\n${headlines.replace(/Council Delays.*/, 'What to Know in Ellery This Morning')}`;
    await library.ingest(source, [textFile('old.txt', page)]);
    const old = (await listed(library, source)).find((item) => item.headline.startsWith('What to Know'));
    assert.ok(old);
    await library.markCited(old.id, 'cited');
    const article = '---\ntitle: What to Know in Ellery This Morning\ndate: 2026-01-12\n---\n\nToday.';
    await library.ingest(source, [textFile('new.md', article)]);
    assert.equal((await library.read(old.id))?.kind, 'headline');
    assert.equal((await listed(library, source)).length, 4);
  });

  test('knows a renamed file again', async () => {
    const { library } = libraryInMemory();
    const source = await folder(library);
    const article = '# The Ferry That Went Twice\n\nIt went out and came back, and then it went out again.';
    await library.ingest(source, [textFile('old.md', article), textFile('page.txt', PAGE)]);
    const before = (await listed(library, source)).map((item) => item.id).sort();
    await library.ingest(source, [textFile('new.md', article), textFile('renamed.txt', PAGE)]);
    assert.deepEqual((await listed(library, source)).map((item) => item.id).sort(), before);
  });

  test('pages through a long list without missing or repeating one', async () => {
    const { library } = libraryInMemory();
    const source = await folder(library);
    const documents = Array.from({ length: 250 }, (_, index) =>
      textFile(
        `${index}.md`,
        `# Report number ${index} of the year\n\nBody.`,
        Date.UTC(2026, 0, 1 + (index % 5)),
      ),
    );
    await library.ingest(source, documents);
    const seen: number[] = [];
    let after: Awaited<ReturnType<typeof library.headlines>>['end'];
    do {
      const page = await library.headlines({ sourceId: source, after, limit: 40 });
      seen.push(...page.headlines.map((item) => item.id));
      after = page.end;
    } while (after !== undefined);
    assert.equal(seen.length, 250);
    assert.equal(new Set(seen).size, 250);
  });

  test('orders what is dated in the future by when it came', async () => {
    const { library } = libraryInMemory(() => Date.UTC(2026, 0, 15));
    const { id } = await library.addSource({ kind: 'folder', uri: 'file:///f', title: 'f' });
    const dated = (day: string): string => `---\ntitle: Of ${day}\ndate: ${day}\n---\nIt rained. It stopped.`;
    await library.ingest(id, [
      textFile('a.md', dated('2035-01-01'), Date.UTC(2025, 0, 1)),
      textFile('b.md', dated('2025-06-01T10:00:00'), 0),
    ]);
    const { headlines } = await library.headlines({ sourceId: id, after: undefined, limit: 9 });
    assert.deepEqual(
      headlines.map(({ headline, sortAt }) => [headline.slice(0, 13), sortAt]),
      [
        ['Of 2025-06-01', Date.UTC(2025, 5, 1, 10)],
        ['Of 2035-01-01', Date.UTC(2025, 0, 1)],
      ],
    );
  });
});
