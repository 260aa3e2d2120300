import assert from 'node:assert/strict';
import { parseQuery } from '../../../src/core/search/parseQuery.ts';
import type { Headline } from '../../../src/core/model/item.ts';
import type { Source } from '../../../src/core/model/source.ts';
import { proposedQueries } from '../../../src/host/rules/proposedQueries.ts';
import { doneText } from '../../../src/host/rules/ruleText.ts';

suite('Rules', () => {
  test('about a headline are proposed by source, author and headline', () => {
    const check = (fields: Partial<Headline>, expected: readonly string[]): void => {
      const item = {
        sourceKind: 'feed',
        sourceTitle: 'Wire',
        outlet: undefined,
        byline: undefined,
        headline: 'Rain',
        ...fields,
      } as Headline;
      assert.deepEqual(proposedQueries(item), expected);
    };
    check({}, ['source:"Wire"', 'title:"Rain"']);
    check({ byline: 'Ada Byron' }, ['source:"Wire"', 'by:"Ada Byron"', 'title:"Rain"']);
    check({ sourceKind: 'pages', byline: 'Ada' }, ['by:"Ada"', 'title:"Rain"']);
    check({ sourceKind: 'files', outlet: 'The Wire' }, ['source:"The Wire"', 'title:"Rain"']);
    check({ headline: 'The “big”\n"rain"' }, ['source:"Wire"', 'title:"The big rain"']);
    check({ sourceTitle: '""', headline: ' ' }, []);
  });

  test('about a source are proposed by its name', () => {
    assert.deepEqual(proposedQueries({ title: 'A (b) OR c' } as Source), ['source:"A (b) OR c"']);
    assert.deepEqual(proposedQueries(undefined), []);
  });

  test('are proposed in words that the search understands', () => {
    for (const query of proposedQueries({
      sourceKind: 'folder',
      sourceTitle: 'Wire: -news OR (x)',
      byline: 'by:me',
      headline: 'is:unread',
    } as Headline)) {
      const { expression, misread } = parseQuery(query, { typing: false, now: 0 });
      assert.deepEqual(misread, []);
      assert.ok(expression?.kind === 'source' || expression?.kind === 'phrase', query);
    }
  });

  test('say what they did', () => {
    assert.equal(doneText({ kind: 'star' }, 1), '1 item was starred.');
    assert.equal(doneText({ kind: 'tag', tag: 'sea' }, 3), '3 items were tagged “sea”.');
  });
});
