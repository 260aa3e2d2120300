import assert from 'node:assert/strict';
import type { Headline } from '../../../src/core/model/item.ts';
import { headlineRow } from '../../../src/host/search/hitItems.ts';

const NOW = new Date(2026, 0, 15, 14).getTime();

suite('A headline in the quick pick', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['as it is', 'The Courier', 'The Courier · 2h'],
    // Digits are drawn inside the words before them otherwise.
    ['apart from words that are read from right to left', 'World أخبار', '⁨World أخبار · ⁨2h⁩⁩'],
  ];
  for (const [what, outlet, expected] of cases) {
    test(`has its date behind its outlet, ${what}`, () => {
      const item = { headline: 'Fog', outlet, kind: 'article', summary: '', sortAt: NOW - 2 * 3600_000 };
      assert.equal(headlineRow(item as unknown as Headline, NOW, false).description, expected);
    });
  }
});
