// Writes plain text, in which citations stand as in Pandoc's Markdown.

import { markdownMarkup } from './markdownMarkup.ts';
import { inOneLine, type NoteMarkup } from './noteMarkup.ts';

export const plainMarkup: NoteMarkup = {
  text: inOneLine,
  paragraph: (words) => words,
  quote: (words, { outer: [open, close] }) => `${open}${words}${close}`,
  emphasis: (words) => words,
  link: (words) => words,
  cite: markdownMarkup.cite,
  block(paragraphs, source) {
    // Each paragraph but the last leaves its mark open, as newspapers set quotations of several paragraphs.
    const words = `“${paragraphs.join('\n\n“')}”`;
    if (source.kind === 'attribution') return `${words}\n\n— ${source.text}\n`;
    const citation = source.kind === 'key' ? plainMarkup.cite(source.key, source.paragraph) : source.text;
    return `${words} ${citation}\n`;
  },
};
