// Reads the blocks of Markdown: CommonMark's, with footnotes, front matter, formulas and fenced divisions.

import type { TextRange } from '../../model/search.ts';
import { readMarkdownWords } from './markdownWords.ts';
import { joinedLines, lineEndAt, linesOf } from './noteLines.ts';
import type { NotePen } from './noteReading.ts';

interface Container {
  readonly kind: 'quote' | 'item' | 'footnote' | 'element';
  /** Columns that a line of it is indented by. */
  readonly indent: number;
  readonly end: () => void;
}

const DEEPEST = 32;
const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;
const RULE = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$/;
const ITEM = /^(?:[-*+]|\d{1,9}[.)]|\(?[a-zA-Z]\)|#\.|\(@\w*\))(?=[ \t]|$)/;
const FOOTNOTE = /^\[\^([^\]\s]{1,100})\]:/;
const DEFINITION = /^\[(?!\^|@)[^\]]{1,200}\]:\s*\S/;
const HIDDEN = /^<(script|pre|style|textarea)\b/i;
/** Obsidian's callouts and GitHub's alerts; only those of two kinds quote. */
const CALLOUT = /^\[!([\w-]+)[^\]\n]{0,100}\][+-]?[ \t]*/;
const HEADING = /^#{1,6}(?:[ \t]+|$)/;
const QUOTE_ELEMENT = /^<blockquote\b[^<>]*>/i;
const QUOTE_ELEMENT_END = /<\/blockquote\s*>/gi;
const TABLE_RULE = /^(?=[|:+= \t]*-)[|:\-+= \t]+$/;

export function readMarkdown(note: string, start: number, end: number, pen: NotePen): void {
  const stack: Container[] = [];
  let parts: TextRange[] = [];
  let closer: { readonly isEnd: (line: string) => boolean; readonly depth: number } | undefined;
  let lastEnd = start;
  let inTable = false;
  let lastElementEnd: number | undefined;

  const flush = (): void => {
    if (parts.length > 0) readMarkdownWords(joinedLines(note, parts), pen);
    if (parts.length > 0) pen.paragraph(lastEnd);
    parts = [];
  };
  const closeTo = (depth: number): void => {
    if (stack.length > depth) flush();
    while (stack.length > depth) stack.pop()?.end();
  };
  const openQuote = (kind: 'quote' | 'element', at: number): void => {
    pen.open('block', at);
    stack.push({ kind, indent: 0, end: () => pen.close(lastEnd) });
  };
  /** A callout's title is none of its words, but may say whose they are; gives where its words begin. */
  const openCallout = (
    [whole, kind = '']: RegExpExecArray,
    at: number,
    words: number,
    to: number,
  ): number => {
    if (/@|\[\^/.test(note.slice(words + whole.length, to))) {
      readMarkdownWords(joinedLines(note, [[words + whole.length, to]]), pen);
      pen.put(':', to, to);
      pen.paragraph(to);
    }
    if (/^(?:quote|cite)$/i.test(kind)) openQuote('quote', at);
    else stack.push({ kind: 'quote', indent: 0, end: () => undefined });
    return to;
  };
  /** Whether an element that begins here is closed, so that it does not quote all that follows. */
  const isClosed = (at: number): boolean => {
    lastElementEnd ??= [...note.slice(start, end).matchAll(QUOTE_ELEMENT_END)].at(-1)?.index ?? -1;
    return at < start + lastElementEnd;
  };
  /** Takes the words of a line up to each end of an element. */
  const takeWords = (from: number, to: number): void => {
    let words = from;
    for (const { 0: tag, index } of note.slice(from, to).matchAll(QUOTE_ELEMENT_END)) {
      const element = stack.findLastIndex(({ kind }) => kind === 'element');
      if (element < 0) continue;
      if (from + index > words) parts.push([words, from + index]);
      flush();
      lastEnd = from + index + tag.length;
      closeTo(element);
      words = lastEnd;
    }
    if (words < to || words === from) parts.push([words, to]);
  };
  /** Takes the markers of new containers off a line, and gives where its own text begins. */
  const openContainers = (from: number, to: number): number => {
    let at = from;
    while (stack.length < DEEPEST) {
      const { columns, next } = indentAt(note, at, to);
      const rest = note.slice(next, Math.min(to, next + 200));
      if (columns > 3) return at;
      const item = RULE.test(rest) ? undefined : ITEM.exec(rest)?.[0];
      const label = stack.length === 0 ? FOOTNOTE.exec(rest) : null;
      if (rest.startsWith('>')) {
        flush();
        at = note.charAt(next + 1) === ' ' ? next + 2 : next + 1;
        const callout = CALLOUT.exec(note.slice(at, Math.min(to, at + 200)));
        if (callout !== null) return openCallout(callout, next, at, to);
        openQuote('quote', next);
      } else if (item !== undefined && (parts.length === 0 || /^(?:[-*+]|1[.)])/.test(item))) {
        flush();
        const spaces = indentAt(note, next + item.length, to).columns;
        const width = columns + item.length + (spaces > 4 || spaces === 0 ? 1 : spaces);
        stack.push({ kind: 'item', indent: width, end: () => undefined });
        at = Math.min(to, next + item.length + (spaces === 0 ? 0 : 1));
      } else if (label?.[1] !== undefined) {
        flush();
        stack.push({ kind: 'footnote', indent: 2, end: pen.note(label[1]) });
        at = next + label[0].length;
      } else return at;
    }
    return at;
  };

  for (const [from, to] of linesOf(note, start + frontMatterLength(note, start), end)) {
    const { at: matchedAt, depth } = matchContainers(note, from, to, stack);
    const isBlank = note.slice(matchedAt, to).trim() === '';
    if (closer !== undefined && depth >= closer.depth) {
      if (closer.isEnd(note.slice(matchedAt, to))) closer = undefined;
      lastEnd = to;
      continue;
    }
    closer = undefined;
    if (isBlank) {
      inTable = false;
      const quoted = stack.slice(0, depth).length;
      flush();
      if (stack.slice(quoted).some(({ kind }) => kind === 'quote')) closeTo(quoted);
      if (stack.slice(0, depth).some(({ kind }) => kind === 'quote')) lastEnd = to;
      continue;
    }
    const lazy = depth < stack.length && parts.length > 0 && !beginsBlock(note.slice(matchedAt, to));
    if (!lazy) closeTo(depth);
    const at = lazy ? matchedAt : openContainers(matchedAt, to);
    const { columns, next } = indentAt(note, at, to);
    const rest = note.slice(next, to);
    lastEnd = trimmedEnd(note, next, to);
    if (lazy) {
      parts.push([next, to]);
      continue;
    }
    if (columns > 3 && parts.length === 0 && stack.at(-1)?.kind !== 'element') continue;
    const region = regionEnd(rest);
    if (region !== undefined) {
      flush();
      closer = { isEnd: region, depth: stack.length };
    } else if (HEADING.test(rest)) {
      flush();
      parts.push(headingWords(rest, next));
      flush();
    } else if (QUOTE_ELEMENT.test(rest) && isClosed(next) && stack.length < DEEPEST) {
      flush();
      openQuote('element', next);
      takeWords(next + (QUOTE_ELEMENT.exec(rest)?.[0].length ?? 0), to);
    } else if (TABLE_RULE.test(rest) && !RULE.test(rest)) {
      inTable = rest.includes('|');
      flush();
    } else if (RULE.test(rest) || /^:{3,}/.test(rest)) flush();
    else if (inTable || /^\|.*\|\s*$/.test(rest)) {
      flush();
      parts.push([next, to]);
      flush();
    } else if (parts.length === 0 && DEFINITION.test(rest)) continue;
    else takeWords(next, to);
  }
  flush();
  closeTo(0);
}

