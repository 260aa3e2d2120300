import assert from 'node:assert/strict';
import { citationsOf, withCitation } from '../../../../src/core/cite/find/citationsOf.ts';
import { findQuotations, findQuotationsAgain } from '../../../../src/core/cite/find/findQuotations.ts';
import type { NoteLanguage } from '../../../../src/core/cite/noteLanguage.ts';

/** Checks what is found: each quotation's words and keys, parted by " | ". */
const check = (language: NoteLanguage, note: string, expected: string): void => {
  const { quotations } = findQuotations(note, language);
  assert.equal(
    quotations
      .map(
        (quotation) =>
          `${quotation.words} → ${citationsOf(quotation)
            .map(({ key }) => key)
            .join('+')}`,
      )
      .join(' | '),
    expected,
    note,
  );
  for (const { key, keyRange } of quotations.flatMap(citationsOf)) assert.equal(note.slice(...keyRange), key);
};

suite('Quotations with several keys', () => {
  const rows: Readonly<Record<string, readonly (readonly [NoteLanguage, string, string])[]>> = {
    'in one citation': [
      ['markdown', '“It rained” [@a; @b].', 'It rained → a+b'],
      ['markdown', '“It rained” [see @a, para. 4; -@b; also @{c}].', 'It rained → a+b+c'],
      ['markdown', '“It rained [@a; @b]”', 'It rained → a+b'],
      ['latex', '\\enquote{It rained} \\autocite[12]{a, b,c}.', 'It rained → a+b+c'],
      ['latex', '\\enquote{It rained} \\autocites{a}{b}', 'It rained → a+b'],
      ['latex', '\\enquote{It rained} \\parencites(see)()[1]{a}[2]{b,c}', 'It rained → a+b+c'],
      ['latex', '\\textcquote[3]{a,b}{It rained}', 'It rained → a+b'],
      ['latex', '\\textquote[{\\cites{a}{b}}]{It rained}', 'It rained → a+b'],
      ['latex', '\\begin{displaycquote}{a,b}\nIt rained.\n\\end{displaycquote}', 'It rained. → a+b'],
      ['asciidoc', '"`It rained`" cite:[a,b]', 'It rained → a+b'],
      ['asciidoc', '"`It rained`" cite:[a(4), b(p. 5)]', 'It rained → a+b'],
      ['asciidoc', '"`It rained`" cite:a,b[]', 'It rained → a+b'],
      ['asciidoc', '"`It rained`" cite:[a]+[b]', 'It rained → a+b'],
      ['restructuredtext', '“It rained” :cite:p:`a,b`', 'It rained → a+b'],
      ['restructuredtext', '“It rained” :cite:p:`{see}a{p. 3}, b`', 'It rained → a+b'],
      ['org', '“It rained” [cite:@a;@b]', 'It rained → a+b'],
      ['org', '“It rained” [cite/t:see @a p. 3; also @b]', 'It rained → a+b'],
      ['org', '“It rained” cite:a;b.', 'It rained → a+b'],
      ['org', '“It rained” cite:a,b, they said.', 'It rained → a+b'],
      ['org', '“It rained” cite:&a;&b', 'It rained → a+b'],
      ['org', '“It rained” [[cite:&a p. 3;&b]]', 'It rained → a+b'],
      ['org', '“It rained” [[cite:a,b]]', 'It rained → a+b'],
      ['typst', '#quote(block: true, attribution: [@a @b])[It rained]', 'It rained → a+b'],
      ['plain', '“It rained” [@a; @b]', 'It rained → a+b'],
    ],
    'in citations directly behind each other': [
      ['typst', '"It rained" @a @b.', 'It rained → a+b'],
      ['typst', '"It rained" @a[p. 3]@b.', 'It rained → a+b'],
      ['typst', '"It rained" @a@b.', 'It rained → a+b'],
      ['typst', '"It rained" #cite(<a>)#cite(<b>)', 'It rained → a+b'],
      ['typst', '"It rained" (@a; @b)', 'It rained → a+b'],
      ['restructuredtext', '“It rained” [a]_ [b]_', 'It rained → a+b'],
      ['restructuredtext', '“It rained” [a]_, [b]_.', 'It rained → a+b'],
      ['restructuredtext', '“It rained” :cite:p:`a` :cite:p:`b`', 'It rained → a+b'],
      ['markdown', '“It rained” [@a][@b]', 'It rained → a+b'],
      ['markdown', '“It rained” (see @a; @b)', 'It rained → a+b'],
      ['latex', '\\enquote{It rained} \\cite{a}~\\cite[3]{b}', 'It rained → a+b'],
      ['asciidoc', '"`It rained`" cite:[a] cite:[b]', 'It rained → a+b'],
      ['org', '“It rained” [cite:@a] [cite:@b]', 'It rained → a+b'],
    ],
    'of blocks, and where they introduce': [
      ['markdown', '> It rained.\n>\n> [@a; @b]\n', 'It rained. → a+b'],
      ['markdown', '> It rained.\n>\n> — Ada [@a; @b]\n', 'It rained. → a+b'],
      ['markdown', 'As they write [@a; @b]:\n\n> It rained.\n', 'It rained. → a+b'],
      ['markdown', 'As they write [@a; @b], “it rained a lot”.', 'it rained a lot → a+b'],
      ['markdown', '“The rain,” he said, “will stop” [@a; @b].', 'The rain, → a+b | will stop → a+b'],
      ['asciidoc', '[quote, Ada, cite:[a,b]]\n____\nIt rained.\n____\n', 'It rained. → a+b'],
      ['typst', '@a @b say “it rained a lot”.', 'it rained a lot → a+b'],
    ],
    'in footnotes': [
      ['markdown', '“It rained.”[^1]\n\n[^1]: See [@a; @b]. But [@c].', 'It rained. → a+b'],
      ['markdown', '“It rained.”[^1][^2]\n\n[^1]: [@a]\n\n[^2]: [@b; @c]', 'It rained. → a+b+c'],
      ['markdown', '“It rained.”[^1][^2]\n\n[^1]: Nothing.\n\n[^2]: [@b]', 'It rained. → b'],
      ['markdown', '“It rained.”^[See @a; @b.]', 'It rained. → a+b'],
      ['latex', '\\enquote{It rained}.\\footnote{\\cite{a,b}.}', 'It rained → a+b'],
      ['latex', '\\enquote{It rained}.\\footnote{\\cite{a}. But see \\cite{b}.}', 'It rained → a'],
      ['org', '“It rained”[fn:1]. x\n\n[fn:1] [cite:@a;@b]', 'It rained → a+b'],
      [
        'restructuredtext',
        '“It rained” [1]_ [2]_\n\n.. [1] :cite:t:`a`\n.. [2] :cite:t:`b`',
        'It rained → a+b',
      ],
    ],
    'and not of what stands beside': [
      ['markdown', '“It rained” [@a] and [@b].', 'It rained → a'],
      ['markdown', '“It rained” [@a]. [@b] differs.', 'It rained → a'],
      ['markdown', '“Quote one” [@a; @b], but “another thing here” is nobody’s.', 'Quote one → a+b'],
      ['markdown', '“Quote one” [@a; @b]; “Quote two” [@c; @d].', 'Quote one → a+b | Quote two → c+d'],
      ['markdown', '“Quote one”, says @a; “Quote two”, says @b.', 'Quote one → a | Quote two → b'],
      ['restructuredtext', '“Quote one” [a]_, [b]_ says “Quote two”.', 'Quote one → a | Quote two → b'],
      ['typst', '"Quote one" @a, @b says "Quote two".', 'Quote one → a | Quote two → b'],
      ['typst', '"It rained" @a\n\n@b differs.', 'It rained → a'],
      ['org', '“It rained” cite:a, bright it was.', 'It rained → a'],
    ],
  };
  for (const [name, cases] of Object.entries(rows)) {
    test(name, () => {
      for (const row of cases) check(...row);
    });
  }

  test('keep each key’s own locator, whichever key comes first', () => {
    const [quotation] = findQuotations('“It rained” [@a, para. 4; @b, para. 5]', 'markdown').quotations;
    assert.ok(quotation);
    const other = withCitation(quotation, 1);
    assert.deepEqual([other.key, other.locator, other.words], ['b', 'para. 5', 'It rained']);
    assert.deepEqual(
      citationsOf(other).map(({ key, locator }) => [key, locator]),
      [
        ['b', 'para. 5'],
        ['a', 'para. 4'],
      ],
    );
    assert.equal(withCitation(quotation, 0), quotation);
  });
});

