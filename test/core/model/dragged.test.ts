import assert from 'node:assert/strict';
import type { ItemId } from '../../../src/core/model/ids.ts';
import { headlinesToDrag, passageToDrag, readDragged } from '../../../src/core/model/dragged.ts';

suite('What is dragged', () => {
  const id = (number: number): ItemId => number as ItemId;

  test('is read as it was written', () => {
    assert.deepEqual(readDragged(passageToDrag(id(3), [10, 20]), undefined), [
      { itemId: 3, passage: [10, 20] },
    ]);
    assert.deepEqual(readDragged(undefined, headlinesToDrag([id(3), id(5)])), [
      { itemId: 3, passage: undefined },
      { itemId: 5, passage: undefined },
    ]);
  });

  test('is nothing where somebody else wrote it', () => {
    for (const text of [
      '',
      '[]',
      '{}',
      '["a"]',
      '[1,-2]',
      '[1.5]',
      'null',
      '{"itemId":1,"passage":[5,5]}',
      '{"itemId":1,"passage":[9,5]}',
      '{"itemId":"1","passage":[1,5]}',
    ]) {
      assert.deepEqual(readDragged(text, text), [], text);
    }
  });

  test('is twenty headlines at most', () => {
    assert.equal(
      readDragged(undefined, headlinesToDrag(Array.from({ length: 50 }, (_, at) => id(at)))).length,
      20,
    );
  });
});
