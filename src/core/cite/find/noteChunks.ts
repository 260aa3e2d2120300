// Parts a note where one part says nothing about the next, so that a change makes only its own part new.

import type { NoteLanguage } from '../noteLanguage.ts';
import { lineEndAt } from './noteLines.ts';
import { openAfter } from './openBlocks.ts';

interface Signs {
  /** A line that begins a quotation of its own. */
  readonly quote: RegExp;
  /** Anything that may be a citation. */
  readonly citation: RegExp;
  /** A line that may say whose the quotation above it is. */
  readonly attribution: RegExp;
}

const NEVER = /$^/;
const DASHED = /^\s*[—–―~(*_-]/;

const SIGNS: Readonly<Record<NoteLanguage, Signs>> = {
  markdown: {
    quote: /^[\s\d.)*+-]*(?:>|<blockquote)/i,
    citation: /@|\[\^/,
    attribution: /^\s*[—–―~(*_@[<-]/,
  },
  latex: {
    quote: /\\begin\{(?:foreign|hyphen)?(?:display|quot)/,
    citation: /cite/,
    attribution: /^\s*[—–―~({*_\\-]/,
  },
  asciidoc: {
    quote: /^(?:_{4,}|"{2,}|\[(?:quote|verse))/,
    citation: /cite/,
    attribution: /^\s*[—–―~(*_a-z[-]/,
  },
  restructuredtext: { quote: /^\s+\S/, citation: /cite|\]_/, attribution: /^\s*[—–―~(*_:[-]/ },
  org: { quote: /^\s*#\+begin_/i, citation: /cite|@/, attribution: /^\s*[—–―~(*_[c-]/ },
  typst: { quote: /^\s*#quote|#quote\(/, citation: /[@<]/, attribution: /^\s*[—–―~(*_@#-]/ },
  plain: { quote: NEVER, citation: /@/, attribution: DASHED },
};

const REPEATED_MARK = /^\s*(?:[-*>]\s*)?[“„«»「『"]/;

/**
 * Gives where the part of a note ends that begins at `start`: at a line behind an empty one, outside of every block,
 * and not between a quotation and the line that introduces it or says whose it is. What it gives depends only on the
 * note from `start` on, but for the front matter that only a note's beginning has.
 */
export function chunkEnd(note: string, start: number, language: NoteLanguage): number {
  const signs = SIGNS[language];
  let open: readonly string[] = [];
  let block = emptyBlock(false);
  let isFirst = true;
  for (let from = start; from < note.length;) {
    const [end, next] = lineEndAt(note, from);
    const line = note.slice(from, end);
    if (open.length === 0 && line.trim() === '') {
      if (!block.isEmpty) block.isDone = true;
    } else {
      if (block.isDone && open.length === 0) {
        if (isBoundary(block, line, signs)) return from;
        block = emptyBlock(block.isQuote);
      }
      addLine(block, line, signs);
      open = openAfter(line, open, language, start === 0 && isFirst);
    }
    isFirst = false;
    from = next;
  }
  return note.length;
}

interface Block {
  isEmpty: boolean;
  isDone: boolean;
  isQuote: boolean;
  isCiting: boolean;
  /** Whether it says whose the quotation before it is. */
  isAttribution: boolean;
  unclosed: number;
  readonly followsQuote: boolean;
}

function emptyBlock(followsQuote: boolean): Block {
  return {
    isEmpty: true,
    isDone: false,
    isQuote: false,
    isCiting: false,
    isAttribution: false,
    unclosed: 0,
    followsQuote,
  };
}

function addLine(block: Block, line: string, signs: Signs): void {
  if (block.isEmpty && block.followsQuote) block.isAttribution = signs.attribution.test(line);
  block.isEmpty = false;
  if (!block.isQuote && signs.quote.test(line)) block.isQuote = true;
  if (!block.isCiting && signs.citation.test(line)) block.isCiting = true;
  for (const mark of line.match(/[“”„«»「」『』"]/g) ?? []) {
    block.unclosed += mark === '"' ? 0 : '“„«「『'.includes(mark) ? 1 : -1;
  }
  const straight = line.split('"').length - 1;
  if (straight % 2 === 1) block.unclosed += 1;
}

function isBoundary(block: Block, next: string, signs: Signs): boolean {
  if (/^[ \t]/.test(next)) return false;
  if (block.unclosed !== 0 && REPEATED_MARK.test(next)) return false;
  // Behind a paragraph of its own, a citation may belong to a quotation before it.
  if (block.isQuote && signs.attribution.test(next)) return false;
  if (!block.isQuote && block.isCiting && !block.isAttribution && signs.quote.test(next)) return false;
  return block.isQuote || !/^\s*[[(@\\:<#]?[^\p{L}\p{N}]{0,3}(?:@|cite|\\\w*cite|\[\^)/u.test(next);
}
