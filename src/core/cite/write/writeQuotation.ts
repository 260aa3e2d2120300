// Writes quotations and citations into notes of every language.

import { attribution, type Cited } from '../attribution.ts';
import type { NoteLanguage } from '../noteLanguage.ts';
import { markupOf } from './markupOf.ts';
import type { BlockSource } from './noteMarkup.ts';
import { nestedWords, quotationMarks } from './quotationMarks.ts';
import { wordCount } from '../../text/wordCount.ts';

/** A passage that is quoted, and whose it is. */
export interface Quoted {
  /** Plain text, paragraphs parted by an empty line. */
  readonly words: string;
  /** Undefined where the note says in words whose they are. */
  readonly key: string | undefined;
  /** The paragraph of the article that is quoted, counted from 1. */
  readonly paragraph: number | undefined;
  readonly cited: Cited;
}

export interface QuotationStyle {
  /** By length: a block from 40 words or two paragraphs on. */
  readonly quotation: 'auto' | 'inline' | 'block';
  /** In Markdown; the other languages have one way to cite a key, and 'words' is for all of them. */
  readonly citation: 'pandoc' | 'footnote' | 'words';
  /** BCP 47 tag of the language that the note is in, whose quotation marks are used; else those of the article. */
  readonly marksOf: string | undefined;
}

export interface Written {
  /** Words within a line, or lines that stand alone and end with a line end. */
  readonly kind: 'inline' | 'block';
  readonly text: string;
  /** What has to stand in the note once, below the text: the footnote's own line, with its line end. */
  readonly definition: string | undefined;
}

/** The length from which style guides set a quotation apart (APA 7 § 8.27, 40 words). */
const BLOCK_WORDS = 40;

/**
 * Gives a quotation with its citation in a note's language, escaped so that a reader sees the very words. What has
 * several paragraphs, or a quotation mark without its partner, is a block in every style.
 *
 * @param locale BCP 47 tag by which dates are written.
 * @example In Markdown: “It rained” [@byron2026, para. 4]
 */
export function writeQuotation(
  quoted: Quoted,
  language: NoteLanguage,
  style: QuotationStyle,
  locale: string,
): Written {
  const markup = markupOf(language);
  const paragraphs = paragraphsOf(quoted.words);
  const marks = quotationMarks(style.marksOf ?? quoted.cited.language ?? locale);
  const isLong =
    style.quotation === 'auto' &&
    (wordCount(quoted.words) >= BLOCK_WORDS || quoted.words.trim().includes('\n'));
  const single =
    paragraphs.length === 1 && style.quotation !== 'block' && !isLong ? paragraphs[0] : undefined;
  const nested = single === undefined ? undefined : nestedWords(single.replace(/\s+/g, ' '), marks);
  const source = sourceOf(quoted, language, style, locale);
  const definition = definitionOf(quoted, language, style, locale);
  if (nested === undefined) {
    return { kind: 'block', text: markup.block(paragraphs.map(markup.paragraph), source), definition };
  }
  const quote = markup.quote(markup.text(nested), marks);
  return { kind: 'inline', text: `${quote}${inlineSource(source, language)}`, definition };
}

/** Gives the citation alone, for a place within a line; in words where there is no key. */
export function writeCitation(
  quoted: Omit<Quoted, 'words'>,
  language: NoteLanguage,
  style: QuotationStyle,
  locale: string,
): Written {
  const source = sourceOf({ ...quoted, words: '' }, language, style, locale);
  const text = source.kind === 'key' ? markupOf(language).cite(source.key, source.paragraph) : source.text;
  return {
    kind: 'inline',
    text,
    definition: definitionOf({ ...quoted, words: '' }, language, style, locale),
  };
}

function sourceOf(
  quoted: Quoted,
  language: NoteLanguage,
  style: QuotationStyle,
  locale: string,
): BlockSource {
  const { key, paragraph, cited } = quoted;
  if (key === undefined || style.citation === 'words') {
    return { kind: 'attribution', text: attribution(cited, language, locale) };
  }
  if (language === 'markdown' && style.citation === 'footnote') {
    return { kind: 'citation', text: `[^${footnoteLabel(key, paragraph)}]` };
  }
  return { kind: 'key', key, paragraph };
}

function inlineSource(source: BlockSource, language: NoteLanguage): string {
  if (source.kind === 'key') return ` ${markupOf(language).cite(source.key, source.paragraph)}`;
  return source.kind === 'citation' ? source.text : ` (${source.text})`;
}

function definitionOf(
  { key, paragraph, cited }: Quoted,
  language: NoteLanguage,
  style: QuotationStyle,
  locale: string,
): string | undefined {
  if (key === undefined || language !== 'markdown' || style.citation !== 'footnote') return undefined;
  const locator = paragraph === undefined ? '' : `, para. ${paragraph}`;
  return `[^${footnoteLabel(key, paragraph)}]: ${attribution(cited, language, locale)}${locator}.\n`;
}

/** The label is the key, and the paragraph where one is cited, so that two passages have two footnotes. */
function footnoteLabel(key: string, paragraph: number | undefined): string {
  return paragraph === undefined ? key : `${key}-${paragraph}`;
}

/** White space alone is put in order: lines stay lines, and paragraphs paragraphs. */
export function paragraphsOf(passage: string): readonly string[] {
  return passage
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n'),
    )
    .filter((paragraph) => paragraph !== '');
}
