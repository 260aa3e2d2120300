// A passage in somebody else's words, as it stands in a note.

import { attribution, type Cited } from './attribution.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { NoteLanguage } from './noteLanguage.ts';

/**
 * Gives a quotation with its attribution as a block of its own, ending with a line end. The words are the passage's,
 * paragraph by paragraph and line by line; white space alone is put in order.
 *
 * @example In Markdown:
 * > The rain stopped at noon.
 * >
 * > — Ada Byron, “[Rain Stops Play](https://example.org/rain)”, *The Example*, 8 October 2025
 */
export function quotation(passage: string, cited: Cited, language: NoteLanguage, locale: string): string {
  const by = `— ${attribution(cited, language, locale)}`;
  const paragraphs = paragraphsOf(passage);
  if (language === 'plain') return `${[`“${paragraphs.join('\n\n')}”`, by].join('\n\n')}\n`;
  const blocks = [...paragraphs.map((paragraph) => escapeMarkdown(paragraph).replaceAll('\n', '\\\n')), by];
  return `${blocks.join('\n\n').replace(/^/gm, '> ').replace(/ +$/gm, '')}\n`;
}

function paragraphsOf(passage: string): readonly string[] {
  return passage
    .split(/\n{2,}/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n'),
    )
    .filter((paragraph) => paragraph !== '');
}
