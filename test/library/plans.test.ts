// No call of the library reads a whole table, however large the library is. `WRITE_PLANS=1` writes the plans to
// docs/query-plans.md, which must be current.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLibrary } from '../../src/library/createLibrary.ts';
import { openNodeDatabase } from '../../src/library/store/database.node.ts';
import type { Database } from '../../src/library/store/database.ts';
import { migrate } from '../../src/library/store/migrate.ts';
import { explain, fullScans, tablesOf } from './plans/explain.ts';
import { runSession } from './plans/librarySession.ts';
import { plansPage, type Planned } from './plans/plansPage.ts';
import { recordStatements } from './plans/recordStatements.ts';

const PAGE = join(import.meta.dirname, '../../docs/query-plans.md');

/** Statements that may read a whole table or index, by how they begin, and why. */
const ALLOWED: readonly (readonly [beginning: string, reason: string])[] = [
  [
    'SELECT item_id FROM story_pending ORDER BY item_id LIMIT',
    'takes the first of a queue, no more than its limit.',
  ],
  [
    'SELECT id, -sort_at AS score, sort_at AS time FROM item WHERE item.read = 0 ORDER BY sort_at DESC, id DESC LIMIT',
    'walks the index of unread items up to its limit.',
  ],
  [
    'SELECT id, -sort_at AS score, sort_at AS time FROM item WHERE (item.outlet IN',
    'walks the items from the newest up to its limit: a source may have most of them.',
  ],
  [
    'SELECT id, -sort_at AS score, sort_at AS time FROM item WHERE (lower(item.language)',
    'walks the items from the newest up to its limit: a language without a word beside it is rarely asked for.',
  ],
  [
    `SELECT id, -sort_at AS score, sort_at AS time FROM item WHERE item.kind = 'headline' ORDER BY sort_at DESC, id DESC LIMIT`,
    'walks the index of headline items up to its limit.',
  ],
  [
    'UPDATE item SET read = 1, status_at = ? WHERE id IN (SELECT item_id FROM (SELECT sort_at, id AS item_id FROM item WHERE read = 0))',
    'marks all that is unread, and so reads the index of that.',
  ],
  [
    'SELECT count(*) AS unread FROM item WHERE read = 0',
    'counts the index of unread items, about 15 ms for a million of them.',
  ],
  [
    'SELECT clipping.id AS clipping_id',
    'walks the clippings, which the person made one by one, from the newest up to its limit.',
  ],
  [
    'SELECT id, -sort_at AS score, sort_at AS time FROM item WHERE item.muted = 1 ORDER BY sort_at DESC, id DESC LIMIT',
    'walks the index of muted items up to its limit.',
  ],
  [
    'SELECT count(*) AS count FROM item WHERE muted = 1',
    'counts the index of muted items for the list of rules.',
  ],
  ['SELECT id FROM item WHERE muted = 1', 'brings all back that is muted, and so reads the index of that.'],
  ['SELECT count(*) AS items FROM item', 'is asked once, when an export begins, to say how far it is.'],
];

suite('Query plans', () => {
  const called = new Set<string>();
  let planned: readonly Planned[] = [];
  let methods: readonly string[] = [];

  suiteSetup(async () => {
    const recorder = recordStatements(openNodeDatabase(':memory:'));
    const library = createLibrary(recorder.database, {
      now: () => Date.UTC(2026, 0, 15),
      announce: () => undefined,
    });
    methods = Object.keys(library);
    await runSession(library, (call) => {
      called.add(call);
      recorder.during(call);
    });
    planned = [...recorder.statements]
      .map(([sql, { calls, plan }]) => ({ sql, calls: [...calls], plan }))
      .filter(({ plan }) => plan.length > 0);
  });

  test('are taken from every call of the library', () => {
    assert.deepEqual(
      methods.filter((name) => !called.has(name)),
      [],
      'add the call to plans/librarySession.ts',
    );
    assert.ok(planned.length > 20);
  });

  test('read no whole table that grows with the library', () => {
    const tables = tablesOf(emptyLibrary());
    const scanning = planned.flatMap(({ sql, calls, plan }) => {
      if (ALLOWED.some(([beginning]) => sql.startsWith(beginning))) return [];
      return fullScans(tables, sql, plan).map((line) => `${calls.join(', ')}: ${line.trim()} in ${sql}`);
    });
    assert.deepEqual(scanning, []);
  });

  test('follow every foreign key by an index, as a deletion looks for what refers to its row', () => {
    const database = emptyLibrary();
    assert.deepEqual(keysWithoutIndex(database), []);
  });

  test('are all needed to be allowed', () => {
    const unused = ALLOWED.filter(([beginning]) => !planned.some(({ sql }) => sql.startsWith(beginning)));
    assert.deepEqual(unused, []);
  });

  test('are those that docs/query-plans.md shows', () => {
    const page = plansPage(planned, ALLOWED);
    if (process.env['WRITE_PLANS'] === '1') writeFileSync(PAGE, page);
    assert.ok(
      readFileSync(PAGE, 'utf8') === page,
      'docs/query-plans.md is not current: run this test with WRITE_PLANS=1',
    );
  });

  for (const [sql, expected] of [
    ['SELECT * FROM item', ['SCAN item']],
    ['SELECT * FROM item AS other WHERE headline = ?', ['SCAN other']],
    ['SELECT count(*) FROM item', ['SCAN item USING COVERING INDEX item_by_headline']],
    ['SELECT rowid FROM search', ['SCAN search VIRTUAL TABLE INDEX 0:']],
    [`SELECT rowid FROM search WHERE search MATCH 'a'`, []],
    ['SELECT * FROM item WHERE id = ?', []],
    ['SELECT * FROM source', []],
    ['SELECT value FROM json_each(?)', []],
  ] as const) {
    test(`finds the full scans of ${sql}`, () => {
      const database = emptyLibrary();
      const scans = fullScans(tablesOf(database), sql, explain(database, sql));
      assert.deepEqual(
        scans.map((line) => line.replace(/(?<=COVERING INDEX ).*/u, 'item_by_headline')),
        expected,
      );
    });
  }
});

/** The schema alone. */
function emptyLibrary(): Database {
  const database = openNodeDatabase(':memory:');
  migrate(database);
  return database;
}

/** "table.column" of each reference whose rows could only be found by reading all of its table. */
function keysWithoutIndex(database: Database): readonly string[] {
  const rows = database
    .prepare(
      `SELECT tables.name AS child, keys."from" AS field
       FROM pragma_table_list AS tables, pragma_foreign_key_list(tables.name) AS keys ORDER BY child, field`,
    )
    .all();
  return rows.flatMap((row) => {
    const [child, field] = [String(row['child']), String(row['field'])];
    const scans = fullScans(
      tablesOf(database),
      '',
      explain(database, `SELECT 1 FROM ${child} WHERE ${field} = ?`),
    );
    return scans.length === 0 ? [] : [`${child}.${field}`];
  });
}
