import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { ParsedDocument } from '../../../src/core/model/document.ts';
import { cleanHtml } from '../../../src/core/parse/sanitize.ts';
import { DOCUMENT_ENDINGS } from '../../../src/core/parse/documentKinds.ts';
import { parseDocument, parsedOrSkipped } from '../../../src/core/parse/parseDocument.ts';

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

  test('a parser that throws costs one document only', () => {
    const { items, problems } = parsedOrSkipped(
      () => {
        throw new RangeError('Too\ndeep');
      },
      { path: 'in/a.md', name: 'a.md', text: 'x' },
    );
    assert.deepEqual(items, []);
    assert.deepEqual(
      problems.map(({ kind, outcome, where }) => [kind, outcome, where]),
      [['unreadable', 'skipped', 'a.md']],
    );
    assert.match(problems[0]?.sentence ?? '', /a\.md .*Too deep/);
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
  check('a heading below prose stays', 'The quay is shut, it said.\n\n# Second Part\n\nIt rained.', {
    headline: 'The quay is shut, it said',
    headlineFrom: 'lede',
    html: '<p>The quay is shut, it said.</p>\n<h1>Second Part</h1>\n<p>It rained.</p>\n',
  });
  check('a heading of the second level above all', '## Quay shut\n\nIt rained.\n\n## Later\n\nSun.', {
    headline: 'Quay shut',
    headlineFrom: 'document',
    html: '<p>It rained.</p>\n<h2>Later</h2>\n<p>Sun.</p>\n',
  });
  check('the higher of two headings above all', '## Harbour\n\n# Quay shut\n\nIt rained.', {
    headline: 'Quay shut',
    html: '<h2>Harbour</h2>\n<p>It rained.</p>\n',
  });
  check(
    'a clipped page',
    '---\ntitle: "Quay shut"\nsource: "https://example.org/q"\nauthor:\n  - "[[Ada Byron]]"\n  - "[[staff/Li|Li Wei]]"\npublished: 2025-10-08\ncreated: 2025-11-01\ndescription: "Cracks."\ntags:\n  - "clippings"\n  - "#Ports"\n---\nIt fell.',
    {
      headline: 'Quay shut',
      url: 'https://example.org/q',
      outlet: undefined,
      byline: 'Ada Byron and Li Wei',
      published: '2025-10-08',
      tags: ['clippings', 'Ports'],
      text: 'It fell.',
    },
  );
  check(
    'TOML',
    '+++\ntitle = "Quay \\"shut\\""\ndate = 2025-10-08T14:05:00Z # noon\nauthor = \'Ada Byron\'\ntags = ["Ports",\n  "ports", "Strikes"]\n[taxonomies]\ncategories = ["News"]\n+++\nIt fell.',
    {
      headline: 'Quay "shut"',
      byline: 'Ada Byron',
      published: '2025-10-08T14:05:00Z',
      tags: ['Ports', 'Strikes', 'News'],
      text: 'It fell.',
    },
  );
  check('a fence around no fields is text', '+++\n???\n+++\nIt fell.', { headlineFrom: 'file name' });
  check('categories and keywords are tags', '---\ncategories: [News]\nkeywords: rain, Snow\n---\nIt fell.', {
    tags: ['rain', 'Snow', 'News'],
  });
  check(
    'a mail',
    'From: "Byron, Ada" <ada@example.org>\nTo: desk@example.org\nSubject: =?utf-8?B?UXVhecKg?=\n =?utf-8?Q?shut_=E2=80=93_again?=\nDate: Wed, 08 Oct 2025 14:05:00 +0200 (CEST)\n\nIt fell.',
    {
      headline: 'Quay shut – again',
      byline: 'Byron, Ada',
      published: '2025-10-08T14:05:00+02:00',
      text: 'It fell.',
    },
  );
  check('two fields alone are no mail', 'Note: a\nTo: b\n\nIt fell.', {
    byline: undefined,
    published: undefined,
  });
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

suite('Markdown that costs the square of its length', () => {
  const bounded = (name: string, text: string) =>
    test(name, () => {
      const [item] = parse('a.md', text).items;
      assert.ok(item !== undefined && item.html.length > 0);
    });

  bounded('emphasis that never ends', '*a_'.repeat(100_000));
  bounded('words in underscores', '_a'.repeat(100_000));
  bounded('brackets', '['.repeat(300_000));
  bounded('quotes alone', '>'.repeat(300_000));
  bounded('quotes with lines that go on', '> a\nb\n'.repeat(50_000));
  bounded('an item with lines that go on', `- a\n${'b\n'.repeat(150_000)}`);
  bounded('items in each other on one line', `${'- '.repeat(30)}a\n`.repeat(5000));
  bounded(
    'a table with short rows',
    `${'|a'.repeat(20_000)}|\n${'|-'.repeat(20_000)}|\n${'|a|\n'.repeat(20_000)}`,
  );

  test('gives the words of what it does not read, and says so', () => {
    const { items, problems } = parse('a.md', `First *words*.\n\n${'- a\n'.repeat(100_000)}\nLast words.`);
    assert.ok(items[0]?.text.startsWith('First *words*.') && items[0].text.endsWith('Last words.'));
    assert.deepEqual(
      problems.map(({ kind, outcome }) => [kind, outcome]),
      [['markup', 'taken']],
    );
  });

  test('takes one overgrown block as text and formats the others', () => {
    const [item] = parse('a.md', `*First*\n\n${'*a_'.repeat(20_000)}\n\n**Last**`).items;
    assert.ok(item?.html.startsWith('<p><em>First</em></p>\n<p>*a_*a_'));
    assert.ok(item?.html.endsWith('<p><strong>Last</strong></p>\n'));
  });

  test('cuts nothing off a long text', () => {
    const { items, problems } = parse(
      'a.md',
      `${'It rained on the quay all day long. '.repeat(40_000)}\n\nThe end.`,
    );
    assert.ok(items[0]?.text.endsWith('The end.'));
    assert.deepEqual(problems, []);
  });
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
