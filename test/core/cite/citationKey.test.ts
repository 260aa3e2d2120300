import assert from 'node:assert/strict';
import { citationKey } from '../../../src/core/cite/citationKey.ts';

type Publication = Parameters<typeof citationKey>[0];

const nothing: Publication = {
  byline: undefined,
  outlet: undefined,
  headline: '',
  published: undefined,
  language: undefined,
  url: undefined,
};

const cases: readonly (readonly [given: Partial<Publication>, key: string])[] = [
  [
    {
      byline: 'Ada Byron and Li Wei',
      headline: 'Floods displace thousands in the north',
      published: '2026-03-14',
    },
    'byronfloodsdisplacethousands2026',
  ],
  [
    { outlet: 'The Guardian', byline: 'Guardian staff', headline: 'The rain: it’s over', published: '2025' },
    'guardianrain2025',
  ],
  [{ byline: 'Associated Press', outlet: 'The Post', headline: 'Vote' }, 'associatedpressvote'],
  [
    { byline: 'Jürgen Müller', headline: 'Über 3 Brücken', language: 'de', published: '2025-10' },
    'muellerueber3bruecken2025',
  ],
  [{ byline: 'Jürgen Müller', headline: 'Three Bridges', language: 'en' }, 'mullerthreebridges'],
  [{ byline: 'Zoë Ångström', headline: 'Été Œuvre ßtraße', language: 'fr' }, 'angstrometeoeuvresstrasse'],
  [
    { byline: 'Анна Щербакова', headline: 'Дождь прекратился', published: '2024' },
    'shcherbakovadozhdprekratilsya2024',
  ],
  [
    { byline: 'Ελένη Παπαδοπούλου', headline: 'Η βροχή σταμάτησε', published: '2024' },
    'papadopoulouvrochistamatise2024',
  ],
  [
    { outlet: '人民日报', url: 'https://www.people.com.cn/a', headline: '大雨停了', published: '2025' },
    'people2025',
  ],
  [{ byline: '李伟', outlet: 'Xinwen', headline: '大雨停了', published: '2025' }, 'xinwen2025'],
  [{ headline: '大雨停了' }, 'item'],
  [{ headline: '', url: 'https://news.bbc.co.uk/1' }, 'bbc'],
  [{ outlet: '20 Minutes', headline: 'La pluie' }, 'item20minutespluie'],
  [{ headline: 'To be or not to be' }, 'itemtobeor'],
  [{ byline: 'Ursula von der Leyen', headline: 'A', published: '2025' }, 'leyena2025'],
];

suite('Citation keys', () => {
  for (const [given, key] of cases) test(key, () => check(given, key));

  test('are made free by letters behind a year and by numbers behind a word', () => {
    const taken = (keys: readonly string[]) => (key: string) => keys.includes(key);
    const dated = { ...nothing, headline: 'Rain', published: '2025' };
    assert.equal(citationKey(dated, taken(['itemrain2025'])), 'itemrain2025a');
    assert.equal(citationKey(dated, taken(['itemrain2025', 'itemrain2025a'])), 'itemrain2025b');
    assert.equal(citationKey({ ...nothing, headline: 'Rain' }, taken(['itemrain'])), 'itemrain2');
    const made = new Set<string>();
    for (let count = 0; count < 800; count++) made.add(citationKey(dated, (key) => made.has(key)));
    assert.equal(made.size, 800);
    assert.ok(made.has('itemrain2025zz'));
  });

  test('stay short and plain whatever the text is', () => {
    const key = citationKey(
      { ...nothing, headline: `${'x'.repeat(9000)} ${'y'.repeat(9000)} 🙂`, outlet: 'z'.repeat(9000) },
      () => false,
    );
    assert.match(key, /^[a-z][a-z0-9]{0,99}$/);
  });
});

function check(given: Partial<Publication>, key: string): void {
  assert.equal(
    citationKey({ ...nothing, ...given }, () => false),
    key,
  );
}
