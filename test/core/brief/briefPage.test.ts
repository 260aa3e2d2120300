import assert from 'node:assert/strict';
import type { Brief, BriefSource } from '../../../src/core/brief/brief.ts';
import { briefPage, newHeadlines } from '../../../src/core/brief/briefPage.ts';
import type { ItemId, SourceId } from '../../../src/core/model/ids.ts';
import type { Headline } from '../../../src/core/model/item.ts';

const NOW = new Date(2026, 10, 24, 9).getTime();
const TIME = { now: NOW, locale: 'en' };

function headline(id: number, fields: Partial<Headline> = {}): Headline {
  return {
    id: id as ItemId,
    headline: `Headline ${id}`,
    outlet: undefined,
    sourceTitle: 'Wire',
    sourceKind: 'feed',
    summary: '',
    language: 'en',
    sortAt: NOW - 3_600_000,
    read: false,
    ...fields,
  } as Headline;
}

function brief(fields: Partial<Brief>): Brief {
  return {
    since: NOW - 86_400_000,
    until: NOW,
    seenAt: new Date(2026, 10, 24, 8, 15).getTime(),
    hasSources: true,
    ids: [],
    isCut: false,
    stories: [],
    sources: [],
    searches: [],
    ...fields,
  };
}

function source(id: number, ids: readonly number[], shown: number): BriefSource {
  return {
    sourceId: id as SourceId,
    title: `Source ${id}`,
    ids: ids as readonly ItemId[],
    headlines: ids.slice(0, shown).map((item) => headline(item)),
  };
}

suite('The page of a brief', () => {
  test('says when there is nothing new, and since when', () => {
    const check = (fields: Partial<Brief>, expected: string, range: 'last' | 'week' = 'last'): void =>
      assert.equal(briefPage(brief(fields), range, TIME).empty?.sentence, expected);
    check({}, 'Nothing new since 08:15.');
    check({}, 'Nothing new in the last week.', 'week');
    check({ seenAt: undefined }, 'Nothing new in the last 24 hours.');
    check({ hasSources: false }, 'Nothing to report yet.');
    assert.deepEqual(briefPage(brief({ hasSources: false }), 'last', TIME).empty?.actions, [
      'addFeed',
      'openSample',
    ]);
  });

  test('tells what is first about it', () => {
    const ids = [1 as ItemId];
    const note = (fields: Partial<Brief>): string | undefined =>
      briefPage(brief({ ids, ...fields }), 'last', TIME).note;
    assert.equal(note({}), undefined);
    assert.match(note({ seenAt: undefined }) ?? '', /^Your first brief/);
    assert.match(note({ isCut: true }) ?? '', /newest 1\.$/);
  });

  test('counts what it shows and what it does not', () => {
    const sources = Array.from({ length: 33 }, (_, index) => source(index, [1, 2, 3], 2));
    const page = briefPage(brief({ ids: [1, 2, 3] as ItemId[], sources }), 'last', TIME);
    assert.equal(page.sources.length, 30);
    assert.equal(page.sourcesLeft, 3);
    assert.deepEqual([page.sources[0]?.counted, page.sources[0]?.left], ['3 new', 1]);
    assert.equal(page.counted, '3 new headlines in 33 sources');
    const story = { headlines: [headline(3)], publishers: ['A', 'B'], reports: [] };
    const told = briefPage(brief({ ids: [1, 2, 3] as ItemId[], stories: [story], sources }), 'last', TIME);
    assert.equal(told.sources[0]?.left, 0);
    assert.equal(newHeadlines(1), '1 new headline');
    assert.equal(newHeadlines(5000, true), '5000+ new headlines');
  });

  test('names the publishers of a story', () => {
    const check = (publishers: readonly string[], expected: string): void => {
      const page = briefPage(
        brief({ ids: [1 as ItemId], stories: [{ headlines: [headline(1)], publishers, reports: [] }] }),
        'last',
        TIME,
      );
      assert.equal(page.stories[0]?.publishers, expected);
      assert.equal(page.stories[0].coverage, `${publishers.length} sources`);
    };
    check(['Wire', 'Herald'], 'Wire and Herald');
    check(['Wire', 'Herald', 'Gazette'], 'Wire, Herald and Gazette');
    check(['Wire', 'Herald', 'Gazette', 'Post'], 'Wire, Herald, Gazette and 1 other');
    check(['Wire', 'Herald', 'Gazette', 'Post', 'Sun'], 'Wire, Herald, Gazette and 2 others');
  });

  test('shows the saved searches that found something', () => {
    const page = briefPage(
      brief({
        ids: [1 as ItemId],
        searches: [
          { query: 'harbour', found: 2 },
          { query: 'strike', found: 0 },
        ],
      }),
      'last',
      TIME,
    );
    assert.deepEqual(page.searches, [{ query: 'harbour', found: 2 }]);
    assert.deepEqual(
      page.ranges.map(({ label }) => label),
      ['Since 08:15', 'In the last 24 hours', 'In the last three days', 'In the last week'],
    );
  });
});
