import assert from 'node:assert/strict';
import { damageOf, type Damage } from '../../src/library/store/damage.ts';

const TREES = [
  { rootPage: 2, kind: 'table', name: 'item' },
  { rootPage: 3, kind: 'index', name: 'item_by_headline' },
  { rootPage: 4, kind: 'table', name: 'search_data' },
  { rootPage: 5, kind: 'table', name: 'searches' },
];
const NONE: Damage = { search: false, indexes: [], untidy: false, tables: [] };

suite('What an integrity check means', () => {
  const cases: readonly (readonly [string, Partial<Damage>])[] = [
    ['ok', {}],
    ['*** in database main ***\nTree 4 page 9: btreeInitPage() returns error code 11', { search: true }],
    ['fts5: corruption found reading blob 12 from table "search"', { search: true }],
    ['malformed inverted index for FTS5 table main.search', { search: true }],
    ['Tree 3 page 7 cell 2: Rowid 5 out of order', { indexes: ['item_by_headline'] }],
    ['row 7 missing from index item_by_headline', { untidy: true }],
    ['wrong # of entries in index item_by_headline', { untidy: true }],
    ['Page 12: never used', { untidy: true }],
    ['Tree 2 page 8: btreeInitPage() returns error code 11', { tables: ['item'] }],
    ['Tree 5 page 5: btreeInitPage() returns error code 11', { tables: ['searches'] }],
    ['NULL value in item.headline', { tables: ['others'] }],
    ['Tree 2 page 8: bad\nTree 3 page 7: bad', { tables: ['item'], indexes: ['item_by_headline'] }],
  ];
  for (const [line, expected] of cases) {
    test(line, () => assert.deepEqual(damageOf([line], TREES, 'search'), { ...NONE, ...expected }));
  }
});
