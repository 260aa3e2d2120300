import assert from 'node:assert/strict';
import { findQuotations } from '../../../../src/core/cite/find/findQuotations.ts';
import type { NoteLanguage } from '../../../../src/core/cite/noteLanguage.ts';

/** Checks what is found: each quotation's words and key, parted by " | ". */
const check = (language: NoteLanguage, note: string, expected: string): void =>
  assert.equal(
    findQuotations(note, language)
      .quotations.map(({ words, key }) => `${words} → ${key}`)
      .join(' | '),
    expected,
    note,
  );

suite('Quotations in the markup of each language', () => {
  const rows: Readonly<Record<string, readonly (readonly [NoteLanguage, string, string])[]>> = {
    'footnotes one below the other': [
      ['markdown', '“It rained”[^1].\n\n[^1]: See the news.\n[^2]: Also [@b].', ''],
      ['markdown', '“It rained”[^2].\n\n[^1]: See the news.\n[^2]: Also [@b].', 'It rained → b'],
    ],
    'callouts and headings in quotations': [
      ['markdown', '> [!quote] Title\n> It rained. [@a]', 'It rained. → a'],
      ['markdown', '> [!quote]+\n> It rained. [@a]', 'It rained. → a'],
      ['markdown', '> [!quote] Ada [@a]\n> It rained.', 'It rained. → a'],
      ['markdown', '> [!NOTE]\n> “It rained” [@a]', 'It rained → a'],
      ['markdown', '> # The harbour wall\n>\n> was built. [@a]', 'The harbour wall\n\nwas built. → a'],
    ],
    'links to the note on a text': [
      ['markdown', '“It rained” [[@a]]. “It snowed” ([[@b#Page 3|Byron]])', 'It rained → a | It snowed → b'],
      ['markdown', '> It rained.\n>\n> — [[@a]]', 'It rained. → a'],
    ],
    'small figures': [
      ['markdown', '“H~2~O and CO~2~ ~~really~~ m^2^” [@a]', 'H2O and CO2 really m2 → a'],
      ['latex', "``CO$_2$, H$_{2}$O and m$^2$'' \\cite{a}", 'CO₂, H₂O and m² → a'],
    ],
    'marks of emphasis and scripts of Org': [['org', '“H_{2}O /and/ m^{2}” [cite:@a]', 'H2O and m2 → a']],
    'closing marks as keyboards have them': [
      ['markdown', '„Es regnete" [@a] und „schneite." [@b]', 'Es regnete → a | schneite. → b'],
      ['markdown', '“It rained" [@a]', 'It rained → a'],
      ['markdown', '„Er las "Die Zeit" gern“ [@a]', 'Er las "Die Zeit" gern → a'],
      ['markdown', '„Ein 5" Rohr brach“ [@a]', 'Ein 5" Rohr brach → a'],
    ],
    'quotations of dirtytalk': [['latex', '\\say{It rained} \\cite{a}', 'It rained → a']],
    'each row of a table for itself': [
      ['markdown', '| [@a] | “It rained” |\n| [@b] | “It snowed” |', 'It rained → a | It snowed → b'],
      [
        'markdown',
        '| k | q |\n|---|---|\n| [@a] | “It rained” |\n| [@b] | “It snowed” |\n',
        'It rained → a | It snowed → b',
      ],
      [
        'markdown',
        'k | q\n---|---\n[@a] | “It rained”\n[@b] | “It snowed”\n',
        'It rained → a | It snowed → b',
      ],
      [
        'markdown',
        '| q | k |\n|---|---|\n| “It rained” | [@a] |\n| “It snowed” | [@b] |\n',
        'It rained → a | It snowed → b',
      ],
      [
        'latex',
        '\\begin{tabular}{ll}\n\\cite{a} & \\enquote{It rained} \\\\\n\\cite{b} & \\enquote{It snowed} \\\\\n\\end{tabular}',
        'It rained → a | It snowed → b',
      ],
      [
        'asciidoc',
        '|===\n|cite:[a] |"`It rained`"\n|cite:[b] |"`It snowed`"\n|===',
        'It rained → a | It snowed → b',
      ],
      [
        'asciidoc',
        '[cols="1,1"]\n|===\n|cite:[a]\n|"`It rained`"\n\n|cite:[b]\n|"`It snowed`"\n|===',
        'It rained → a | It snowed → b',
      ],
      [
        'asciidoc',
        '|===\n|Key |Words\n\n|cite:[a]\n|"`It rained`"\n\n|cite:[b]\n|"`It snowed`"\n|===',
        'It rained → a | It snowed → b',
      ],
      ['org', '| [cite:@a] | “It rained” |\n| [cite:@b] | “It snowed” |', 'It rained → a | It snowed → b'],
    ],
    'addresses in AsciiDoc': [
      ['asciidoc', '"`See http://x.y/z`" cite:[a]', 'See http://x.y/z → a'],
      [
        'asciidoc',
        '"`See http://x.y/z?y=2&#35;frag&#126;tilde now`" cite:[a]',
        'See http://x.y/z?y=2#frag~tilde now → a',
      ],
    ],
    'arguments and brackets in Typst': [
      [
        'typst',
        '"It #text(fill: red)[never] rained, #link("http://x.y")[they] […] said" @a',
        'It never rained, they […] said → a',
      ],
      ['typst', '#quote("It \\"really\\" rained") @a', 'It "really" rained → a'],
      ['typst', '"The wall [of stone] was built" @a', 'The wall [of stone] was built → a'],
      ['typst', '#quote[It did #emph("not") rain] @a', 'It did not rain → a'],
      ['typst', '#quote(block: true, attribution: <a>, [It rained])', 'It rained → a'],
      ['typst', '#quote([It rained]) @a', 'It rained → a'],
      ['typst', '#table([“It rained” @a])', 'It rained → a'],
      [
        'typst',
        '#table(columns: 2, [@a], [“It rained”], [@b], [“It snowed”])',
        'It rained → a | It snowed → b',
      ],
      ['typst', '#figure(caption: [“It rained” @a], image("x.png"))', 'It rained → a'],
      ['typst', '#quote(block: true, attribution: [Ada, @a])[It rained]', 'It rained → a'],
      ['typst', '#grid(columns: (1fr, 1fr))[“It rained” @a][x]', 'It rained → a'],
    ],
    'in footnotes, admonitions and elements': [
      ['markdown', '<blockquote>never closed\n\nText “it snowed” [@b]', 'it snowed → b'],
      ['restructuredtext', '"It rained" [#f]_\n\n.. [#f] :cite:t:`a`', 'It rained → a'],
      ['restructuredtext', '"It rained" [1]_\n\n.. [1] :cite:t:`a`', 'It rained → a'],
      ['restructuredtext', '.. note::\n\n   “It rained” :cite:p:`a`\n', 'It rained → a'],
      ['restructuredtext', '.. note:: Look:\n   “It rained” :cite:p:`a`\n', 'It rained → a'],
      [
        'restructuredtext',
        '.. admonition:: Title\n   :class: x\n\n   “It rained” :cite:p:`a`\n\n   More.\n',
        'It rained → a',
      ],
      ['restructuredtext', '.. code:: x\n\n   “It rained” :cite:p:`a`\n', ''],
      ['restructuredtext', '.. epigraph::\n\n   It rained.\n\n   -- Ada :cite:p:`a`\n', 'It rained. → a'],
      ['org', '“It rained”[fn:: [cite:@a]].', 'It rained → a'],
      ['org', '“It rained”[fn:1]. x\n\n[fn:1] [cite:@a]', 'It rained → a'],
      ['org', '“It rained”[fn:1: See [cite:@a]].', 'It rained → a'],
      ['org', '#+begin_note\n“It rained” [cite:@a]\n#+end_note', 'It rained → a'],
      ['org', '#+begin_src x\n“It rained” [cite:@a]\n#+end_src', ''],
      ['org', '“It rained” [[citep:see &a p. 3]]', 'It rained → a'],
      ['markdown', '<blockquote>It rained [@a]</blockquote>', 'It rained → a'],
      ['markdown', '<blockquote>\n\nIt rained. [@a]\n\n</blockquote>\n\nText.', 'It rained. → a'],
      ['markdown', '<blockquote>\n<p>It rained. [@a]</p>\n</blockquote>\n\nText.', 'It rained. → a'],
      ['markdown', '<blockquote>\nIt rained.</blockquote> [@a]\n\nText.', 'It rained. → a'],
      ['latex', '\\hybridblockquote{english}[\\cite{a}]{It rained}', 'It rained → a'],
      ['latex', '\\hybridblockcquote{english}{a}{It rained}', 'It rained → a'],
      ['latex', '\\enquote{It rained} \\autocites(see)()[1]{a}[2]{b}', 'It rained → a'],
      ['latex', '\\enquote{It rained} \\volcite{2}[3]{a}', 'It rained → a'],
    ],
  };
  for (const [name, cases] of Object.entries(rows)) {
    test(name, () => {
      for (const row of cases) check(...row);
    });
  }

  test('numbers, spaces and letters of LaTeX', () => {
    const words: readonly (readonly [written: string, read: string])[] = [
      ['a $12\\%$ rise', 'a 12% rise'],
      ['about $40{,}000$ men', 'about 40,000 men'],
      ['3.5\\,$^\\circ$C warm', '3.5\u2009°C warm'],
      ['\\SI{3.5}{\\celsius} warm', '3.5\u00a0°C warm'],
      ['\\SI{12}{\\percent} rise', '12\u00a0% rise'],
      ['\\num{40000} men', '40000 men'],
      ['\\ang{30} north, \\SI{3}{\\degree} east, \\si{\\kilo\\metre}', '30° north, 3° east, km'],
      ['5\\degree C', '5°C'],
      ["\\DJ okovi\\'c \\dj a", 'Đoković đa'],
      ['na\\"\\i ve', 'naïve'],
      ['na\\"{\\i}ve', 'naïve'],
      ['harbour\\thinspace{}wall', 'harbour\u2009wall'],
      ['harbour\\hspace{1em}wall', 'harbour wall'],
      ['harbour\\xspace wall', 'harbour wall'],
      ['it \\textelp{and} rained', 'it […] [and] rained'],
      ['it \\textelp{} rained', 'it […] rained'],
      ['5\\,\\% -- more', '5\u2009% – more'],
    ];
    for (const [written, read] of words) {
      check('latex', `\\enquote{${written}} \\cite{a}`, `${read} → a`);
    }
  });
});
