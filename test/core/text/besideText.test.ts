import assert from 'node:assert/strict';
import { besideText } from '../../../src/core/text/besideText.ts';

suite('a description beside its label', () => {
  test('stands apart from a label written from right to left', () => {
    assert.equal(besideText('أعلن المجلس', '3 hours ago'), '\u20683 hours ago\u2069');
    assert.equal(besideText('המועצה', '12'), '\u206812\u2069');
  });

  test('stands apart where it is written from right to left itself', () => {
    assert.equal(besideText('Council', '3 h · الجزيرة'), '\u20683 h · الجزيرة\u2069');
  });

  test('is left alone where nothing can run into anything', () => {
    assert.equal(besideText('Council', '3 hours ago'), '3 hours ago');
    assert.equal(besideText('أعلن المجلس', ''), '');
  });
});
