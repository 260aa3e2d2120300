// The lines of a note, whatever ends them, and paragraphs put together from parts of lines.

import type { TextRange } from '../../model/search.ts';
import type { Stretch } from './noteReading.ts';

/** Gives where a line's text ends and where the next line begins. */
export function lineEndAt(note: string, from: number): readonly [end: number, next: number] {
  for (let at = from; at < note.length; at++) {
    const code = note.charCodeAt(at);
    if (code === 10) return [at, at + 1];
    if (code === 13) return [at, note.charCodeAt(at + 1) === 10 ? at + 2 : at + 1];
  }
  return [note.length, note.length];
}

/** Gives the lines of a part of a note as ranges without their line ends. */
export function linesOf(note: string, start: number, end: number): readonly TextRange[] {
  const lines: TextRange[] = [];
  for (let from = start; from < end;) {
    const [stop, next] = lineEndAt(note, from);
    lines.push([from, Math.min(stop, end)]);
    from = next;
  }
  return lines;
}

/** Gives a part of a note as it stands. */
export function stretchOf(note: string, start: number, end: number): Stretch {
  return { text: note.slice(start, end), place: (index) => start + index };
}

/** Puts parts of lines together with \n between them. */
export function joinedLines(note: string, parts: readonly TextRange[]): Stretch {
  const only = parts[0];
  if (parts.length === 1 && only !== undefined) return stretchOf(note, ...only);
  const text = parts.map(([start, end]) => note.slice(start, end)).join('\n');
  const places = new Int32Array(text.length + 1);
  let at = 0;
  parts.forEach(([start, end]) => {
    for (let place = start; place <= end; place++) places[at++] = place;
  });
  return { text, place: (index) => places[index] ?? 0 };
}
