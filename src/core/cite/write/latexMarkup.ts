// Writes LaTeX with the packages csquotes and biblatex.

import { inOneLine, locatorText, type NoteMarkup } from './noteMarkup.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '"': '\\textquotedbl{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\textasciigrave{}',
  '\u00a0': '~',
};

export const latexMarkup: NoteMarkup = {
  text: (words) => escapeLatex(inOneLine(words)),
  paragraph: (words) => words.split('\n').map(escapeLatex).join('\\\\\n'),
  quote: (escaped) => `\\enquote{${escaped}}`,
  emphasis: (escaped) => `\\emph{${escaped}}`,
  link: (escaped, url) => `\\href{${url.replace(/[\\{}%#^~\s]/g, escapedInUrl)}}{${escaped}}`,
  cite: (key, paragraph) =>
    `\\autocite${paragraph === undefined ? '' : `[${locatorText(paragraph, '~')}]`}{${key}}`,
  block(paragraphs, source) {
    const text = source.kind === 'key' ? latexMarkup.cite(source.key, source.paragraph) : source.text;
    return `\\begin{displayquote}[{${text}}]\n${paragraphs.join('\n\n')}\n\\end{displayquote}\n`;
  },
};

/**
 * Gives text that LaTeX sets as the very same words. A bracket at the beginning is put into braces, as it would be
 * taken for an option; dashes and quotation marks that would grow together are kept apart.
 *
 * @example escapeLatex("5 % of R&D") gives "5 \\% of R\\&D".
 */
export function escapeLatex(text: string): string {
  return text
    .replace(/[\\{}$&#%_~^"<>|`\u00a0]/g, (character) => ESCAPES[character] ?? character)
    .replace(/-(?=-)/g, '-{}')
    .replace(/'(?=')/g, "'{}")
    .replace(/^(\s*)([[*])/g, '$1{$2}')
    .replace(/([?!])(?=\\textasciigrave)/g, '$1{}');
}

function escapedInUrl(character: string): string {
  return character === '%' || character === '#'
    ? `\\${character}`
    : `\\%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
