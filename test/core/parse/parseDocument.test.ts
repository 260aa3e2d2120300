import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { ParsedDocument } from '../../../src/core/model/document.ts';
import { cleanHtml } from '../../../src/core/parse/sanitize.ts';
import { DOCUMENT_ENDINGS } from '../../../src/core/parse/documentKinds.ts';
import { parseDocument } from '../../../src/core/parse/parseDocument.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (name: string, text: string): ParsedDocument =>
  parseDocument({ path: `in/${name}`, name, bytes: bytesOf(text) });

suite('Documents', () => {
  const checkProblem = (name: string, bytes: Uint8Array, kind: string, outcome: string) =>
    test(`${name} is ${kind}`, () => {
      const { problems } = parseDocument({ path: name, name, bytes });
      assert.deepEqual(
        problems.map((problem) => [problem.kind, problem.outcome, problem.where]),
        [[kind, outcome, name]],
      );
      assert.ok(problems[0]?.sentence.includes(name));
    });

  checkProblem('notes.pdf', bytesOf('x'), 'unknown type', 'skipped');
  checkProblem('notes', bytesOf('x'), 'unknown type', 'skipped');
  checkProblem('a.txt', new Uint8Array(), 'empty', 'skipped');
  checkProblem('b.TXT', bytesOf(' \r\n '), 'empty', 'skipped');
  checkProblem('c.md', bytesOf('a\0b'), 'binary', 'skipped');
  checkProblem('d.html', bytesOf('<script>1</script>'), 'empty', 'skipped');
  checkProblem('e.html', bytesOf('<title>Rain</title>'), 'markup', 'taken');
  checkProblem('f.txt', new Uint8Array([0x52, 0xe9, 0x67]), 'encoding', 'taken');
  checkProblem('g.md', bytesOf('---\ntitle: Rain: a story\n---\nIt fell.'), 'front matter', 'taken');

  test('every ending is read in any case', () => {
    for (const ending of DOCUMENT_ENDINGS) {
      const { items } = parse(`A.b${ending.toUpperCase()}`, 'It rained on Friday.');
      assert.deepEqual([items.length, items[0]?.text], [1, 'It rained on Friday.'], ending);
    }
  });

  test('nothing throws', () => {
    const endings = fc.constantFrom(...DOCUMENT_ENDINGS);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), endings, (bytes, ending) => {
        parseDocument({ path: 'x', name: `x${ending}`, bytes });
      }),
      { numRuns: 60 },
    );
  });
});

suite('Plain text', () => {
  test('gives HTML that cleaning leaves as it is, with the same text', () => {
    const lines = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'a < b & c\u00A0> d', 'Nobody left.')),
    );
    fc.assert(
      fc.property(lines, (text) => {
        const [article] = parse('a.txt', text.join('\n')).items;
        if (article?.kind === 'article') {
          assert.deepEqual(cleanHtml(article.html), { html: article.html, text: article.text });
        }
      }),
      { numRuns: 100 },
    );
  });
});

suite('Markdown documents', () => {
  const check = (name: string, text: string, expected: Readonly<Record<string, unknown>>) =>
    test(name, () => {
      const [item] = parse('rain-report.md', text).items;
      const found = Object.fromEntries(
        Object.keys(expected).map((key) => [key, item?.[key as keyof typeof item]]),
      );
      assert.deepEqual(found, expected);
    });

  check('heading becomes the headline', 'Intro\n\n# The **Head** & line\n\nBody.', {
    headline: 'The Head & line',
    headlineFrom: 'document',
    text: 'Intro\n\nBody.',
  });
  check(
    'front matter',
    '---\nTitle: Rain\nauthors:\n  - name: Ada Byron\n  - Li Wei\nDate: 8 October 2025\nsite: The Post\nlink: https://example.org/a/\nlang: en_gb\n---\n# Rain\n\nIt [fell](b).',
    {
      headline: 'Rain',
      byline: 'Ada Byron and Li Wei',
      published: '2025-10-08',
      outlet: 'The Post',
      url: 'https://example.org/a/',
      language: 'en-GB',
      html: '<p>It <a href="https://example.org/a/b">fell</a>.</p>\n',
    },
  );
  check(
    'an ambiguous date and a bad address are not guessed',
    '---\ndate: 03/04/2025\nurl: javascript:x\n---\nIt fell.',
    {
      published: undefined,
      url: undefined,
      headline: 'It fell',
      headlineFrom: 'lede',
    },
  );
  check('malformed front matter keeps its readable lines', '---\ntitle: Rain: a story\n---\nIt fell.', {
    headline: 'Rain: a story',
    text: 'It fell.',
  });
  check('rules are no front matter', '---\n\nA rule.\n\n---\n\nMore', { text: 'A rule.\n\nMore' });
  check('no words at all', '* * *\n\n—', { headline: 'rain-report', headlineFrom: 'file name' });
  check('nesting deeper than anyone means', '>'.repeat(200_000) + 'x', {
    html: '<blockquote>\n<p>x</p>\n</blockquote>\n',
  });
  check(
    'aliases that grow',
    `---\na: &a [x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]\ntitle: Bomb\n---\nIt fell.`,
    {
      headline: 'Bomb',
      text: 'It fell.',
    },
  );
});

suite('Sample edition', () => {
  const items = ['summit.md', 'headlines.txt'].flatMap((name) => {
    const bytes = readFileSync(new URL(`../../../media/sample/${name}`, import.meta.url));
    const parsed = parseDocument({ path: name, name, bytes });
    return parsed.problems.length > 0 ? [] : parsed.items;
  });

  test('one article and seventeen headlines', () => {
    assert.equal(items.filter((item) => item.kind === 'article').length, 1);
    assert.equal(items.filter((item) => item.kind === 'headline').length, 17);
    assert.ok(items.every((item) => item.outlet === 'The Broadsheet Sample' && item.published !== undefined));
    assert.equal(items[0]?.published, '2025-10-08');
    assert.equal(items[0].byline, 'Broadsheet sample desk');
  });
});

suite('A real page saved as text', () => {
  const folder = new URL('../../../../shared/seed/', import.meta.url);
  const names = ((): readonly string[] => {
    try {
      return readdirSync(folder).filter((name) => name.endsWith('.txt'));
    } catch {
      return [];
    }
  })();

  test('gives one article and its headlines word for word', function () {
    const name = names[0];
    if (name === undefined) {
      process.stdout.write('      skipped: ../shared/seed is absent\n');
      return this.skip();
    }
    const bytes = readFileSync(new URL(name, folder));
    const { items, problems } = parseDocument({ path: name, name, bytes });
    assert.deepEqual(problems, []);
    assert.equal(items[0]?.kind, 'article');
    assert.equal(items[0].text.split('\n\n').length, 4);
    const page = bytes
      .toString('utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    assert.deepEqual(
      items.slice(1).map((item) => item.headline),
      page.slice(4),
    );
    assert.equal(items.length, 18);
  });
});
