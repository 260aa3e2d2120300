import assert from 'node:assert/strict';
import { bylineNames } from '../../../../src/core/cite/reference/bylineNames.ts';
import { cslDate } from '../../../../src/core/cite/reference/cslDate.ts';
import type { CslName, CslType } from '../../../../src/core/cite/reference/cslItem.ts';
import { outletType } from '../../../../src/core/cite/reference/outletKinds.ts';
import { plainAddress } from '../../../../src/core/cite/reference/plainAddress.ts';
import { reference, type Referenced } from '../../../../src/core/cite/reference/reference.ts';

const item: Referenced = {
  headline: 'Rain  Stops Play',
  byline: 'Ada Byron, Associated Press',
  outlet: 'The Example Times',
  url: 'https://www.example.org/rain?id=2&utm_source=feed#top',
  published: '2025-10-08T23:30:00+05:00',
  updated: '2025-10-09T08:00:00Z',
  language: 'en-GB',
  section: 'Sport',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  sourceTitle: 'Feed of things',
  sourceKind: 'feed',
};

suite('References', () => {
  test('have the facts of a headline', () => {
    assert.deepEqual(reference(item, { key: 'byron2025', accessed: '2025-10-10' }), {
      id: 'byron2025',
      type: 'article-newspaper',
      title: 'Rain Stops Play',
      author: [{ family: 'Byron', given: 'Ada' }],
      'container-title': 'The Example Times',
      issued: { 'date-parts': [[2025, 10, 8]] },
      accessed: { 'date-parts': [[2025, 10, 10]] },
      URL: 'https://www.example.org/rain?id=2',
      language: 'en-GB',
      source: 'Associated Press',
      custom: {
        dateModified: '2025-10-09T08:00:00Z',
        licence: 'https://creativecommons.org/licenses/by/4.0/',
      },
    });
  });

  test('leave out what is not known', () => {
    const bare: Referenced = {
      ...item,
      ...{ byline: undefined, outlet: undefined, url: undefined, published: undefined, updated: undefined },
      ...{ language: undefined, section: undefined, licence: undefined, sourceKind: 'files' },
    };
    assert.deepEqual(reference(bare, { key: 'rain', accessed: '2025-10-10' }), {
      id: 'rain',
      type: 'webpage',
      title: 'Rain Stops Play',
    });
  });

  test('take the kind, the section and the archived copy that they are given', () => {
    const given = reference(item, {
      key: 'k',
      accessed: undefined,
      type: 'webpage',
      withSection: true,
      archiveUrl: 'https://archive.example/1',
    });
    assert.equal(given.type, 'webpage');
    assert.equal(given.section, 'Sport');
    assert.equal(given.custom?.archiveUrl, 'https://archive.example/1');
    assert.equal(given.accessed, undefined);
  });
});

