// How a note language writes what a quotation is made of.

import type { QuotationMarks } from './quotationMarks.ts';

export interface NoteMarkup {
  /** Escapes text that stands inside a line, white space put into one space each. */
  text(words: string): string;
  /** Escapes a paragraph that stands alone; its line ends stay line ends for the reader. */
  paragraph(words: string): string;
  /** Puts words that are already escaped into quotation marks. */
  quote(escaped: string, marks: QuotationMarks): string;
  emphasis(escaped: string): string;
  /** A link with a text that is already escaped. */
  link(escaped: string, url: string): string;
  /** The citation of a key, with the paragraph that is cited. */
  cite(key: string, paragraph: number | undefined): string;
  /** A block quotation of escaped paragraphs; ends with a line end. */
  block(paragraphs: readonly string[], source: BlockSource): string;
}

/** Whose a block quotation is: a citation, or an attribution in words that are already escaped. */
export type BlockSource =
  | { readonly kind: 'key'; readonly key: string; readonly paragraph: number | undefined }
  | { readonly kind: 'citation'; readonly text: string }
  | { readonly kind: 'attribution'; readonly text: string };

/** Gives text in one line. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Gives the locator that readers and citation styles understand. */
export function locatorText(paragraph: number, space = ' '): string {
  return `para.${space}${paragraph}`;
}

/** Puts a citation behind the last of some paragraphs. */
export function withCitation(paragraphs: readonly string[], citation: string): readonly string[] {
  return [...paragraphs.slice(0, -1), `${paragraphs.at(-1) ?? ''} ${citation}`];
}
