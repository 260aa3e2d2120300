import assert from 'node:assert/strict';
import { checkQuotation } from '../../../src/core/cite/check/checkQuotation.ts';
import { prepareSource } from '../../../src/core/cite/check/prepareSource.ts';
import { applyEdits } from '../../../src/core/cite/check/restoreWords.ts';
import { withCitation } from '../../../src/core/cite/find/citationsOf.ts';
import { findQuotations } from '../../../src/core/cite/find/findQuotations.ts';
import type { NoteLanguage } from '../../../src/core/cite/noteLanguage.ts';
import { repairsOf } from '../../../src/host/checking/fixes/repairs.ts';

const SOURCE = `The minister did not rule out a rise of 12% in R&D_costs. She said that the ferries would return.

Nobody on the quay believed it.`;
const RESTORE = 'Restore the source’s words';
const OMIT = 'Mark the omission with […]';
const PARAPHRASE = 'Make it a paraphrase, without quotation marks';

/** A note, the offer that is taken, and the note after it; undefined where nothing of the kind is offered. */
type Case = readonly [language: NoteLanguage, note: string, title: string, repaired: string | undefined];

const CASES: readonly Case[] = [
  [
    'markdown',
    'As said: “The minister did rule out a rise of 12%” [@key2026].\n',
    RESTORE,
    'As said: “The minister did not rule out a rise of 12%” [@key2026].\n',
  ],
  [
    'markdown',
    'As said: “The *minister* did *rule* out a rise of 21%” [@key2026].\n',
    RESTORE,
    'As said: “The *minister* did not *rule* out a rise of 12%” [@key2026].\n',
  ],
  [
    'markdown',
    '> The minister did not rule out\n> a rise of 21% in R&D_costs.\n>\n> [@key2026]\n',
    RESTORE,
    '> The minister did not rule out\n> a rise of 12% in R&D_costs.\n>\n> [@key2026]\n',
  ],
  [
    'latex',
    '\\enquote{The minister did not rule out a rise of 21\\% in R\\&D\\_costs} \\autocite{key2026}.\n',
    RESTORE,
    '\\enquote{The minister did not rule out a rise of 12\\% in R\\&D\\_costs} \\autocite{key2026}.\n',
  ],
  [
    'latex',
    '\\enquote{The minister did not rule out a rise in R\\&D\\_costs} \\autocite{key2026}.\n',
    RESTORE,
    '\\enquote{The minister did not rule out a rise of 12\\% in R\\&D\\_costs} \\autocite{key2026}.\n',
  ],
  [
    'typst',
    '“The minister did not rule out a rise of 21% in R&D\\_costs” @key2026\n',
    RESTORE,
    '“The minister did not rule out a rise of 12% in R&D\\_costs” @key2026\n',
  ],
  [
    'org',
    '#+begin_quote\nThe minister did rule out a rise of 12% [cite:@key2026]\n#+end_quote\n',
    RESTORE,
    '#+begin_quote\nThe minister did not rule out a rise of 12% [cite:@key2026]\n#+end_quote\n',
  ],
  [
    'markdown',
    'As said: “the ferries return” [@key2026].\n',
    OMIT,
    'As said: “the ferries […] return” [@key2026].\n',
  ],
  // No mark may hide a “not”.
  ['markdown', 'As said: “The minister did rule out a rise” [@key2026].\n', OMIT, undefined],
  ['markdown', 'As said: “The minister did not rule out a rise of 21%” [@key2026].\n', OMIT, undefined],
  [
    'markdown',
    'As said: “The minister did rule out a rise” [@key2026].\n',
    PARAPHRASE,
    'As said: The minister did rule out a rise [@key2026].\n',
  ],
  [
    'markdown',
    'So:\n\n> The minister did rule out a rise.\n>\n> [@key2026]\n',
    PARAPHRASE,
    'So:\n\nThe minister did rule out a rise.\n\n[@key2026]\n',
  ],
  [
    'org',
    'So:\n\n#+begin_quote\nThe minister did rule out a rise. [cite:@key2026]\n#+end_quote\nEnd.\n',
    PARAPHRASE,
    'So:\n\nThe minister did rule out a rise. [cite:@key2026]\nEnd.\n',
  ],
  [
    'asciidoc',
    'So:\n\n[quote]\n____\nThe minister did rule out a rise. cite:[key2026]\n____\n\nEnd.\n',
    PARAPHRASE,
    'So:\n\nThe minister did rule out a rise. cite:[key2026]\n\nEnd.\n',
  ],
  [
    'restructuredtext',
    'So:\n\n   The minister did rule out\n   a rise. :cite:p:`key2026`\n\nEnd.\n',
    PARAPHRASE,
    'So:\n\nThe minister did rule out\na rise. :cite:p:`key2026`\n\nEnd.\n',
  ],
  [
    'latex',
    'So:\n\\begin{quote}\nThe minister did rule out a rise. \\autocite{key2026}\n\\end{quote}\n',
    PARAPHRASE,
    'So:\nThe minister did rule out a rise. \\autocite{key2026}\n',
  ],
  [
    'latex',
    '\\begin{displayquote}[{\\autocite{key2026}}]\nThe minister did rule out a rise.\n\\end{displayquote}\n',
    PARAPHRASE,
    undefined,
  ],
  ['markdown', '“Nobody on the quay believed it” [@key2026].\n', RESTORE, undefined],
  [
    'markdown',
    '> The minister did not rule out\r\n> a rise of 21% in R&D_costs.\r\n>\r\n> [@key2026]\r\n',
    RESTORE,
    '> The minister did not rule out\r\n> a rise of 12% in R&D_costs.\r\n>\r\n> [@key2026]\r\n',
  ],
  [
    'markdown',
    '> She said that the ferries would come.\n>\n> Nobody on the quay believed it.\n>\n> [@key2026]\n',
    RESTORE,
    '> She said that the ferries would return.\n>\n> Nobody on the quay believed it.\n>\n> [@key2026]\n',
  ],
  [
    'markdown',
    '> The ferries would return. Nobody on the quay believed it.\n>\n> [@key2026]\n',
    PARAPHRASE,
    undefined,
  ],
  [
    'markdown',
    'So: „The minister did rule out a rise of 12&nbsp;%“ [@key2026].\n',
    RESTORE,
    'So: „The minister did not rule out a rise of 12&nbsp;%“ [@key2026].\n',
  ],
  [
    'asciidoc',
    '[quote]\n____\nThe minister did not rule out a *rise* of 21% cite:[key2026]\n____\n',
    RESTORE,
    '[quote]\n____\nThe minister did not rule out a *rise* of 12% cite:[key2026]\n____\n',
  ],
  [
    'restructuredtext',
    'So:\n\n   The minister did rule out a rise of 12% :cite:p:`key2026`\n\nEnd.\n',
    RESTORE,
    'So:\n\n   The minister did not rule out a rise of 12% :cite:p:`key2026`\n\nEnd.\n',
  ],
  [
    'plain',
    'So: "The minister did rule out a rise of 12%" [@key2026].\n',
    RESTORE,
    'So: "The minister did not rule out a rise of 12%" [@key2026].\n',
  ],
];

