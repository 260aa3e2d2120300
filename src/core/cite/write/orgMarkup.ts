// Writes Org with its own citations.

import { inOneLine, locatorText, withCitation, type NoteMarkup } from './noteMarkup.ts';

/** Has no width and no meaning, and keeps signs from being markup; Org has no other escape. */
const JOINER = '\u2060';

export const orgMarkup: NoteMarkup = {
  text: (words) => escapeOrg(inOneLine(words)),
  paragraph: (words) =>
    words
      .split('\n')
      .map((line) => escapeLineStart(escapeOrg(line)))
      .join('\\\\\n'),
  quote: (escaped, { outer: [open, close] }) => `${open}${escaped}${close}`,
  emphasis: (escaped) => `/${escaped}/`,
  link: (escaped, url) =>
    `[[${url.replace(/[\s[\]\\]/g, encodeURIComponent)}][${escaped.replace(/\](?=\])/g, `]${JOINER}`)}]]`,
  cite: (key, paragraph) => `[cite:@${key}${paragraph === undefined ? '' : ` ${locatorText(paragraph)}`}]`,
  block(paragraphs, source) {
    const words =
      source.kind === 'attribution'
        ? [...paragraphs, `— ${source.text}`]
        : withCitation(
            paragraphs,
            source.kind === 'key' ? orgMarkup.cite(source.key, source.paragraph) : source.text,
          );
    return `#+begin_quote\n${words.join('\n\n')}\n#+end_quote\n`;
  },
};

/**
 * Gives text that Org shows as the very same words, with an invisible word joiner where signs would be markup. (A
 * zero-width space, which Org's manual names, counts as white space before emphasis and so would not do.)
 */
export function escapeOrg(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])[*/_+=~](?=\S)/gu, `${JOINER}$&${JOINER}`)
    .replace(/(?<=[\p{L}\p{N}])[_^](?=\S)/gu, `$&${JOINER}`)
    .replace(/\\(?=\S|$)/g, `$&${JOINER}`)
    .replace(/\$/g, text.indexOf('$') === text.lastIndexOf('$') ? '$$' : '\\dollar{}')
    .replace(/-(?=-)/g, `-${JOINER}`)
    .replace(/\.(?=\.)/g, `.${JOINER}`)
    .replace(/\[(?=\[|fn:|cite|\d)/g, `[${JOINER}`)
    .replace(/<(?=[<\d])|@(?=@)|\{(?=\{)/g, `$&${JOINER}`)
    .replace(/((?:src|call)_)/g, `$1${JOINER}`)
    .replace(/([a-z]*cite[a-z]*)(?=:)/g, `$1${JOINER}`);
}

/** A line begins a heading, a list, a table, a comment, a keyword or a drawer with some signs. */
function escapeLineStart(escaped: string): string {
  return /^(?:[*+-]|[#:|]|\d+[.)]|\p{L}[.)]\s)/u.test(escaped) ? `${JOINER}${escaped}` : escaped;
}
