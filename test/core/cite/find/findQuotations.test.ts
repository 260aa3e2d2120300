import assert from 'node:assert/strict';
import { findQuotations } from '../../../../src/core/cite/find/findQuotations.ts';
import type { NoteLanguage } from '../../../../src/core/cite/noteLanguage.ts';

/** Words, key and locator of each quotation that is expected. */
type Expected = readonly (readonly [words: string, key: string, locator?: string])[];

const check = (language: NoteLanguage, note: string, expected: Expected): void => {
  const { quotations } = findQuotations(note, language);
  assert.deepEqual(
    quotations.map(({ words, key, locator }) => [words, key, ...(locator === undefined ? [] : [locator])]),
    expected,
    note,
  );
  for (const { key, keyRange } of quotations) assert.equal(note.slice(...keyRange), key);
};

suite('Finding quotations', () => {
  const rows: Readonly<Record<string, readonly (readonly [NoteLanguage, string, Expected])[]>> = {
    'followed by a citation, in every language': [
      ['markdown', '“It *rained*” [@k, para. 4].', [['It rained', 'k', 'para. 4']]],
      ['markdown', '«هطل المطر» [@k، ص 3]', [['هطل المطر', 'k', 'ص 3']]],
      ['markdown', '“It rained”[^byronrain2026-4] on.', [['It rained', 'byronrain2026', 'para. 4']]],
      ['markdown', '“It rained.”[^1]\n\n[^1]: See [@k, p. 3].', [['It rained.', 'k', 'p. 3']]],
      ['latex', '\\enquote{It \\emph{rained}} \\autocite[para.~4]{k}', [['It rained', 'k', 'para. 4']]],
      [
        'latex',
        "``It's 5\\,\\% -- more''~\\parencite[see][p.~3]{a,b}",
        [['It’s 5\u2009% – more', 'a', 'p. 3']],
      ],
      ['latex', '\\textquote[{\\cite{k}}]{It rained}', [['It rained', 'k']]],
      ['latex', '\\textcquote[see][p. 3]{k}{It rained}', [['It rained', 'k', 'p. 3']]],
      ['latex', '\\enquote{It rained}.\\footnote{\\cite[p.~3]{k}.}', [['It rained', 'k', 'p. 3']]],
      ['asciidoc', '"`It *rained*`" cite:[k(4)]', [['It rained', 'k', '4']]],
      ['restructuredtext', '“It *rained*” :cite:p:`k{para. 4}`', [['It rained', 'k', 'para. 4']]],
      ['restructuredtext', '"It rained" [k]_.', [['It rained', 'k']]],
      ['org', '“It /rained/” [cite:@k para. 4]', [['It rained', 'k', 'para. 4']]],
      [
        'org',
        '"It rained" [[cite:k]] and "more" cite:&j',
        [
          ['It rained', 'k'],
          ['more', 'j'],
        ],
      ],
      ['typst', '"It *rained*" @k[para. 4].', [['It rained', 'k', 'para. 4']]],
      ['typst', '#quote[It rained] #cite(<k>, supplement: [p. 3])', [['It rained', 'k', 'p. 3']]],
      ['plain', '“It rained” [@k, para. 4]', [['It rained', 'k', 'para. 4']]],
    ],
    'set apart as a block': [
      [
        'markdown',
        '> One *two*\n> three &amp; four.\n>\n> Five. [@k, para. 4]\n',
        [['One two three & four.\n\nFive.', 'k', 'para. 4']],
      ],
      ['markdown', '> One two.\n>\n> — Ada, “Rain”, [@k]\n', [['One two.', 'k']]],
      ['markdown', '- item\n\n  > One\n  > two.\n\n  [@k]\n', [['One two.', 'k']]],
      ['markdown', '@k [para. 4] says:\n\n> One two.\n', [['One two.', 'k', 'para. 4']]],
      ['markdown', '> One two.\n\n— Ada [@k]\n', [['One two.', 'k']]],
      [
        'markdown',
        '> One. [@a]\n>\n> Two. [@b]\n',
        [
          ['One.', 'a'],
          ['Two.', 'b'],
        ],
      ],
      [
        'latex',
        '\\begin{displayquote}[{\\autocite[p.~3]{k}}]\nOne.\n\nTwo.\n\\end{displayquote}',
        [['One.\n\nTwo.', 'k', 'p. 3']],
      ],
      ['latex', '\\begin{quote}\nOne. \\citep{k}\n\\end{quote}', [['One.', 'k']]],
      ['latex', '\\blockquote[\\cite{k}]{One two.}', [['One two.', 'k']]],
      [
        'asciidoc',
        '[quote, Ada, cite:[k(4)]]\n____\nOne *two*.\n\nThree.\n____\n',
        [['One two.\n\nThree.', 'k', '4']],
      ],
      ['restructuredtext', 'Text:\n\n   One *two*.\n\n   -- Ada :cite:p:`k`\n', [['One two.', 'k']]],
      ['org', '#+begin_quote\nOne /two/. [cite:@k]\n#+end_quote\n', [['One two.', 'k']]],
      ['typst', '#quote(block: true, attribution: <k>)[One *two* \\# 3.]', [['One two # 3.', 'k']]],
      ['plain', '“One.\n\n“Two.” [@k]', [['One.\n\nTwo.', 'k']]],
    ],
    'as people write them': [
      ['markdown', 'As Byron wrote (@k), “it rained a lot”.', [['it rained a lot', 'k']]],
      [
        'markdown',
        '“The rain,” he said, “will stop” [@k].',
        [
          ['The rain,', 'k'],
          ['will stop', 'k'],
        ],
      ],
      ['markdown', '“It rained a lot,” she said on Monday [@k].', [['It rained a lot,', 'k']]],
      ['markdown', '“It rained.” [see @{odd key!}; -@b]', [['It rained.', 'odd key!']]],
      [
        'markdown',
        '"It’s the dogs’ day" [-@k] and \'so it was\' [@j]',
        [
          ['It’s the dogs’ day', 'k'],
          ['so it was', 'j'],
        ],
      ],
      [
        'markdown',
        '„Er sagte ‚Ja‘“ [@k]; « oui » [@l]; »ja« [@m]; ”ja” [@n]',
        [
          ['Er sagte ‚Ja‘', 'k'],
          ['oui', 'l'],
          ['ja', 'm'],
          ['ja', 'n'],
        ],
      ],
      [
        'markdown',
        '“One\r\ntwo\r\n[three](http://a.b/c_d) snake_case” [@k,\r\nchap. 2]',
        [['One two three snake_case', 'k', 'chap. 2']],
      ],
      ['markdown', '“[T]he rain […] fell” [@k]', [['[T]he rain […] fell', 'k']]],
    ],
    'and not where there is none': [
      ['markdown', '```\n“code” [@k]\n```\n\n    “code” [@k]\n\n<!-- “no” [@k] -->\n\n$“x”$ [@k]', []],
      [
        'markdown',
        '---\ntitle: “no” [@k]\n---\n\n“No citation here.” Then @fig-one, and mail@example.org.',
        [],
      ],
      ['markdown', '“It rained.” That was all. Another thing is said in [@k].', []],
      ['latex', '% \\enquote{no} \\cite{k}\n\\begin{verbatim}\n\\enquote{no} \\cite{k}\n\\end{verbatim}', []],
      ['asciidoc', '----\n“no” cite:[k]\n----\n\n// “no” cite:[k]\n', []],
      ['restructuredtext', 'Code::\n\n   “no” [k]_\n\n.. “no” [k]_\n', []],
      ['org', '#+begin_src\n“no” [cite:@k]\n#+end_src\n# “no” [cite:@k]\n', []],
      ['typst', '```\n“no” @k\n```\n// “no” @k\n/* “no” @k */ mail\\@example', []],
    ],
  };
  for (const [name, cases] of Object.entries(rows)) {
    test(name, () => {
      for (const row of cases) check(...row);
    });
  }

  test('says where each character stands', () => {
    const note = 'x “a *b* &amp; c\n> d” [@k]';
    const [found] = findQuotations(note, 'plain').quotations;
    assert.ok(found);
    for (let at = 0; at < found.words.length; at++)
      assert.equal(note[found.places[at] ?? -1], found.words[at]);
    const [marked] = findQuotations('“a *b* &amp; c” [@k]', 'markdown').quotations;
    assert.equal(marked?.words, 'a b & c');
    assert.deepEqual(marked.places, [1, 2, 4, 6, 7, 12, 13, 14]);
  });

  test('takes long and hostile notes', () => {
    const bad = [
      '“',
      '[',
      '*a ',
      '`a',
      '> ',
      '- ',
      '[a](',
      '[@a',
      '\\enquote{',
      '\\cite[',
      '{',
      '#quote[',
      '#a(',
      '[[a',
      'cite:[',
      '“a” ',
      '“a\n\n',
      '[@a; ',
      '((',
      '> @a\n',
      '“a” said b. ',
      '#a([',
      '[fn:',
      '<blockquote>\n',
    ];
    for (const language of [
      'markdown',
      'latex',
      'asciidoc',
      'restructuredtext',
      'org',
      'typst',
      'plain',
    ] as const) {
      for (const piece of bad) findQuotations(piece.repeat(3_000), language);
    }
  });

  test('takes no more time than a note is long', () => {
    const hostile: readonly (readonly [NoteLanguage, string])[] = [
      ['asciidoc', `[${'[[a] '.repeat(24)}x`],
      ['asciidoc', '[@a; '.repeat(60_000)],
      ['typst', '(('.repeat(75_000)],
      ['latex', '\\['.repeat(75_000)],
      ['markdown', `“${'a" b'.repeat(40_000)}`],
      ['plain', '“a\n\n'.repeat(75_000)],
      ['markdown', '“a\n\n'.repeat(75_000)],
      ['markdown', '> @a\n'.repeat(60_000)],
      ['markdown', `${'-'.repeat(150_000)}x`],
    ];
    for (const [language, note] of hostile) {
      const start = performance.now();
      findQuotations(note, language);
      assert.ok(performance.now() - start < 8_000, `${language} ${note.slice(0, 10)}`);
    }
  });
});
