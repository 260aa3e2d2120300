import assert from 'node:assert/strict';
import {
  inserted,
  joinedParts,
  omitted,
  withFirstLetter,
} from '../../../../src/core/cite/write/alterations.ts';

suite('Alterations that are marked', () => {
  test('an omission is an ellipsis', () => {
    const check = (passage: string, part: string, expected: string): void => {
      const start = passage.indexOf(part);
      assert.equal(omitted(passage, [start, start + part.length], '…'), expected);
    };
    check('It rained, they said, until noon.', ', they said,', 'It rained … until noon.');
    check('It rained for days.', ' for days', 'It rained ….');
    check('One.\n\nTwo.\n\nThree.', 'Two.', 'One. …\n\nThree.');
    check('One came. Two left.', 'One came.', 'Two left.');
    check('It was said, and it rained.', 'It was said,', '… and it rained.');
    assert.equal(
      joinedParts('One two three four.', [
        [8, 13],
        [0, 3],
      ]),
      'One […] three',
    );
  });

  test('an insertion and a changed letter are in brackets', () => {
    assert.equal(inserted('He left.', [0, 2], 'Byron'), '[Byron] left.');
    assert.equal(inserted('They left.', [4, 4], 'all'), 'They [all] left.');
    assert.equal(withFirstLetter('The rain', 'lower', 'en'), '[t]he rain');
    assert.equal(withFirstLetter('“Über', 'lower', 'de'), '“[ü]ber');
    assert.equal(withFirstLetter('the rain', 'lower', 'en'), 'the rain');
  });
});
