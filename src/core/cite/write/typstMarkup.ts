// Writes Typst.

import { inOneLine, locatorText, type BlockSource, type NoteMarkup } from './noteMarkup.ts';

export const typstMarkup: NoteMarkup = {
  text: (words) => escapeTypst(inOneLine(words)),
  paragraph: (words) =>
    words
      .split('\n')
      .map((line) => escapeLineStart(escapeTypst(line)))
      .join(' \\\n'),
  quote: (escaped, { outer: [open, close] }) => `${open}${escaped}${close}`,
  emphasis: (escaped) => `#emph[${escaped}]`,
  link: (escaped, url) => `#link("${url.replace(/[\\"]/g, '\\$&')}")[${escaped}]`,
  cite: (key, paragraph) => `@${key}${paragraph === undefined ? '' : `[${locatorText(paragraph)}]`}`,
  block: (paragraphs, source) =>
    `#quote(block: true, attribution: ${attributionOf(source)})[\n${paragraphs.join('\n\n')}\n]\n`,
};

function attributionOf(source: BlockSource): string {
  if (source.kind !== 'key') return `[${source.text}]`;
  return source.paragraph === undefined
    ? `<${source.key}>`
    : `[${typstMarkup.cite(source.key, source.paragraph)}]`;
}

/**
 * Gives text that Typst sets as the very same words.
 *
 * @example escapeTypst("*5 $* a#b") gives "\\*5 \\$\\* a\\#b".
 */
export function escapeTypst(text: string): string {
  return text
    .replace(/[\\*_`$#@<~[\]"]/g, '\\$&')
    .replace(/-(?=[-?])/g, '-\\')
    .replace(/\.(?=\.\.)/g, '\\.')
    .replace(/(?<!:)\/(?=[/*])/g, '\\/');
}

function escapeLineStart(escaped: string): string {
  return escaped.replace(
    /^(?:([=+/-])|(\d+)\.)/,
    (whole, sign: string | undefined, count: string | undefined) =>
      sign === undefined ? `${count ?? ''}\\.` : `\\${whole}`,
  );
}
