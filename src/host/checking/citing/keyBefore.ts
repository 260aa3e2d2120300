// Whether a citation is being typed.

import type { NoteLanguage } from '../../../core/cite/noteLanguage.ts';

/** A part of a key, or words of what is to be cited. */
const IN_BRACKET = String.raw`([\p{L}\p{N}\p{M}’'_:.-]*(?: [\p{L}\p{N}\p{M}’'_:.-]+)* ?)`;
const WORD = String.raw`([\p{L}\p{N}\p{M}_-]*)`;

const BEFORE: Readonly<Record<NoteLanguage, readonly RegExp[]>> = {
  markdown: [
    pattern(String.raw`\[[^\]\n]*@\{?`, IN_BRACKET),
    pattern(String.raw`(?<![\p{L}\p{N}@._/\\])@\{?`, WORD),
  ],
  latex: [
    pattern(String.raw`\\[A-Za-z]*[cC]ite[A-Za-z]*\*?(?:\[[^\]\n]*\]){0,2}\{(?:[^{}\n]*,)?\s*`, IN_BRACKET),
  ],
  asciidoc: [pattern(String.raw`\bcite(?:np)?:\[?(?:[^\]\n]*,)?\s*`, IN_BRACKET)],
  restructuredtext: [pattern(String.raw`:cite(?::\w+)?:${'`'}(?:[^${'`'}\n]*,)?\s*`, IN_BRACKET)],
  org: [pattern(String.raw`\[cite[^\]\n]*@`, IN_BRACKET), pattern(String.raw`(?<![\p{L}\p{N}@._/])@`, WORD)],
  typst: [pattern(String.raw`#cite\(\s*<`, IN_BRACKET), pattern(String.raw`(?<![\p{L}\p{N}@._/\\])@`, WORD)],
  plain: [pattern(String.raw`\[[^\]\n]*@`, IN_BRACKET), pattern(String.raw`(?<![\p{L}\p{N}@._/])@`, WORD)],
};

/** Signs after which completions are asked for. */
export const TRIGGERS = ['@', '{', '<', ':', '`', '[', ','];

/** In UTF-16 units; what stands further left is not looked at. */
const LOOKED_AT = 400;

/**
 * Gives what is typed of a key or of words in its place, before the cursor; undefined where no citation is typed.
 *
 * @param line The line up to the cursor.
 * @example keyBefore("As said [@harbour fees", "markdown") gives "harbour fees".
 */
export function keyBefore(line: string, language: NoteLanguage): string | undefined {
  const end = line.slice(-LOOKED_AT);
  for (const before of BEFORE[language]) {
    const typed = before.exec(end)?.[1];
    if (typed !== undefined) return typed;
  }
  return undefined;
}

function pattern(opening: string, typed: string): RegExp {
  return new RegExp(`${opening}${typed}$`, 'u');
}
