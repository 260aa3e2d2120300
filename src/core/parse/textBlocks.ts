// Plain text as blocks: the lines between two empty lines, and whether they
// are the paragraphs themselves or prose that was wrapped at a column.

export interface TextBlock {
  /** Empty lines before the block; 0 for the first. */
  readonly gap: number;
  /** One paragraph, headline or verse line each; wrapped prose is joined again. No white space at either end. */
  readonly lines: readonly string[];
}

interface RawBlock {
  readonly gap: number;
  readonly lines: readonly string[];
}

const WIDEST_WRAP = 100;
const NARROWEST_WRAP = 30;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/gu;
const SENTENCE_END = /[.!?…。．！？։।॥۔؟]["'”’»›」』)\]）]*$/u;

/**
 * Gives the blocks of a text with "\n" line ends. Lines that fill their column, so that the next line's first
 * word would not have fitted, are one paragraph again; all other lines stay apart.
 *
 * @example "One\nTwo\n\n\nThree" gives blocks of ["One", "Two"] and, after a gap of 2, ["Three"].
 */
export function textBlocks(text: string): readonly TextBlock[] {
  const raw = rawBlocks(text);
  const column = widest(raw.filter((block) => isWrapped(block.lines)).flatMap((block) => block.lines));
  return raw.map(({ gap, lines }) => {
    const wrapped = isWrapped(lines) || (column > 0 && fitsColumn(lines, column));
    return {
      gap,
      lines: wrapped ? joinWrapped(lines, widest(lines)) : lines.map((line) => line.trim()),
    };
  });
}

/** Whether a line ends as a sentence does, closing quotation marks and brackets put aside. */
export function endsSentence(line: string): boolean {
  return SENTENCE_END.test(line);
}

/** Gives the width of a line in columns; East Asian characters take two. */
export function widthOf(line: string): number {
  return line.length + (line.match(WIDE)?.length ?? 0);
}

/** Gives the width of a line by what it says: a wide character counts for three, as it stands for a part of a word. */
export function saidWidth(line: string): number {
  return line.length + 2 * (line.match(WIDE)?.length ?? 0);
}

function rawBlocks(text: string): readonly RawBlock[] {
  const blocks: { gap: number; lines: string[] }[] = [];
  let gap = 0;
  let open = false;
  for (const line of text.split('\n')) {
    const kept = line.trimEnd();
    if (kept === '') {
      gap++;
      open = false;
    } else {
      if (!open) blocks.push({ gap: blocks.length === 0 ? 0 : gap, lines: [] });
      blocks.at(-1)?.lines.push(kept);
      gap = 0;
      open = true;
    }
  }
  return blocks;
}

/** Whether the block's own shape shows that its lines were broken at a column. */
function isWrapped(lines: readonly string[]): boolean {
  const column = widest(lines);
  if (column > WIDEST_WRAP || column < NARROWEST_WRAP || lines.length < 2) return false;
  const joins = lines.slice(1).map((next, index) => ({ line: lines[index] ?? '', next: next.trim() }));
  const full = joins.filter(({ line, next }) => isFull(line, next, column)).length / joins.length;
  const cased = joins.filter(
    ({ next }) => /^\p{L}/u.test(next) && next.charAt(0).toLowerCase() !== next.charAt(0).toUpperCase(),
  );
  const lower = cased.filter(({ next }) => /^\p{Ll}/u.test(next)).length;
  if (cased.length > joins.length / 2) return full >= 0.7 && lower >= cased.length * 0.4;
  // Without capitals, only a full stop tells prose from a list of lines that happen to be equally long.
  return joins.length >= 2 && endsSentence(lines.at(-1) ?? '') && full >= (joins.length < 5 ? 0.99 : 0.75);
}

/** Whether the block fills a column that other blocks of the text were wrapped at. */
function fitsColumn(lines: readonly string[], column: number): boolean {
  if (lines.length < 2 || widest(lines) > column) return false;
  return lines.slice(1).every((next, index) => isFull(lines[index] ?? '', next.trim(), column));
}

function isFull(line: string, next: string, column: number): boolean {
  const wide = widthOf(next.charAt(0)) === 2;
  const firstWord = wide ? next.slice(0, 2) : (/^\S+/u.exec(next)?.[0] ?? '');
  return widthOf(line) + (wide ? 0 : 1) + widthOf(firstWord) > column;
}

function joinWrapped(lines: readonly string[], column: number): readonly string[] {
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const words = line.trim();
    if (before === undefined || startsParagraph(before, line, column)) paragraphs.push(words);
    else paragraphs[paragraphs.length - 1] = join(paragraphs.at(-1) ?? '', words);
  }
  return paragraphs;
}

function startsParagraph(before: string, line: string, column: number): boolean {
  const indented = indent(line) >= indent(before) + 2;
  if (indented && endsSentence(before)) return true;
  const words = line.trim();
  return !isFull(before, words, column) && !/^\p{Ll}/u.test(words);
}

function indent(line: string): number {
  return (/^\s*/u.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;
}

/** Joins without a space where the script writes none, and mends a word that was parted by a soft hyphen. */
function join(first: string, second: string): string {
  if (first.endsWith('\u00AD')) return first.slice(0, -1) + second;
  const unspaced =
    widthOf(first.slice(-1)) === 2 &&
    widthOf(second.charAt(0)) === 2 &&
    !/\p{Script=Hangul}/u.test(first.slice(-1));
  return unspaced ? first + second : `${first} ${second}`;
}

function widest(lines: readonly string[]): number {
  return lines.reduce((width, line) => Math.max(width, widthOf(line)), 0);
}
