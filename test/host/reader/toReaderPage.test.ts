import assert from 'node:assert/strict';
import type { ItemId, SourceId } from '../../../src/core/model/ids.ts';
import type { Article } from '../../../src/core/model/item.ts';
import type { ReaderPage } from '../../../src/core/model/readerMessages.ts';
import { placeLeft } from '../../../src/host/reader/placeLeft.ts';
import { toReaderPage } from '../../../src/host/reader/toReaderPage.ts';

const ARTICLE: Article = {
  id: 7 as ItemId,
  kind: 'article',
  sourceId: 1 as SourceId,
  sourceTitle: 'Clippings',
  sourceKind: 'folder',
  headline: 'Bridge Reopens',
  headlineFrom: 'document',
  byline: 'Ada Byron',
  outlet: 'The Ellery Gazette',
  url: 'https://example.org/bridge',
  published: '2026-01-12T14:05:00+05:00',
  language: 'en',
  summary: 'The bridge reopened.',
  sortAt: 0,
  read: false,
  starred: false,
  html: '<p>The bridge reopened.</p>',
  text: 'The bridge reopened.',
  revision: 1,
  wordCount: 3,
  position: 4,
};

suite('Reader page', () => {
  test('shows what is known of an article', () => {
    check({}, { source: 'The Ellery Gazette', readingTime: '1 min read', position: 4, note: undefined });
    check({}, { date: { text: '12 January 2026 at 14:05', iso: '2026-01-12T14:05:00+05:00' } });
    check({ outlet: undefined }, { source: 'Clippings' });
    check({ outlet: undefined, sourceKind: 'files', sourceTitle: 'Documents' }, { source: undefined });
    check({ published: undefined }, { date: undefined });
    check({ headlineFrom: 'lede' }, { note: 'The headline was taken from the first sentence.' });
    check({ headlineFrom: 'file name' }, { note: 'The headline was taken from the file’s name.' });
    check({ kind: 'headline', html: '', text: '' }, { readingTime: undefined });
  });

  test('comes back to where it was left, whatever was kept', () => {
    assert.deepEqual(placeLeft({ itemId: 7, position: 4 }), { itemId: 7, position: 4 });
    assert.deepEqual(placeLeft({ itemId: 7 }), { itemId: 7, position: 0 });
    for (const state of [
      undefined,
      null,
      'x',
      {},
      { itemId: '7' },
      { itemId: 7, position: -1 },
      { itemId: 1.5 },
    ]) {
      assert.equal(placeLeft(state), undefined);
    }
  });
});

function check(fields: Partial<Article>, expected: Partial<ReaderPage>): void {
  const page = toReaderPage({ ...ARTICLE, ...fields }, 'en', undefined);
  assert.deepEqual({ ...page, ...expected }, page);
}
