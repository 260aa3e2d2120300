import assert from 'node:assert/strict';
import { answerRows, helpRows, type RowsWanted } from '../../../src/host/search/answerRows.ts';
import { folderOf, inOtherWindow, run } from '../broadsheet.ts';

const article = (headline: string, text: string): string => `---\ntitle: ${headline}\n---\n\n${text}\n`;
const PAGE = `The harbour of Port Ellery reopened on Tuesday after eleven days of repairs, and the first ferries left before dawn with more passengers than seats.
Traders along the quay counted their losses. Fish that would have gone to the capital had been sold at half its price, and two cafés did not open their doors again.


Council Delays Vote on Harbour Fees Until Spring
Zebrafish Found in the Harbour by Two Divers
Museum Finds Lost Letters of Captain Ellery in a Wall
`;
const WANTED: RowsWanted = { first: undefined, articlesOnly: false, withButtons: true };

suite('Rows of the search', () => {
  suiteSetup(() =>
    run(
      'broadsheet.addDocuments',
      folderOf({
        'ferry.md': article('Zebrafish Ferry Sails Again', 'The zebrafish ferry left the quay at dawn.'),
        'page.txt': PAGE,
      }),
    ),
  );

  const labels = (query: string, wanted: Partial<RowsWanted> = {}): Promise<readonly string[]> =>
    inOtherWindow(async (library) => {
      const { rows } = await answerRows(library, query, { ...WANTED, ...wanted }, Date.now(), false);
      return rows.map((row) => row.label);
    });

  test('are the hits, and the headline-only ones are left out where one is to quote', async () => {
    assert.deepEqual([...(await labels('zebrafish'))].sort(), [
      'Zebrafish Ferry Sails Again',
      'Zebrafish Found in the Harbour by Two Divers',
    ]);
    assert.deepEqual(await labels('zebrafish', { articlesOnly: true }), ['Zebrafish Ferry Sails Again']);
  });

  test('say when no item has all the words, and which part was not understood', async () => {
    const some = await labels('zebrafish quay dawn xylophone marzipan');
    assert.ok(some.includes('No item has all the words; these match best'), some.join('\n'));
    const misread = await labels('zebrafish is:blue');
    assert.ok(misread.includes('“is:blue” was searched as words'), misread.join('\n'));
  });

  test('go on with what has only some of the words when the person has paused', async () => {
    await inOtherWindow(async (library) => {
      const typed = await answerRows(library, 'zebrafish ferry', WANTED, Date.now(), false);
      assert.deepEqual([typed.rows.length, typed.mayHaveMore], [1, true]);
      const rested = await answerRows(library, 'zebrafish ferry', WANTED, Date.now(), true);
      assert.deepEqual(
        rested.rows.slice(0, 3).map(({ label }) => label),
        [
          'Zebrafish Ferry Sails Again',
          'These have only some of the words',
          'Zebrafish Found in the Harbour by Two Divers',
        ],
      );
      assert.equal(rested.mayHaveMore, false);
    });
  });

  test('complete a filter, and Return takes the completion', async () => {
    await inOtherWindow(async (library) => {
      const { rows, offered } = await answerRows(library, 'zebrafish is:art', WANTED, Date.now(), false);
      assert.deepEqual(rows[0]?.means, { kind: 'query', query: 'zebrafish is:article ' });
      assert.equal(offered, rows[0]);
    });
  });

  test('have buttons only where they do something', async () => {
    await inOtherWindow(async (library) => {
      const picking = await answerRows(
        library,
        'zebrafish',
        { ...WANTED, withButtons: false },
        Date.now(),
        false,
      );
      assert.deepEqual(
        picking.rows.flatMap((row) => row.buttons ?? []),
        [],
      );
      const { rows } = await answerRows(library, 'zebrafish ferry', WANTED, Date.now(), false);
      assert.equal(rows[0]?.buttons?.length, 3);
    });
  });

  test('end with the help while nothing is typed, and none is offered for Return', async () => {
    await inOtherWindow(async (library) => {
      const { rows, offered } = await answerRows(library, '', WANTED, Date.now(), false);
      assert.deepEqual(rows.at(-1)?.means, { kind: 'help' });
      assert.equal(offered, undefined);
    });
    assert.ok(helpRows().length > 8);
  });

  test('offer the open article first', async () => {
    await inOtherWindow(async (library) => {
      const { hits } = await library.search({
        query: 'zebrafish',
        limit: 5,
        typing: false,
        passageLength: 60,
      });
      const first = hits[1]?.item;
      const { offered } = await answerRows(library, '', { ...WANTED, first }, Date.now(), false);
      assert.ok(offered?.means.kind === 'item');
      assert.equal(offered.means.item.id, first?.id);
    });
  });
});
