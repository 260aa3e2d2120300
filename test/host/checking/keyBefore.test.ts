import assert from 'node:assert/strict';
import type { NoteLanguage } from '../../../src/core/cite/noteLanguage.ts';
import { keyBefore } from '../../../src/host/checking/citing/keyBefore.ts';

const CASES: readonly (readonly [language: NoteLanguage, line: string, typed: string | undefined])[] = [
  ['markdown', 'As said [@', ''],
  ['markdown', 'As said [@harbour fees', 'harbour fees'],
  ['markdown', 'As said [@one2026, p. 3; @har', 'har'],
  ['markdown', 'As @har', 'har'],
  ['markdown', 'ada@exam', undefined],
  ['markdown', 'As said [@one2026] and', undefined],
  ['latex', 'As said \\autocite{', ''],
  ['latex', 'As said \\autocite[see][para.~4]{one2026, har', 'har'],
  ['latex', 'As said \\Textcite{harbour fees', 'harbour fees'],
  ['latex', '\\section{har', undefined],
  ['asciidoc', 'As said cite:[har', 'har'],
  ['asciidoc', 'As said cite:har', 'har'],
  ['restructuredtext', 'As said :cite:p:`har', 'har'],
  ['org', 'As said [cite:@har', 'har'],
  ['org', 'As said [cite/t:see @one2026;@har', 'har'],
  ['typst', 'As said @har', 'har'],
  ['typst', 'As said #cite(<har', 'har'],
  ['plain', 'As said [@', ''],
];

function check(language: NoteLanguage, line: string, typed: string | undefined): void {
  assert.equal(keyBefore(line, language), typed);
}

suite('What is typed of a citation', () => {
  for (const [language, line, typed] of CASES) {
    test(`${language}: ${line}`, () => check(language, line, typed));
  }
});
