// Reads plain text: its words are what they are, and citations stand in it as in Pandoc's Markdown.

import { joinedLines, linesOf } from './noteLines.ts';
import type { NotePen, Stretch } from './noteReading.ts';
import { citeGroup, citeInText } from './pandocCitations.ts';

export function readPlain(note: string, start: number, end: number, pen: NotePen): void {
  let parts: [number, number][] = [];
  const flush = (): void => {
    if (parts.length > 0) readParagraph(joinedLines(note, parts), pen);
    parts = [];
  };
  for (const [from, to] of linesOf(note, start, end)) {
    const line = note.slice(from, to);
    const indent = line.length - line.trimStart().length;
    if (indent === line.length) {
      flush();
      pen.paragraph(from);
    } else parts.push([from + indent, from + line.trimEnd().length]);
  }
  flush();
}

function readParagraph(stretch: Stretch, pen: NotePen): void {
  const { text } = stretch;
  let from = 0;
  let closeAt = -1;
  for (const { index: at } of text.matchAll(/[@[\n]/g)) {
    if (at < from) continue;
    const sign = text.charAt(at);
    if (sign === '[' && closeAt < at && closeAt < text.length) {
      const found = text.indexOf(']', at);
      closeAt = found < 0 ? text.length : found;
    }
    const close = sign === '[' ? closeAt : at;
    if (sign === '[' && !/^\[[^[\]]*@/.test(text.slice(at, Math.min(close + 1, at + 2000)))) continue;
    pen.copy(stretch, from, at);
    from = at;
    if (sign === '\n') {
      pen.line(stretch.place(at), stretch.place(at) + 1);
      from = at + 1;
    } else if (sign === '[' && close < text.length) {
      if (citeGroup(pen, stretch, at, close)) from = close + 1;
    } else {
      const cited = citeInText(pen, stretch, at);
      if (cited !== undefined) from = cited;
    }
  }
  pen.copy(stretch, from, text.length);
}
