import assert from 'node:assert/strict';
import { passageInContext } from '../../../src/core/cite/passageInContext.ts';

suite('a passage in its context', () => {
  const marked = (text: string, passage: string): readonly string[] => {
    const start = text.indexOf(passage);
    assert.ok(start >= 0);
    return passageInContext(text, [start, start + passage.length]).map((parts) =>
      parts.map((part) => (part.isPassage ? `[${part.text}]` : part.text)).join(''),
    );
  };

  test('stands in its paragraph alone', () => {
    assert.deepEqual(marked('Tolls Rise\nShe paid a toll.\nThen she left.', 'a toll'), [
      'She paid [a toll].',
    ]);
  });

  test('breaks no word that it begins or ends in', () => {
    assert.deepEqual(marked('The bargemen came.', 'barge'), ['The [barge]men came.']);
  });

  test('leaves marks at its ends outside', () => {
    assert.deepEqual(marked('He said “no toll”—we heard.', '“no toll”—'), ['He said “[no toll]”—we heard.']);
    assert.deepEqual(marked('A — B', '—'), ['A — B']);
  });

  test('over several paragraphs is marked in each', () => {
    assert.deepEqual(marked('One two.\n\nThree four.', 'two.\n\nThree'), ['One [two].', '[Three] four.']);
  });

  test('is cut at words where it is long, and so is what stands around it', () => {
    const long = 'word '.repeat(100).trim();
    const [line = ''] = marked(`${long} passage ${long}`, 'passage');
    assert.match(line, /^…word (?:word )+\[passage\] (?:word )+word…$/);
    assert.ok(line.length < 350);
    const [whole = ''] = marked(`${'many '.repeat(300)}end`, 'many '.repeat(300).trim());
    assert.match(whole, /^\[many (?:many )*many\]… end$/);
    assert.ok(whole.length < 700);
  });
});