/** Takes the marks of open containers off a line; gives where the rest begins and how many it has. */
function matchContainers(
  note: string,
  from: number,
  to: number,
  stack: readonly Container[],
): { readonly at: number; readonly depth: number } {
  let at = from;
  let depth = 0;
  for (const { kind, indent } of stack) {
    const { columns, next } = indentAt(note, at, to);
    if (kind === 'quote') {
      if (columns > 3 || note.charAt(next) !== '>' || next >= to) break;
      at = note.charAt(next + 1) === ' ' ? next + 2 : next + 1;
    } else if (kind !== 'element') {
      if (next < to && columns < indent) break;
      at = columnAt(note, at, to, indent);
    }
    depth++;
  }
  return { at: Math.min(at, to), depth };
}

/** Gives what ends the region that a line begins in which there are no words: code, a comment, a formula. */
function regionEnd(line: string): ((line: string) => boolean) | undefined {
  const fence = FENCE.exec(line)?.[0];
  if (fence !== undefined) {
    const mark = fence.charAt(0);
    return (next) => {
      const content = next.trim();
      return content.startsWith(fence) && content.replaceAll(mark, '') === '';
    };
  }
  if (line.startsWith('<!--') && !line.includes('-->')) return (next) => next.includes('-->');
  if (line.startsWith('$$') && line.split('$$').length === 2) return (next) => next.includes('$$');
  const hidden = HIDDEN.exec(line)?.[1]?.toLowerCase();
  if (hidden === undefined) return undefined;
  const closing = `</${hidden}`;
  return line.toLowerCase().includes(closing) ? undefined : (next) => next.toLowerCase().includes(closing);
}

function beginsBlock(line: string): boolean {
  const content = line.trimStart();
  return (
    /^(?:>|#{1,6}\s|<!--)/.test(content) ||
    FOOTNOTE.test(content) ||
    ITEM.test(content) ||
    FENCE.test(content) ||
    RULE.test(content)
  );
}

/** A heading's words, without its signs before and behind them. */
function headingWords(line: string, at: number): TextRange {
  const first = HEADING.exec(line)?.[0].length ?? 0;
  const words = line.slice(first).trimEnd();
  const behind = /(?:^|[ \t])#+$/.exec(words)?.[0].length ?? 0;
  return [at + first, at + first + words.length - behind];
}

function frontMatterLength(note: string, start: number): number {
  const fence = start === 0 ? /^(?:\ufeff)?(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(note) : null;
  if (fence === null) return 0;
  for (let from = fence[0].length; from < note.length;) {
    const [end, next] = lineEndAt(note, from);
    if (/^(?:---|\.\.\.|\+\+\+)[ \t]*$/.test(note.slice(from, Math.min(end, from + 80)))) return next;
    from = next;
  }
  return 0;
}

/** Gives how many columns of white space stand at an offset, and where they end. */
function indentAt(note: string, at: number, to: number): { readonly columns: number; readonly next: number } {
  let columns = 0;
  let next = at;
  for (; next < to; next++) {
    const character = note.charAt(next);
    if (character === ' ') columns++;
    else if (character === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return { columns, next };
}

function columnAt(note: string, at: number, to: number, wanted: number): number {
  let columns = 0;
  let next = at;
  while (next < to && columns < wanted && /[ \t]/.test(note.charAt(next))) {
    columns += note.charAt(next) === '\t' ? 4 - (columns % 4) : 1;
    next++;
  }
  return next;
}

function trimmedEnd(note: string, from: number, to: number): number {
  return from + note.slice(from, to).trimEnd().length;
}
