import assert from 'node:assert/strict';
import { toldVerdict } from './toldVerdict.ts';

type Rows = readonly (readonly [words: string, source: string])[];

const OTHER_NUMBERS: Rows = [
  ['about 5', 'They say about 5–10 people died.'],
  ['about 5', 'They say about 5 – 10 people died.'],
  ['½ hours later', 'It was 3 ½ hours later.'],
  ['1/2 hours later', 'It was 3 1/2 hours later.'],
  ['it took 3', 'And it took 3 ½ hours.'],
  ['$5 million was paid', 'In all A$5 million was paid.'],
  ['$5 million was paid', 'In all US$5 million was paid.'],
  ['5 million was paid', 'In all €5 million was paid.'],
  ['5 million was paid', 'In all EUR 5 million was paid.'],
  ['it fell to €10', 'And it fell to €10 million.'],
  ['it fell to €10 … then', 'And it fell to €10 million then.'],
  ['it fell to 10', 'And it fell to 10\u2007000 then.'],
  ['it fell to 10', 'And it fell to 10 percent then.'],
  ['it fell to 10%', 'And it fell to 10 percent then.'],
  ['it fell to 10 per', 'And it fell to 10 per cent then.'],
  ['it fell to 10', 'And it fell to 10 km then.'],
  ['it fell to 10', 'And it fell to 10 € then.'],
  ['投资2000', '他们投资2000万元。'],
  ['売上は12', '売上は12％増だった。'],
  ['a 6″ pipe was laid', 'Then a 6′ pipe was laid.'],
  ['reached 5 °C in May', 'It reached −5 °C in May.'],
  ['then 10 m of road was closed', 'And then 10 km of road was closed.'],
  ['it was a 12 rise in rates', 'And it was a 12% rise in rates.'],
];

const THE_SAME: Rows = [
  ['reached -5 °C in May', 'It reached −5 °C in May.'],
  ['a 6" pipe was laid', 'Then a 6″ pipe was laid.'],
  ['In 2024', 'In 2024 millions of people went.'],
  ['It rose in 2024', 'It rose in 2024 – 10 years later.'],
  ['5 € per day', 'It costs 5€ per day.'],
  ['de 12 \u2060% \u2060: \u2060«', 'une hausse de 12 % : « oui »'],
  ['618001--618400', '5--618001--618400 stamps'],
  ['2025年に', '東京２０２５年に始めた。'],
  ['ABC公司', '日本のＡＢＣ公司は'],
  ['12%増', '売上は12％増だった。'],
  ['市长说,我们不会放弃', '市长说，我们不会放弃。'],
  ['He said “yes,” and left', 'He said ‘yes’, and left.'],
  ['She said “no.” “Yes,” he', 'She said ‘no’. ‘Yes’, he said.'],
  ['“Para one.\n\nPara two.”', '“Para one.\n\n“Para two.”'],
  ['“Para one.\n\n“Para two.', '“Para one.\n\nPara two.”'],
];

suite('Numbers and typography', () => {
  test('a sign, a unit or a part of a number makes another one', () => {
    for (const [words, source] of OTHER_NUMBERS)
      assert.match(toldVerdict(words, source), /^error: number/, `${words} | ${source}`);
  });

  test('what printers do differently is the same', () => {
    for (const [words, source] of THE_SAME)
      assert.equal(toldVerdict(words, source), 'exact', `${words} | ${source}`);
  });

  test('a closed speech is not one that goes on', () => {
    assert.equal(toldVerdict('Para one.\n\nPara two.', '“Para one.”\n\n“Para two.”'), 'warning: punctuation');
  });
});
