// Writes reStructuredText with the citations of sphinxcontrib-bibtex.

import { inOneLine, locatorText, withCitation, type NoteMarkup } from './noteMarkup.ts';

export const restructuredTextMarkup: NoteMarkup = {
  text: (words) => escapeRestructuredText(inOneLine(words)),
  paragraph(words) {
    const lines = words.split('\n').map(escapeRestructuredText);
    return lines.length > 1 ? lines.map((line) => `| ${line}`).join('\n') : escapeLineStart(lines[0] ?? '');
  },
  quote: (escaped, { outer: [open, close] }) => `${open}${escaped}${close}`,
  emphasis: (escaped) => `*${escaped}*`,
  link: (escaped, url) =>
    `\`${escaped.replace(/</g, '\\<')} <${url.replace(/[\s<>`\\]/g, encodeURIComponent)}>\`__`,
  cite: (key, paragraph) =>
    `:cite:p:\`${key}${paragraph === undefined ? '' : `{${locatorText(paragraph)}}`}\``,
  block(paragraphs, source) {
    const words =
      source.kind === 'attribution'
        ? [...paragraphs, `-- ${source.text}`]
        : withCitation(
            paragraphs,
            source.kind === 'key' ? restructuredTextMarkup.cite(source.key, source.paragraph) : source.text,
          );
    return `${words.join('\n\n').replace(/^(?=.)/gm, '   ')}\n`;
  },
};

/**
 * Gives text that docutils shows as the very same words.
 *
 * @example escapeRestructuredText("*really* snake_case_") gives "\\*really\\* snake_case\\_".
 */
export function escapeRestructuredText(text: string): string {
  return text
    .replace(/[\\*`|]/g, '\\$&')
    .replace(/_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/::(?=\s*$)/g, ':\\:');
}

/** A paragraph begins a list, a field, a directive, an option or a line of verse with some signs. */
function escapeLineStart(escaped: string): string {
  return /^(?:[-+•‣⁃–—](?:\s|$|[-–—])|—|[!-/:-@[-`{-~]{2,}|(?:\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#)[.)])(?:\s|$)|:|[-/]\S|>>>|\.\.)/u.test(
    escaped,
  ) && !escaped.startsWith('\\')
    ? `\\${escaped}`
    : escaped;
}
