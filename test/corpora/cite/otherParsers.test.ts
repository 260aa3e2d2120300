// Programs of others read the quotations that we write, as the very words: Pandoc where it is installed, Asciidoctor and
// Typst.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { convert } from '@asciidoctor/core';
import type { Cited } from '../../../src/core/cite/attribution.ts';
import { addEntry } from '../../../src/core/cite/bibliography/addEntry.ts';
import { applyEdits } from '../../../src/core/cite/bibliography/textEdit.ts';
import type { NoteLanguage } from '../../../src/core/cite/noteLanguage.ts';
import { reference } from '../../../src/core/cite/reference/reference.ts';
import { markupText } from '../../../src/core/parse/markupText.ts';
import { writeQuotation } from '../../../src/core/cite/write/writeQuotation.ts';
import { needProgram } from './needProgram.ts';

const cited: Cited = {
  headline: 'Rain *Stops* [Play]',
  byline: 'Ada Byron',
  outlet: 'The Example',
  url: 'https://example.org/rain?a=1&b=[2]',
  published: '2025-10-08',
  updated: undefined,
  language: 'en',
  section: undefined,
  licence: undefined,
  sourceTitle: 'notes',
  sourceKind: 'folder',
};

/** What news says and markup could take for its own. */
const PASSAGES: readonly string[] = [
  'The minister did not rule out a rise of 12 percent.',
  'Prices rose 5% to $3.50 (up from $3), said R&D chief Li_Wei of A&B.',
  'It *really* _was_ `so`, #1 of 3; see a_b, a^b, x~y~ and {curly} ones.',
  '“He said ‘no’”, she wrote; the dogs’ owner didn’t.',
  'a@b.example wrote @user about #topic and 1 < 2 > 0 | nothing.',
  'Back\\slash, C:\\new, 50 % -- or --- more... and (C) 2026.',
  '[sic] [t]he [[link]] (see [note](x)) !important.',
  '1. It began with a number. - And a dash.',
  '- It began with a dash',
  '# It began with a hash',
  '= It began with an equals sign',
  '> It began with a sign of quoting',
  '+ plus, * star, : colon, :: colons, //slashes//, =equal=.',
  'Überraschung in Łódź: état d’urgence, 30 °C, ½, §5, №3.',
  'Москва сообщила: «решение принято». 東京で大雨。',
  'It ends with a backslash \\',
  '&amp; &copy; &#65; <b>bold</b> <!-- no --> http://example.org/a_b(c).',
  'She paid £20k; he—the other—paid €15.',
];

/** Pandoc's reader for each language; it has none for AsciiDoc. */
const READERS: Partial<Readonly<Record<NoteLanguage, string>>> = {
  markdown: 'markdown',
  latex: 'latex',
  restructuredtext: 'rst',
  org: 'org',
};

suite('Quotations as others read them', function () {
  // Programs that start slowly.
  this.timeout(60_000);

  for (const quotation of ['inline', 'block'] as const) {
    for (const [language, reader] of Object.entries(READERS)) {
      test(`Pandoc reads ${quotation} quotations in ${language}`, async function () {
        needProgram('pandoc', this);
        await check(language as NoteLanguage, quotation, (note) => {
          const { stdout, stderr, status } = spawnSync(
            'pandoc',
            ['-f', reader, '-t', 'html', '--wrap', 'none'],
            {
              input: note,
              encoding: 'utf8',
            },
          );
          assert.equal(stderr, '');
          assert.equal(status, 0);
          return stdout;
        });
      });
    }

    test(`Asciidoctor reads ${quotation} quotations`, async () => {
      await check('asciidoc', quotation, async (note) => {
        const html: unknown = await convert(note);
        return typeof html === 'string' ? html : assert.fail('There is no HTML.');
      });
    });

    test(`Typst reads ${quotation} quotations, and finds their keys in the bibliography`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'typst-'));
      writeFileSync(join(folder, 'refs.yml'), bibliography());
      const compiler = NodeCompiler.create({ workspace: folder });
      await check('typst', quotation, (note) => {
        const made = compiler.tryHtml({ mainFileContent: `${note}\n#bibliography("refs.yml")\n` });
        assert.equal(made.hasError(), false, made.takeDiagnostics()?.shortDiagnostics.join('\n'));
        return made.result?.body() ?? '';
      });
      rmSync(folder, { recursive: true });
    });
  }
});

function bibliography(): string {
  const added = addEntry('hayagriva', '', reference(cited, { key: 'byron2025', accessed: '2025-10-10' }));
  return added.kind === 'added' ? applyEdits('', added.edits) : assert.fail(JSON.stringify(added));
}

/** Writes every passage into one note, and looks for each between its neighbours in what the program makes of it. */
async function check(
  language: NoteLanguage,
  quotation: 'inline' | 'block',
  toHtml: (note: string) => string | Promise<string>,
): Promise<void> {
  const style = { quotation, citation: 'pandoc', marksOf: 'en' } as const;
  const parts = PASSAGES.map((words, index) => {
    const { text } = writeQuotation({ words, key: 'byron2025', paragraph: 4, cited }, language, style, 'en');
    return `Begin${index}.\n\n${text.trimEnd()}\n\nEnd${index}.\n`;
  });
  const read = folded(markupText(await toHtml(parts.join('\n'))));
  for (const [index, words] of PASSAGES.entries()) {
    const between = read.slice(read.indexOf(`Begin${index}.`), read.indexOf(`End${index}.`));
    assert.ok(between.includes(folded(words)), `${words}\n${between}\n${parts[index] ?? ''}`);
  }
}

/** Programs set quotation marks, dashes and spaces as typographers do. */
function folded(text: string): string {
  return (
    text
      // Org takes an underscore within a word for a subscript but for an invisible sign beside it.
      .replaceAll('\u2060', '')
      // Pandoc does not know LaTeX's \textasciigrave and \textbar.
      .replace(/[`|]/gu, '')
      .replace(/[“”„«»"‘’‚']/gu, "'")
      .replace(/---|--|[–—]/gu, '-')
      .replace(/\.{3}/gu, '…')
      .replace(/\s+/gu, ' ')
  );
}
