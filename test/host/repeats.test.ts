import assert from 'node:assert/strict';
import { createRepeats } from '../../src/host/repeats.ts';

suite('A sentence', () => {
  test('is said once within a few seconds', () => {
    let time = 0;
    const isRepeated = createRepeats(4000, () => time);
    assert.equal(isRepeated('The disk is full.'), false);
    time = 3999;
    assert.equal(isRepeated('The disk is full.'), true);
    assert.equal(isRepeated('The library is damaged.'), false);
    time = 4000;
    assert.equal(isRepeated('The disk is full.'), false);
  });
});
