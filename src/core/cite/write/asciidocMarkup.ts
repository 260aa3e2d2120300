// Writes AsciiDoc with the citations of asciidoctor-bibtex.

import { inOneLine, withCitation, type NoteMarkup } from './noteMarkup.ts';

export const asciidocMarkup: NoteMarkup = {
  text: (words) => escapeAsciidoc(inOneLine(words)),
  paragraph: (words) =>
    words
      .split('\n')
      .map((line) => escapeLineStart(escapeAsciidoc(line)))
      .join(' +\n'),
  quote: (escaped, { outer: [open, close] }) =>
    open === '“' && close === '”' && /\S/.test(escaped) ? `"\`${escaped}\`"` : `${open}${escaped}${close}`,
  emphasis: (escaped) => `_${escaped}_`,
  link: (escaped, url) => `${url.replace(/[\s[\]]/g, encoded)}[${escaped.replaceAll(']', '&#93;')}]`,
  cite: (key, paragraph) => `cite:[${key}${paragraph === undefined ? '' : `(${paragraph})`}]`,
  block(paragraphs, source) {
    const opening =
      source.kind === 'attribution' ? `[quote, "${source.text.replaceAll('"', '&#34;')}"]` : '[quote]';
    const words =
      source.kind === 'attribution'
        ? paragraphs
        : withCitation(
            paragraphs,
            source.kind === 'key' ? asciidocMarkup.cite(source.key, source.paragraph) : source.text,
          );
    return `${opening}\n____\n${words.join('\n\n')}\n____\n`;
  },
};

/**
 * Gives text that AsciiDoc shows as the very same words: signs that may be markup become character references, which
 * every step of its substitutions leaves alone.
 *
 * @example escapeAsciidoc("*really* [sic]") gives "&#42;really&#42; [sic]".
 */
export function escapeAsciidoc(text: string): string {
  return text
    .replace(/&(?=#?\w+;)/g, reference)
    .replace(/[*`~^+\\|]/g, reference)
    .replace(/#(?!\d+;)|(?<!&)#/g, reference)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|_(?=_)/gu, reference)
    .replace(/\{(?=[\w!@])/g, reference)
    .replace(/(?<=[^\s(“„«])\[|\[(?=[[.])|(?<=\[)\[/g, reference)
    .replace(/<(?=[<=-])|(?<=<)</g, reference)
    .replace(/-(?=[->])|(?<=-)-|=(?=>)/g, reference)
    .replace(/\.(?=\.\.)/g, reference)
    .replace(/\((?=(?:C|R|TM)\))|\((?=\()/g, reference)
    .replace(/(?<=[\p{L}\p{N}])'(?=\p{L})/gu, reference)
    .replace(/:(?=:)|;(?=;)/g, reference)
    .replace(/(?<=\p{L})[:](?=\[|&#91;)/gu, reference);
}

/** A line begins a list, a title, a comment, an attribute or a block with some signs. */
function escapeLineStart(escaped: string): string {
  return escaped.replace(
    /^(?:([-=.:/[>"])|(\d+|[A-Za-z]|[ivxIVX]+)([.)])(?=\s))/u,
    (whole, sign: string | undefined, count: string | undefined, dot: string | undefined) =>
      sign === undefined ? `${count ?? ''}${reference(dot ?? '')}` : reference(whole),
  );
}

function reference(character: string): string {
  return character === '' ? '' : `&#${character.charCodeAt(0)};`;
}

function encoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
