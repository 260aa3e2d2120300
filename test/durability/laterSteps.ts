// The schema's steps and some that a later version might add: they touch every item and take a while.

import { MIGRATIONS } from '../../src/library/store/migrations.ts';

export const LATER_STEPS: readonly string[] = [
  ...MIGRATIONS,
  'ALTER TABLE item ADD COLUMN shelf TEXT; UPDATE item SET shelf = headline || id;',
  `CREATE TABLE copy (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
   INSERT INTO copy SELECT item_id, text FROM revision; CREATE INDEX copy_text ON copy (text);`,
  `DELETE FROM search WHERE rowid IN (SELECT id FROM item WHERE id % 2 = 0);
   UPDATE item SET read = 1 WHERE id % 3 = 0;
   INSERT INTO search (rowid, headline, byline, body) SELECT id, shelf, '', '' FROM item WHERE id % 2 = 0;`,
];
