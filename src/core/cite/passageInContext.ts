// A passage with the words around it, for a reader who looks it up.

import type { TextRange } from '../model/search.ts';

/** A part of a line: of the passage, or of what stands around it. */
export interface ContextPart {
  readonly text: string;
  readonly isPassage: boolean;
}

/** UTF-16 units of the article that are shown before and behind a passage, and of the passage itself. */
const AROUND = 160;
const LONGEST = 600;

/**
 * Gives the paragraphs in which a passage stands, cut to what is of use; what is cut off is marked by "…". The parts of
 * the passage begin and end with a letter or digit, so that markup can be put around them, and those of a line joined
 * are its very words with single spaces.
 *
 * @example passageInContext("Tolls\nShe paid a toll.", [15, 21]) gives
 * [[{ text: "She paid ", … }, { text: "a toll", isPassage: true }, { text: ".", … }]].
 */
export function passageInContext(text: string, [start, end]: TextRange): readonly (readonly ContextPart[])[] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const nextLine = text.indexOf('\n', end);
  const lineEnd = nextLine < 0 ? text.length : nextLine;
  const lead = leadOf(text.slice(lineStart, start));
  const tail = tailOf(text.slice(end, lineEnd));
  const passage = text.slice(start, end);
  const shown = passage.length > LONGEST ? `${passage.slice(0, LONGEST).trimEnd()}…` : passage;
  const lines = shown.split(/\n+/);
  const parted = lines.map((line, index) => {
    const { before, inner, behind } = bare(line);
    return tidy([
      { text: (index === 0 ? lead : '') + before, isPassage: false },
      { text: inner, isPassage: true },
      { text: behind + (index === lines.length - 1 ? tail : ''), isPassage: false },
    ]);
  });
  return parted.filter((parts) => parts.length > 0);
}

function leadOf(before: string): string {
  return before.length > AROUND ? `…${before.slice(-AROUND).replace(/^\S*\s/, '')}` : before;
}

function tailOf(behind: string): string {
  return behind.length > AROUND ? `${behind.slice(0, AROUND).replace(/\s\S*$/, '')}…` : behind;
}

function bare(line: string): { readonly before: string; readonly inner: string; readonly behind: string } {
  const inner = /[\p{L}\p{N}](?:.*[\p{L}\p{M}\p{N}])?/su.exec(line);
  if (inner === null) return { before: line, inner: '', behind: '' };
  const behind = line.slice(inner.index + inner[0].length);
  return { before: line.slice(0, inner.index), inner: inner[0], behind };
}

/** White space as it is drawn: single spaces, none at the ends of a line. */
function tidy(parts: readonly ContextPart[]): readonly ContextPart[] {
  const single = parts.map((part) => ({ ...part, text: part.text.replace(/\s+/g, ' ') }));
  return single
    .map((part, index) => {
      const text = index === 0 ? part.text.trimStart() : part.text;
      return { ...part, text: index === single.length - 1 ? text.trimEnd() : text };
    })
    .filter(({ text }) => text !== '');
}