function check([language, note, title, repaired]: Case): void {
  const findings = findQuotations(note, language);
  const [quotation] = findings.quotations;
  assert.ok(quotation);
  const current = { revision: 1, text: prepareSource(SOURCE) };
  const verdict = checkQuotation(quotation.words, { current, earlier: [] });
  const repair = repairsOf(findings, quotation, verdict).find((other) => other.title === title);
  assert.equal(repair && applyEdits(note, repair.edits), repaired);
}

suite('Repairs of quotations', () => {
  for (const each of CASES) test(`${each[0]}: ${each[2]}: ${each[1].trim()}`, () => check(each));

  test('restores the words of the source that a later key names', () => {
    const note = 'As said: “The minister did rule out a rise of 12%” [@other2024; @key2026].\n';
    const findings = findQuotations(note, 'markdown');
    const [found] = findings.quotations;
    assert.ok(found);
    const quotation = withCitation(found, 1);
    const verdict = checkQuotation(quotation.words, {
      current: { revision: 1, text: prepareSource(SOURCE) },
      earlier: [],
    });
    const repair = repairsOf(findings, quotation, verdict).find(({ title }) => title === RESTORE);
    assert.equal(repair && applyEdits(note, repair.edits), note.replace('did rule', 'did not rule'));
  });

  test('takes the words of the source as it is now', () => {
    const note = 'She said “the ferries would return on Monday” [@key2026].\n';
    const findings = findQuotations(note, 'markdown');
    const [quotation] = findings.quotations;
    assert.ok(quotation);
    const verdict = checkQuotation(quotation.words, {
      current: { revision: 2, text: prepareSource('She said that the ferries would return on Tuesday.') },
      earlier: [{ revision: 1, text: prepareSource('She said that the ferries would return on Monday.') }],
    });
    const [repair] = repairsOf(findings, quotation, verdict);
    assert.equal(
      repair && applyEdits(note, repair.edits),
      'She said “the ferries would return on Tuesday” [@key2026].\n',
    );
  });
});
