import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { citationStyles } from '../../scripts/citationStyles.ts';
import {
  BUNDLED_LOCALES,
  BUNDLED_STYLES,
  bundledLocale,
  styleLocale,
} from '../../src/cite-style/bundledStyles.ts';
import type { StyleRequest } from '../../src/cite-style/citeStyle.ts';
import { formatReferences, type Citeproc } from '../../src/cite-style/formatReferences.ts';
import { spawnCiteStyle } from '../../src/cite-style/spawn.node.ts';
import type { CslItem } from '../../src/core/cite/reference/cslItem.ts';
import { bare, kinds, rain } from '../core/cite/bibliography/samples.ts';

const WORKER = join(import.meta.dirname, '../../src/cite-style/worker.node.ts');
const ENGINE = createRequire(import.meta.url).resolve('citeproc');

const { styles, locales } = citationStyles();
const { formatReferences: inThread } = spawnCiteStyle({ script: WORKER, engine: ENGINE });
const citeproc = createRequire(import.meta.url)('citeproc') as Citeproc;

const ADDRESS = 'https://www.example.org/rain_(2)?a=1&b=50%25';
const alone: CslItem = { ...rain, author: [{ family: 'Byron', given: 'Ada' }] };

const rows: readonly (readonly [style: string, bibliography: string, citation: string])[] = [
  [
    'apa',
    `Byron, A. (2025, October 8). Rain stops play in Leeds, says BBC. The Example Times. ${ADDRESS}`,
    '(Byron, 2025)',
  ],
  [
    'modern-language-association',
    `Byron, Ada. “Rain Stops Play in Leeds, Says BBC.” The Example Times, 8 Oct. 2025, ${ADDRESS}.`,
    '(Byron)',
  ],
  [
    'chicago-author-date',
    `Byron, Ada. 2025. “Rain Stops Play in Leeds, Says BBC.” The Example Times, October 8, 2025. ${ADDRESS}.`,
    '(Byron 2025)',
  ],
  [
    'chicago-fullnote-bibliography',
    `Byron, Ada. “Rain Stops Play in Leeds, Says BBC.” The Example Times, October 8, 2025. ${ADDRESS}.`,
    `Ada Byron, “Rain Stops Play in Leeds, Says BBC,” The Example Times, October 8, 2025, ${ADDRESS}.`,
  ],
  [
    'harvard-cite-them-right',
    `Byron, A. (2025) ‘Rain stops play in Leeds, says BBC’, The Example Times, 8 October. Available at: ${ADDRESS} (Accessed: 10 October 2025).`,
    '(Byron, 2025)',
  ],
];

