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
  ['共有三百', '他们共有三百二十人。'],
  ['共有三百二', '他们共有三百二十人。'],
  ['二十人参加', '共有三百二十人参加。'],
  ['共有三百', '他们共有三百\n二十人。'],
  ['预计投资三亿', '预计投资三亿六千万元。'],
  ['千万元的工程', '投资三亿六千万元的工程。'],
  ['6000万元的工程', '投资3亿6000万元的工程。'],
  ['投资3亿', '预计投资3亿6000万元。'],
  ['在二〇二', '在二〇二五年开始。'],
  ['付给他壹佰', '付给他壹佰贰拾元。'],
  ['占全部的百分之', '占全部的百分之三十。'],
  ['三十的居民', '有百分之三十的居民。'],
  ['参加者三百', '参加者三百五十人が来た。'],
  ['人口有三', '人口有三点五亿。'],
  ['and they ran 10', 'And they ran 10 kilometres then.'],
  ['and they ran 10', 'And they ran 10\nmiles then.'],
  ['it covers 20', 'It covers 20 square miles.'],
  ['it covers 20 square', 'It covers 20 square miles.'],
  ['it was 10 degrees', 'It was 10 degrees Celsius then.'],
  ['it fell to 20 percentage', 'And it fell to 20 percentage points.'],
  ['it fell to 20 per', 'And it fell to 20 percent then.'],
  ['it fell to twenty per', 'And it fell to twenty per cent then.'],
  ['it fell to twenty', 'And it fell to twenty percent then.'],
  ['about two hundred', 'There were about two hundred thousand.'],
  ['about two', 'There were about two hundred thousand.'],
  ['es waren drei', 'Und es waren drei Millionen Menschen.'],
  ['3 degrees that night', 'It was minus 3 degrees that night.'],
  ['it was minus 3 degrees then', 'And it was 3 degrees then.'],
  ['5 degrés hier soir', 'Il faisait moins 5 degrés hier soir.'],
  ['5度的低温', '气温降到零下5度的低温。'],
  ['it cost 5 million dollars to build', 'And it cost 5 million euros to build.'],
  ['it cost five million dollars to build', 'And it cost five million euros to build.'],
  ['it took five hours to get there', 'And it took five days to get there.'],
  ['the train left at 3:30 pm on Friday', 'The train left at 3:30 am on Friday.'],
  ['the train left at 3:30 p.m. on Friday', 'The train left at 3:30 a.m. on Friday.'],
  ['there are 102 cells', 'And there are 10² cells.'],
  ['it covers 5 km', 'And it covers 5 km² now.'],
  ['it covers 5 km2', 'And it covers 5 km³ now.'],
  ['article 5 a new rule', 'And article 5a new rule.'],
];

const THE_SAME: Rows = [
  ['reached -5 °C in May', 'It reached −5 °C in May.'],
  ['a 6" pipe was laid', 'Then a 6″ pipe was laid.'],
  ['In 2024', 'In 2024 millions of people went.'],
  ['It rose in 2024', 'It rose in 2024 – 10 years later.'],
  ['In 2024', 'In 2024 years of talks began.'],
  ['On May 10', 'On May 10 an agreement was reached.'],
  ['no one', 'There was no one days later.'],
  ['it costs 6', 'And it costs 6 euros a day.'],
  ['half the people', 'And half the people came.'],
  ['they ran 10 kilometres', 'And they ran 10 kilometres then.'],
  ['twenty people', 'And twenty people came.'],
  ['每逢星期三', '每逢星期三十点开会。'],
  ['统一', '要统一三个标准。'],
  ['下午三点', '下午三点五个人来。'],
  ['共五百万', '共五百万一起来。'],
  ['三个人', '他们十月三个人来。'],
  ['三百二十人', '他们共有三百二十人。'],
  ['投资三亿六千万元', '预计投资三亿六千万元的工程。'],
  ['我们十分', '我们十分高兴。'],
  ['5 € per day', 'It costs 5€ per day.'],
  ['de 12 \u2060% \u2060: \u2060«', 'une hausse de 12 % : « oui »'],
  ['618001--618400', '5--618001--618400 stamps'],
  ['2025年に', '東京２０２５年に始めた。'],
  ['ABC公司', '日本のＡＢＣ公司は'],
  ['CO2 emissions and H2O', 'The CO₂ emissions and H₂O levels'],
  ['CO₂ emissions', 'The CO2 emissions'],
  ['5 km2 of forest', 'Then 5 km² of forest burned.'],
  ['5km away', 'It was 5 km away.'],
  ['at 3:30pm on', 'It began at 3:30 pm on Friday.'],
  ['今年3月', '他们今年 3 月开会。'],
  ['使用 iPhone 的人', '使用iPhone的人很多。'],
  ['3 millions de personnes', 'Au moins 3 millions de personnes sont venues.'],
  ['3 personas', 'Al menos 3 personas resultaron heridas.'],
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

  test('a measure may give way to a mark', () => {
    const source = 'And it took 3 years to build the wall.';
    assert.equal(toldVerdict('it took 3 … to build', source), 'marked: omission');
    assert.equal(toldVerdict('it took 3 […]', source), 'marked: omission');
    assert.match(toldVerdict('it took 3', source), /^error: number/);
  });

  test('a closed speech is not one that goes on', () => {
    assert.equal(toldVerdict('Para one.\n\nPara two.', '“Para one.”\n\n“Para two.”'), 'warning: punctuation');
  });
});
