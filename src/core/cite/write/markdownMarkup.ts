// Writes Markdown.

import { escapeMarkdown } from '../escapeMarkdown.ts';
import { inOneLine, locatorText, withCitation, type BlockSource, type NoteMarkup } from './noteMarkup.ts';

export const markdownMarkup: NoteMarkup = {
  text: escapeInline,
  paragraph: (words) => escapeMarkdown(words).replaceAll('\n', '\\\n'),
  quote: (escaped, { outer: [open, close] }) => `${open}${escaped}${close}`,
  emphasis: (escaped) => `*${escaped}*`,
  link: (escaped, url) => `[${escapeBrackets(escaped)}](${linkTarget(url)})`,
  cite: (key, paragraph) => `[@${key}${paragraph === undefined ? '' : `, ${locatorText(paragraph)}`}]`,
  block: quoted,
};

function quoted(paragraphs: readonly string[], source: BlockSource): string {
  const blocks = blocksOf(paragraphs, source);
  return `${blocks.join('\n\n').replace(/^/gm, '> ').replace(/ +$/gm, '')}\n`;
}

function blocksOf(paragraphs: readonly string[], source: BlockSource): readonly string[] {
  if (source.kind === 'key')
    return withCitation(paragraphs, markdownMarkup.cite(source.key, source.paragraph));
  if (source.kind === 'attribution') return [...paragraphs, `— ${source.text}`];
  // A footnote stands right behind the words.
  return [...paragraphs.slice(0, -1), `${paragraphs.at(-1) ?? ''}${source.text}`];
}

/** Inside a line nothing can begin a block, so that a leading number or dash stays as it is. */
function escapeInline(text: string): string {
  return escapeMarkdown(`x ${inOneLine(text)}`).slice(2);
}

/** Behind an even number of backslashes, which are themselves escaped, a bracket still is one. */
function escapeBrackets(escaped: string): string {
  return escaped.replace(/(?<!\\)((?:\\\\)*)([[\]])/g, '$1\\$2');
}

/** A link's address as CommonMark § 6.3 takes it without angle brackets. */
function linkTarget(url: string): string {
  return url.replace(/[\s<>()\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
