// Reads the blocks of AsciiDoc.

import type { TextRange } from '../../model/search.ts';
import { citeAsciidoc, readAsciidocWords } from './asciidocWords.ts';
import { joinedLines, linesOf, stretchOf } from './noteLines.ts';
import type { NotePen } from './noteReading.ts';

/** What is said of the block that comes next: "[quote, Ada Byron, cite:[byron2026(4)]]". */
interface Announced {
  readonly at: number;
  readonly line: TextRange;
}

/** A row of a table stands for itself, over however many lines its cells are written. */
interface Table {
  /** Undefined until a line says it. */
  columns: number | undefined;
  /** Cells of the row that is being read. */
  cells: number;
}

interface Open {
  readonly delimiter: string;
  readonly announced: Announced | undefined;
  readonly isQuote: boolean;
}

const DELIMITER = /^(?:_{4,}|={4,}|-{4,}|\.{4,}|\*{4,}|\+{4,}|\/{4,}|--|""|```.*|[|,:!]===)\s*$/;
const VERBATIM = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|```)/;
const TABLE = /^[|,:!]===$/;
const MARKER = /^(?:[*.]{1,5}|-|\d{1,4}\.|[a-zA-Z]\.)(?:\s+\[[ x*]\])?\s+|^\|/;

export function readAsciidoc(note: string, start: number, end: number, pen: NotePen): void {
  const stack: Open[] = [];
  let parts: TextRange[] = [];
  let lastEnd = start;
  let verbatim: string | undefined;
  let announced: Announced | undefined;
  let quoting: Announced | undefined;
  let marked = false;
  let table: Table | undefined;

  const readParts = (): void => {
    if (parts.length > 0) readAsciidocWords(joinedLines(note, parts), pen);
    if (parts.length > 0) pen.paragraph(lastEnd);
    parts = [];
  };
  const closeQuote = (said: Announced | undefined): void => {
    const cited = said !== undefined && citeAsciidoc(pen, stretchOf(note, ...said.line));
    pen.close(lastEnd, cited);
  };
  const flush = (): void => {
    readParts();
    if (quoting !== undefined || marked) closeQuote(quoting);
    quoting = undefined;
    marked = false;
  };
  for (const [from, to] of linesOf(note, start, end)) {
    const line = note.slice(from, to).trimEnd();
    const stop = from + line.length;
    const delimiter = DELIMITER.test(line) ? line.replace(/^```.*/, '```') : undefined;
    if (verbatim !== undefined) {
      if (delimiter === verbatim) verbatim = undefined;
      lastEnd = stop;
      continue;
    }
    if (delimiter !== undefined) {
      flush();
      if (TABLE.test(delimiter)) table = table === undefined ? tableOf(note, announced) : undefined;
      const open = stack.findLastIndex((block) => block.delimiter === delimiter);
      lastEnd = stop;
      if (open >= 0) {
        for (const block of stack.splice(open).toReversed()) if (block.isQuote) closeQuote(block.announced);
      } else if (VERBATIM.test(delimiter)) verbatim = delimiter;
      else if (stack.length < 40) {
        const isQuote = /^(?:_{4}|"")/.test(delimiter) || isQuoteLine(note, announced);
        if (isQuote) pen.open('block', announced?.at ?? from);
        stack.push({ delimiter, announced, isQuote });
      }
      announced = undefined;
    } else if (line.trim() === '') {
      if (!isInRow(table)) flush();
    } else if (/^\[(?:[^[\]]|\[[^[\]]*\])*\]$/.test(line) && parts.length === 0) {
      if (announced === undefined || /^\[(?:quote|verse)/.test(line))
        announced = { at: from, line: [from, stop] };
    } else if (line.startsWith('//') || /^(?::!?[\w-]+!?:(?:\s|$)|[\w-]+::\S*\[.*\]$)/.test(line)) {
      flush();
    } else if (parts.length === 0 && /^\.[^\s.]/.test(line)) continue;
    else if (/^=+\s|^#+\s/.test(line)) {
      flush();
      parts.push([from, stop]);
      parts = [[from + line.search(/\s/) + 1, stop]];
      lastEnd = stop;
      flush();
      announced = undefined;
    } else if (line === '+' || /^(?:'''|<<<)$/.test(line)) flush();
    else {
      const attribution = /^--\s+/.exec(line);
      if (parts.length === 0 && isQuoteLine(note, announced)) {
        pen.open('block', announced?.at ?? from);
        quoting = announced;
      }
      if (/^>(?:\s|$)/.test(line) && (marked || parts.length === 0)) {
        if (!marked) pen.open('block', from);
        marked = true;
        const skip = line.startsWith('> ') ? 2 : 1;
        if (line.length <= skip) readParts();
        else parts.push([from + skip, stop]);
      } else {
        if (attribution !== null && parts.length > 0 && note.charAt(parts[0]?.[0] ?? 0) === '"') {
          quoteParts(note, parts, pen);
          parts = [];
          lastEnd = stop;
          pen.close(parts.at(-1)?.[1] ?? from);
          pen.paragraph(from);
        }
        const marker = MARKER.exec(line.trimStart())?.[0];
        const indent = line.length - line.trimStart().length;
        if (marker !== undefined && !isInRow(table)) flush();
        if (table !== undefined) addCells(table, line);
        parts.push([from + indent + (marker?.length ?? 0), stop]);
      }
      announced = undefined;
      lastEnd = stop;
    }
  }
  flush();
  for (const block of stack.toReversed()) if (block.isQuote) closeQuote(block.announced);
}

/** `[cols="1,2"]`, `[cols="3*"]`, or as many columns as the first line has cells. */
function tableOf(note: string, announced: Announced | undefined): Table {
  const said = announced === undefined ? '' : note.slice(...announced.line);
  const [, list, single] = /\bcols=(?:"([^"]{1,200})"|([^",\]]{1,20}))/.exec(said) ?? [];
  const cols = (list ?? single)?.split(/[,;]/) ?? [];
  const columns = cols.reduce((sum, column) => sum + Number(/^\s*(\d{1,3})\*/.exec(column)?.[1] ?? 1), 0);
  return { columns: columns === 0 ? undefined : columns, cells: 0 };
}

function addCells(table: Table, line: string): void {
  const cells = line.match(/(?<!\\)\|/g)?.length ?? 0;
  table.columns ??= cells;
  table.cells = (table.cells % Math.max(1, table.columns)) + cells;
}

function isInRow(table: Table | undefined): boolean {
  return table?.columns !== undefined && table.cells < table.columns && table.cells > 0;
}

/** A paragraph in straight quotation marks with "-- Name" below it is a block quotation. */
function quoteParts(note: string, parts: readonly TextRange[], pen: NotePen): void {
  pen.open('block', parts[0]?.[0] ?? 0);
  readAsciidocWords(joinedLines(note, parts), pen);
}

function isQuoteLine(note: string, announced: Announced | undefined): boolean {
  return announced !== undefined && /^\[(?:quote|verse)\b/.test(note.slice(...announced.line));
}
