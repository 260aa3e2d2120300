import assert from 'node:assert/strict';
import { toldVerdict } from './toldVerdict.ts';

const MANY = 'He saw the dog near the house. '.repeat(90);

const TABLES: Readonly<
  Record<string, readonly (readonly [words: string, source: string, verdict: string])[]>
> = {
  'inside a number or a denial are none': [
    ['were killed and 1[…] injured', 'Two were killed and 1,000 injured.', 'error: number'],
    ['a 1[3]% rise in rates', 'It was a 12% rise in rates.', 'error: number, punctuation'],
    ['it fell to €10[0] million then', 'And it fell to €10 million then.', 'error: number'],
    ['it fell to €10[0]', 'And it fell to €10 then.', 'error: number'],
    ['it fell 3[] percent then', 'And it fell 3.5 percent then.', 'error: number'],
    ['profits of […]5 million', 'They had profits of 1.5 million.', 'error: number'],
    ['profits of [about] 5 million', 'They had profits of $5 million.', 'error: number'],
    ['He can[…] say what he wants', 'He can’t say what he wants.', 'error: negation'],
    ['He can[ do] say what he wants', 'He can’t say what he wants.', 'error: negation'],
    ['it was []likely to end', 'And it was unlikely to end.', 'error: negation'],
    ['He can[not] say what he wants', 'He can’t say what he wants.', 'marked: replacement'],
    ['They walk[ed] home at ten', 'They walking home at ten.', 'marked: replacement'],
    ['In 1871[sic] they came', 'In 1871 they came.', 'marked: insertion'],
  ],
  'say that they leave out or add a denial': [
    ['The minister did […] rule out', 'The minister did not rule out a rise.', 'marked: omission hiding'],
    ['He did [not] agree to it', 'He did agree to it.', 'marked: insertion hiding'],
    ['it was [un]likely to end', 'And it was likely to end.', 'marked: insertion hiding'],
    ['He agreed. […] She left', 'He agreed. It did not rain. She left.', 'marked: omission'],
    ['He agreed. […] left now', 'He agreed. It rained. Nobody left now.', 'marked: omission hiding'],
    ['They are … guilty', 'They are anything but guilty.', 'marked: omission hiding'],
    ['我们[都]会放弃', '我们不会放弃。', 'marked: replacement hiding'],
  ],
  'make no statement of a question': [
    ['Will he resign.', 'Will he resign? He can’t say.', 'warning: punctuation'],
    ['Will he resign. […] say so', 'Will he resign? He can say so.', 'warning: punctuation'],
    ['Will he resign … say', 'Will he resign? He will say.', 'marked: omission'],
    ['Will he resign.', 'Will he resign, he asked.', 'marked: final punctuation'],
  ],
  'may stand at the edge of a paragraph': [
    ['the cold spring.\n\n[She] stayed', 'In the cold spring.\n\nThe woman stayed.', 'marked: replacement'],
    ['cold [season].\n\nThe woman', 'In the cold spring.\n\nThe woman stayed.', 'marked: replacement'],
    ['she said. “[They] are', '“No,” she said.\n\n“The royals are not amused.”', 'marked: replacement'],
    ['the cold [season] woman', 'In the cold spring.\n\nThe woman stayed.', 'warning: punctuation'],
  ],
  'are found late and behind lookalikes': [
    [
      'The [French] president resigned on Monday',
      `${MANY}The president resigned on Monday.`,
      'marked: insertion',
    ],
    ['The … resigned on Monday', `${MANY}The president resigned on Monday.`, 'marked: omission'],
    [
      'The minister … she [really] agreed',
      'The minister said she knew of it, and that all had voted; she agreed to it.',
      'marked: omission, insertion',
    ],
  ],
  'are those of editors': [
    ['Le gouvernement (sic) ne sait rien', 'Le gouvernement ne sait rien.', 'marked: insertion'],
    ['Le gouvernement (sic!) ne sait rien', 'Le gouvernement ne sait rien.', 'marked: insertion'],
    ['He said (sic) it', 'He said (sic) it then.', 'exact'],
    ['He left the house (emphasis mine)', 'He left the house then.', 'marked: insertion'],
    ['“He left the house (emphasis added)”', 'He left the house then.', 'marked: insertion'],
    ['Er ging (Hervorhebung von mir) weg', 'Er ging weg.', 'marked: insertion'],
    ['He left (not really) the house', 'He left the house then.', 'error: negation'],
    ['Он <…> ушёл домой', 'Он вчера ушёл домой.', 'marked: omission'],
    ['Он ‹…› ушёл домой', 'Он вчера ушёл домой.', 'marked: omission'],
    ['市政府（中略）投资', '北京市政府将投资三百亿元。', 'marked: omission'],
    ['市政府〔…〕投资', '北京市政府将投资三百亿元。', 'marked: omission'],
    ['市政府〔ママ〕将投资', '北京市政府将投资三百亿元。', 'marked: insertion'],
  ],
  'may change the first letter of a compound': [
    ['[e]-mail costs money', 'E-mail costs money.', 'marked: first letter'],
    ['[A]-t-elle dit vrai', 'a-t-elle dit vrai ?', 'marked: first letter'],
    ['[l]’homme est là', 'L’homme est là.', 'marked: first letter'],
    ['[f]-mail costs money', 'E-mail costs money.', 'warning: word'],
  ],
};

suite('Marked changes', () => {
  for (const [name, rows] of Object.entries(TABLES)) {
    test(name, () => {
      for (const [words, source, verdict] of rows) assert.equal(toldVerdict(words, source), verdict, words);
    });
  }
});
