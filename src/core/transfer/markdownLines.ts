// Writes Markdown line by line inside quotations and lists, and remembers where each character of the text went.

import type { TextRange } from '../model/search.ts';
import type { Piece } from './markdownInline.ts';

export interface MarkdownLines {
  /**
   * Writes a block with an empty line before it.
   *
   * @param sign What the block begins with: "## ".
   * @param asLines Whether a line end is one of the source; otherwise one ends a line of a paragraph, and two end the
   * paragraph.
   */
  block(sign: string, pieces: readonly Piece[], asLines?: boolean): void;
  /** Writes blocks behind a sign: the first line behind `first`, the others behind `rest`. */
  inside(first: string, rest: string, write: () => void): void;
  beginList(kind: 'numbers' | 'points', firstNumber: number): ListLines;
  finish(): { readonly markdown: string; rangeOf(passage: TextRange): TextRange };
}

export interface ListLines {
  /** What stands before each item, or behind its number. */
  readonly sign: string;
  item(marker: string, write: () => void): void;
  end(): void;
}

const SIGNS = { numbers: ['.', ')'], points: ['-', '*'] } as const;

/** @param length Of the text whose characters are written. */
export function createMarkdownLines(length: number): MarkdownLines {
  const parts: string[] = [];
  const starts = new Int32Array(length).fill(-1);
  const ends = new Int32Array(length).fill(-1);
  let written = 0;
  let prefix = '';
  /** The first line of what comes next, and the empty line before it, where they differ from the others. */
  let lead: { readonly line: string; readonly blank: string } | undefined;
  let isTight = false;
  let lastList:
    { readonly kind: 'numbers' | 'points'; readonly sign: string; readonly end: number } | undefined;

  const put = (text: string): void => {
    parts.push(text);
    written += text.length;
  };
  const begin = (): void => {
    const blank = (lead?.blank ?? prefix).trimEnd();
    if (written > 0) put(isTight ? '\n' : `\n${blank}\n`);
    put(lead?.line ?? prefix);
    lead = undefined;
    isTight = false;
  };
  const newLine = (): string => `\n${prefix}`;

  const block: MarkdownLines['block'] = (sign, pieces, asLines = false) => {
    begin();
    put(sign.replace(/\n$/, newLine));
    for (const [index, { at, written: text }] of pieces.entries()) {
      const from = written;
      if (text === '\n' && !asLines) {
        const isSecond = pieces[index - 1]?.written === '\n';
        const isFirst = pieces[index + 1]?.written === '\n';
        put(isSecond ? newLine() : isFirst ? `\n${prefix.trimEnd()}` : `\\${newLine()}`);
      } else put(text.replace(/\n/g, newLine));
      if (at !== undefined) {
        starts[at] = from;
        ends[at] = written;
      }
    }
  };

  const inside: MarkdownLines['inside'] = (first, rest, write) => {
    const before = prefix;
    lead = { line: (lead?.line ?? prefix) + first, blank: lead?.blank ?? prefix };
    prefix += rest;
    write();
    prefix = before;
    lead = undefined;
  };

  return {
    block,
    inside,
    beginList(kind, firstNumber) {
      // A list right behind another of its kind would be one with it.
      const isBehindList = lastList?.kind === kind && lastList.end === written;
      const [usual, other] = SIGNS[kind];
      const sign = isBehindList && lastList?.sign === usual ? other : usual;
      // Inside an item, a list stands close beneath its words; one that does not begin with 1 needs the empty line.
      let tight = /^\s+$/.test(prefix) && lead === undefined && firstNumber === 1;
      return {
        sign,
        item(marker, write) {
          if (lead === undefined) isTight = tight;
          tight = true;
          inside(marker, ' '.repeat(marker.length), write);
          isTight = false;
        },
        end: () => (lastList = { kind, sign, end: written }),
      };
    },
    finish: () => ({
      markdown: parts.join(''),
      rangeOf([from, to]) {
        let start = Math.max(0, from);
        let end = Math.min(to, length) - 1;
        while (start < length && starts[start] === -1) start++;
        while (end >= 0 && ends[end] === -1) end--;
        const first = starts[start] ?? written;
        return [first, Math.max(first, end < 0 ? 0 : (ends[end] ?? 0))];
      },
    }),
  };
}
