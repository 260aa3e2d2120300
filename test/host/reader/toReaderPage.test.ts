import assert from 'node:assert/strict';
import type { ItemId, SourceId } from '../../../src/core/model/ids.ts';
import type { Article } from '../../../src/core/model/item.ts';
import type { ReaderPage } from '../../../src/core/model/readerMessages.ts';
import type { Revision } from '../../../src/core/model/revision.ts';
import { placeLeft, placeToRestore } from '../../../src/host/reader/placeLeft.ts';
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
  updated: undefined,
  language: 'en',
  section: undefined,
  licence: undefined,
  summary: 'The bridge reopened.',
  isExtract: false,
  image: undefined,
  sortAt: 0,
  read: false,
  starred: false,
  later: false,
  story: undefined,
  citationKey: undefined,
  html: '<p>The bridge reopened.</p>',
  text: 'The bridge reopened.',
  enclosures: [],
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
    check({ updated: '2026-01-13' }, { updated: { text: '13 January 2026', iso: '2026-01-13' } });
    check({}, { updated: undefined, versions: 2, fullText: { kind: 'offered' } });
    check({ headlineFrom: 'lede' }, { note: 'The headline was taken from the first sentence.' });
    check({ headlineFrom: 'file name' }, { note: 'The headline was taken from the file’s name.' });
    check({ kind: 'headline', html: '', text: '' }, { readingTime: undefined });
  });

  test('names what there is to hear and to read beside the text, and no pictures', () => {
    const file = { type: undefined, title: undefined, length: undefined, duration: undefined };
    const url = 'https://example.org/a';
    check(
      {
        enclosures: [
          { ...file, url, type: 'audio/mpeg', duration: 2040, length: 12_345_678 },
          { ...file, url, type: 'video/mp4', length: 1_240_000 },
          { ...file, url, type: 'application/pdf', title: 'The report' },
          { ...file, url: `${url}.zip`, duration: 4, length: 0 },
          { ...file, url, type: 'image/jpeg' },
          { ...file, url: `${url}.PNG` },
        ],
      },
      {
        files: [
          { url, text: 'Recording · 34 min · 12 MB' },
          { url, text: 'Video · 1.2 MB' },
          { url, text: 'The report' },
          { url: `${url}.zip`, text: 'File' },
        ],
      },
    );
  });

  test('shows another version in its place, and says which', () => {
    const version: Revision = {
      ordinal: 1,
      headline: 'Bridge to Reopen',
      wordCount: 5,
      seenAt: Date.UTC(2026, 0, 11, 12),
      isCurrent: false,
      html: '<p>Soon. The bridge reopened.</p>',
      text: 'Soon. The bridge reopened.',
    };
    const page = toReaderPage({ article: ARTICLE, versions: 2 }, 'en', {
      fullText: { kind: 'offered' },
      passage: undefined,
      version,
    });
    assert.equal(page.headline, 'Bridge to Reopen');
    assert.equal(page.text, version.text);
    assert.match(page.version ?? '', /^This is the article as it was on 11 January 2026 at \d\d:\d\d\./);
    // “bridge reopened” stands six characters further on.
    assert.equal(page.position, ARTICLE.position + 6);
    assert.deepEqual(page.fullText, { kind: 'none' });
  });

  test('comes back to where it was left, whatever was kept', () => {
    assert.deepEqual(placeLeft({ itemId: 7, position: 4 }), { itemId: 7, position: 4, kept: false });
    assert.deepEqual(placeLeft({ itemId: 7, kept: true }), { itemId: 7, position: 0, kept: true });
    assert.deepEqual(placeLeft({ itemId: 7, kept: 'yes' }), { itemId: 7, position: 0, kept: false });
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

  test('comes back with what was opened last where the page’s state is older', () => {
    const last = 9 as ItemId;
    const kept = { itemId: 7, position: 4, kept: true };
    assert.deepEqual(placeToRestore({ itemId: 9, position: 4 }, last, true), {
      itemId: 9,
      position: 4,
      kept: false,
    });
    const inUse = { itemId: 9, position: undefined, kept: false };
    assert.deepEqual(placeToRestore({ itemId: 7, position: 4 }, last, true), inUse);
    assert.deepEqual(placeToRestore(undefined, last, false), inUse);
    assert.equal(placeToRestore({ itemId: 7, position: 4 }, last, false)?.itemId, 7);
    assert.deepEqual(placeToRestore(kept, last, true), kept);
    assert.equal(placeToRestore(undefined, undefined, true), undefined);
  });
});

function check(fields: Partial<Article>, expected: Partial<ReaderPage>): void {
  const page = toReaderPage({ article: { ...ARTICLE, ...fields }, versions: 2 }, 'en', {
    fullText: { kind: 'offered' },
    passage: undefined,
  });
  assert.deepEqual({ ...page, ...expected }, page);
}