suite('Footnotes without a name in reStructuredText', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['“It rained” [#]_\n\n.. [#] :cite:t:`a`', 'It rained → a'],
    ['“It rained”\\ [#]_.\n\n.. [#]\n   See :cite:t:`a`, p. 3.', 'It rained → a'],
    [
      '“It rained” [#]_ and “it snowed” [#]_.\n\n.. [#] :cite:t:`a`\n.. [#] :cite:t:`b`\n',
      'It rained → a | it snowed → b',
    ],
    [
      'A word [#]_.\n\n“It rained” [#]_.\n\n.. [#] No source.\n\nText.\n\n.. [#] :cite:t:`b`\n',
      'It rained → b',
    ],
    ['“It rained” [#]_.\n\n.. [#] No source.\n\n.. [#] :cite:t:`b`\n', ''],
    [
      '“It rained” [#]_, “it snowed” [#x]_, “it froze” [#]_.\n\n.. [#x] :cite:t:`x`\n.. [#] :cite:t:`a`\n.. [#] :cite:t:`b`\n',
      'It rained → a | it snowed → x | it froze → b',
    ],
    [
      '“It rained” [*]_, “it snowed” [#]_.\n\n.. [#] :cite:t:`a`\n.. [*] :cite:t:`s`\n',
      'It rained → s | it snowed → a',
    ],
    ['A ``[#]_`` and b[#]_: “It rained” [#]_.\n\n.. [#] :cite:t:`a`\n.. [#] :cite:t:`b`\n', 'It rained → a'],
    ['.. [#] :cite:t:`a`\n\n“It rained” [#]_.\n', 'It rained → a'],
    ['“It rained” [#]_ [#]_.\n\n.. [#] :cite:t:`a`\n.. [#] :cite:t:`b`\n', 'It rained → a+b'],
    ['So:\n\n   It rained. [#]_\n\n.. [#] :cite:t:`a`\n', 'It rained. → a'],
  ];
  test('belong to their references in order', () => {
    for (const [note, expected] of rows) check('restructuredtext', note, expected);
  });

  test('move on when one is put before them', () => {
    const note = '“It rained” [#]_.\n\nMore.\n\nText.\n\n.. [#] :cite:t:`a`\n\n.. [#] :cite:t:`b`\n';
    const again = findQuotationsAgain(
      findQuotations(note, 'restructuredtext'),
      `A word [#]_.\n\nMore.\n\nText.\n\n${note}`,
    );
    assert.deepEqual(
      again.quotations.map(({ key }) => key),
      ['b'],
    );
  });

  test('are no label that another language may use', () => {
    check(
      'markdown',
      '“It rained” [^#] and “it snowed” [^#].\n\n[^#]: [@a]',
      'It rained → a | it snowed → a',
    );
  });
});
