import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ItemId } from '../../../src/core/model/ids.ts';
import { versionDates } from '../../../src/host/revisions/versionDate.ts';
import { versionText } from '../../../src/host/revisions/versionText.ts';
import { versionPlace, versionUri } from '../../../src/host/revisions/versionUri.ts';

suite('Versions as documents', () => {
  test('have the headline, then one line for each paragraph', () => {
    const check = (text: string, expected: string): void =>
      assert.equal(versionText({ headline: 'Rain', text }), expected);
    check('It rained.\n\nNobody left.', 'Rain\n\nIt rained.\n\nNobody left.\n');
    check('One\nTwo \n\n\n\nThree', 'Rain\n\nOne\nTwo\n\nThree\n');
    check('', 'Rain\n');
  });

  test('have addresses that say which they are, whatever the headline', () => {
    for (const headline of ['Rain', 'A/B: 100 % rain? #1', '..', '', '雨'.repeat(200), '\ud800']) {
      const uri = versionUri({ itemId: 12 as ItemId, ordinal: 3 }, headline);
      assert.deepEqual(versionPlace(vscode.Uri.parse(uri.toString())), { itemId: 12, ordinal: 3 });
      assert.equal(uri.path.split('/').length, 2);
    }
  });

  test('are told apart by their dates, as shortly as that can be', () => {
    const check = (older: number, newer: number, expected: string): void => {
      const dates = versionDates({ ordinal: 1, seenAt: older }, { ordinal: 3, seenAt: newer }, 'en');
      assert.equal(dates, expected);
    };
    const at = (day: number, hour: number, minute: number): number =>
      new Date(2026, 2, day, hour, minute).getTime();
    check(at(3, 10, 15), at(4, 9, 0), '3 Mar 2026, 10:15 ↔ 4 Mar 2026, 09:00');
    check(at(3, 10, 15), at(3, 11, 40), '3 Mar 2026, 10:15 ↔ 11:40');
    check(at(3, 10, 15), at(3, 10, 15), '3 Mar 2026, 10:15, version 1 ↔ version 3');
  });

  test('have no other addresses', () => {
    const check = (uri: string): void => assert.equal(versionPlace(vscode.Uri.parse(uri)), undefined);
    check('broadsheet-version:/a.broadsheet');
    check('broadsheet-version:/a.broadsheet?1');
    check('broadsheet-version:/a.broadsheet?-1.2');
    check('broadsheet-version:/a.broadsheet?1.2.3');
    check('file:/a.broadsheet?1.2');
  });
});