suite('Names in bylines', () => {
  const ada: CslName = { family: 'Byron', given: 'Ada' };
  const li: CslName = { family: 'Wei', given: 'Li' };
  const rows: readonly (readonly [byline: string, authors: readonly CslName[], agency?: string])[] = [
    ['Ada Byron', [ada]],
    ['By Ada Byron and Li Wei', [ada, li]],
    ['Ada Byron, Li Wei & Ann Lee', [ada, li, { family: 'Lee', given: 'Ann' }]],
    ['By Ada Byron, Science Editor, and Li Wei', [ada, li]],
    ['Ada Byron in London', [ada]],
    ['ADA BYRON', [ada]],
    ['Byron, Ada', [ada]],
    ['Von Ada Byron und Li Wei', [ada, li]],
    ['Par Ada Byron et Li Wei', [ada, li]],
    ['Ada Byron, Reuters', [ada], 'Reuters'],
    ['Ada Byron | AFP', [ada, { literal: 'AFP' }], 'AFP'],
    ['Associated Press', [{ literal: 'Associated Press' }], 'Associated Press'],
    ['Reuters Staff', [{ literal: 'Reuters' }], 'Reuters'],
    ['The Post', []],
    ['Post staff and agencies', []],
    ['Staff', []],
    ['Staff reporter', []],
    ['Our correspondent', []],
    ['Editorial Board', []],
    ['Ministry of Health and Care', [{ literal: 'Ministry of Health and Care' }]],
    ['Bangkok Paper Company, Limited', [{ literal: 'Bangkok Paper Company, Limited' }]],
    ['Vincent van Gogh', [{ family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' }]],
    ['Ursula von der Leyen', [{ family: 'Leyen', given: 'Ursula', 'dropping-particle': 'von der' }]],
    ['Bill De Blasio', [{ family: 'De Blasio', given: 'Bill' }]],
    ['Martin Luther King Jr.', [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }]],
    ['Sammy Davis, Jr.', [{ family: 'Davis', given: 'Sammy', suffix: 'Jr.' }]],
    ['Dr. Ada Byron, PhD', [ada]],
    ['Ada Byron <ada@example.org>', [ada]],
    ['李伟', [{ literal: '李伟' }]],
    ['Анна Щербакова', [{ family: 'Щербакова', given: 'Анна' }]],
    [
      'Wu, M., Del-Valle Echevarria, A. R. and Li, H.-X.',
      [
        { family: 'Wu', given: 'M.' },
        { family: 'Del-Valle Echevarria', given: 'A. R.' },
        { family: 'Li', given: 'H.-X.' },
      ],
    ],
    ['Ada Byron in Palm Beach, Florida, and Li Wei in Beijing', [ada, li]],
    ['Ada Byron (now), Li Wei (earlier)', [ada, li]],
    ['Ada Byron Science editor', [ada]],
    ['Post sport', []],
    ['First Dog on the Moon', [{ literal: 'First Dog on the Moon' }]],
    ['Dr. Drang', [{ literal: 'Dr. Drang' }]],
    ['/u/handle_1', [{ literal: '/u/handle_1' }]],
    ['Ada Byron/Reuters', [ada, { literal: 'Reuters' }], 'Reuters'],
    ['Madonna', [{ literal: 'Madonna' }]],
    ['', []],
    ['—', []],
  ];
  for (const [byline, authors, agency] of rows) {
    test(byline || 'none', () => assert.deepEqual(bylineNames(byline, 'The Post'), { authors, agency }));
  }
});

suite('Kinds of outlets', () => {
  const rows: readonly (readonly [outlet: string | undefined, url: string | undefined, type: CslType])[] = [
    ['The New York Times', 'https://nytimes.com/a', 'article-newspaper'],
    ['Le Monde', 'https://lemonde.fr/a', 'article-newspaper'],
    ['Süddeutsche Zeitung', 'https://sz.de/a', 'article-newspaper'],
    ['Kleine Gazette', undefined, 'article-newspaper'],
    ['Village News', undefined, 'article-newspaper'],
    ['The Economist', 'https://economist.com', 'article-magazine'],
    ['Harper’s Magazine', 'https://harpers.org/1', 'article-magazine'],
    ['BBC News', 'https://bbc.co.uk/1', 'webpage'],
    ['Reuters', 'https://reuters.com/1', 'webpage'],
    ['Some Site', 'https://some.site/1', 'webpage'],
    ['Ada Writes', 'https://ada.substack.com/p/1', 'post-weblog'],
    ['Science Blog', 'https://example.org/1', 'post-weblog'],
    [undefined, 'not an address', 'webpage'],
  ];
  for (const [outlet, url, type] of rows) {
    test(`${String(outlet)}: ${type}`, () => assert.equal(outletType(outlet, url), type));
  }
});

suite('Facts of references', () => {
  const addresses: readonly (readonly [string, string])[] = [
    ['https://a.example/x?utm_medium=rss&b=2&fbclid=1&a=1', 'https://a.example/x?b=2&a=1'],
    ['https://www.a.example/x?', 'https://www.a.example/x'],
    ['https://a.example/#/news/1', 'https://a.example/#/news/1'],
    ['https://a.example/x?q=a%20b#xtor=RSS', 'https://a.example/x?q=a%20b'],
    ['not an address', 'not an address'],
  ];
  for (const [address, plain] of addresses) {
    test(address, () => assert.equal(plainAddress(address), plain));
  }

  test('dates keep their precision', () => {
    const parts = (iso: string) => cslDate(iso)?.['date-parts'][0];
    assert.deepEqual(parts('2025'), [2025]);
    assert.deepEqual(parts('2025-10'), [2025, 10]);
    assert.deepEqual(parts('2025-10-08T01:00:00+14:00'), [2025, 10, 8]);
    assert.deepEqual(parts('2025-13-08'), [2025]);
    assert.equal(parts('yesterday'), undefined);
  });
});