suite('Citation styles', function () {
  this.timeout(60_000);
  test('in a thread of its own', async () => {
    const [entry] = await inThread(request('apa', 'bibliography', [alone]));
    assert.equal(
      entry?.html,
      `Byron, A. (2025, October 8). Rain stops play in Leeds, says BBC. <i>The Example Times</i>. ${ADDRESS.replace('&', '&#38;')}`,
    );
  });

  for (const [style, bibliography, citation] of rows) {
    test(style, () => check(style, bibliography, citation));
  }

  test('every shipped style writes every kind of news, sorted and as given', () => {
    for (const { id } of BUNDLED_STYLES) {
      for (const kind of ['bibliography', 'citation'] as const) {
        const given = formatReferences(citeproc, request(id, kind, kinds));
        assert.deepEqual(
          given.map(({ key }) => key),
          kinds.map((item) => item.id),
          id,
        );
        for (const { text, html } of given)
          assert.ok(text !== '' && html !== '' && !text.includes('<'.repeat(2)), id);
      }
    }
    const sorted = formatReferences(citeproc, {
      ...request('modern-language-association', 'bibliography', kinds),
      order: 'style',
    });
    assert.equal(sorted.at(-1)?.key, bare.id);
  });

  test('a language of its own', () => {
    const [reference] = formatReferences(citeproc, {
      ...request('apa', 'bibliography', [{ ...alone, language: 'de' }]),
      locale: locales.get('de-DE') ?? '',
    });
    assert.match(reference?.text ?? '', /^Byron, A\. \(2025, Oktober 8\)|8\. Oktober/);
    assert.equal(bundledLocale('de-LI'), 'de-DE');
    assert.equal(bundledLocale('cy'), 'en-US');
    assert.equal(bundledLocale(undefined), 'en-US');
    assert.ok(BUNDLED_LOCALES.every((tag) => bundledLocale(tag) === tag));
  });

  test('markup in a headline stays words', () => {
    const title = 'A <b>B</b> <script>alert(1)</script> & <img src=x onerror=alert(1)>';
    const [reference] = formatReferences(citeproc, request('apa', 'bibliography', [{ ...alone, title }]));
    assert.doesNotMatch(reference?.html ?? '<img', /<(?:b|script|img)/);
    assert.ok(reference?.text.includes(title), reference?.text);
  });

  test('unknown and repeated keys, and a style without a bibliography', async () => {
    const { id } = alone;
    const found = formatReferences(citeproc, {
      ...request('apa', 'bibliography', [alone]),
      keys: ['nobody', id, id],
    });
    assert.deepEqual(
      found.map(({ key }) => key),
      [id],
    );
    const style = (styles.get('apa') ?? '').replace(/<bibliography[^]*<\/bibliography>/u, '');
    assert.deepEqual(formatReferences(citeproc, { ...request('apa', 'bibliography', [alone]), style }), []);
    assert.deepEqual(formatReferences(citeproc, request('apa', 'bibliography', [])), []);
    assert.deepEqual(await inThread(request('apa', 'bibliography', [])), []);
  });

  test('says what is wrong with a style', async () => {
    const wrong: readonly (readonly [change: Partial<StyleRequest>, sentence: RegExp])[] = [
      [{ style: 'hello' }, /no citation style/],
      [{ style: '<style></style>' }, /no <citation> in it/],
      [
        {
          style:
            '<style><info><link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>',
        },
        /points to another one, “apa”/,
      ],
      [
        { style: '<style><citation><layout><text macro="no"/></layout></citation></style>' },
        /could not be used/,
      ],
      [{ locale: 'x' }, /no locale/],
    ];
    for (const [change, message] of wrong) {
      const whole = { ...request('apa', 'citation', [alone]), ...change };
      assert.throws(() => formatReferences(citeproc, whole), { name: 'UserError', message });
    }
    const refused = inThread({ ...request('apa', 'citation', [alone]), style: 'hello' });
    await assert.rejects(refused, { name: 'UserError', message: /no citation style/ });
  });

  test('gives up when it takes too long or is not wanted any more', async () => {
    const hasty = spawnCiteStyle({ script: WORKER, engine: ENGINE, longest: 1 });
    await assert.rejects(hasty.formatReferences(request('apa', 'citation', [alone])), /took too long/);
    const abort = new AbortController();
    const left = inThread(request('apa', 'citation', [alone]), abort.signal);
    abort.abort();
    await assert.rejects(left, { name: 'AbortError' });
    await assert.rejects(inThread(request('apa', 'citation', [alone]), abort.signal), {
      name: 'AbortError',
    });
  });
});

function request(id: string, kind: StyleRequest['kind'], items: readonly CslItem[]): StyleRequest {
  const style = styles.get(id) ?? '';
  return {
    style,
    locale: locales.get(bundledLocale(styleLocale(style))) ?? '',
    items,
    keys: items.map((item) => item.id),
    kind,
    order: 'given',
  };
}

function check(id: string, bibliography: string, citation: string): void {
  const [entry] = formatReferences(citeproc, request(id, 'bibliography', [alone]));
  assert.equal(entry?.text, bibliography);
  assert.match(entry.html, /<i>The Example Times<\/i>/);
  const [cite] = formatReferences(citeproc, request(id, 'citation', [alone]));
  assert.equal(cite?.text, citation);
}
