// A note as a reader sees it, with the place of every character in the note: what the readers of the note languages
// write and what quotations are found in.

import type { TextRange } from '../../model/search.ts';

/** A citation where it stands in the text that a reader sees; it takes no room there. */
export interface ReadCitation {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly citation: TextRange;
  readonly locator: string | undefined;
  /** Whether it only names a footnote, whose text says more. */
  readonly isFootnote: boolean;
  /** Offset in the text. */
  readonly at: number;
}

/** A quotation that the markup itself calls one. */
export interface ReadSpan {
  readonly kind: 'block' | 'inline';
  readonly start: number;
  readonly end: number;
  /** In the note, markup included. */
  readonly range: TextRange;
  /** The citation that the markup gives to it, as an index into the citations. */
  readonly citation: number | undefined;
}

export interface ReadFootnote {
  readonly label: string;
  /** The citations in its text, as a half-open range of indexes. */
  readonly citations: TextRange;
}

export interface NoteReading {
  /** Paragraphs are parted by an empty line, and lines of verse by a line end. */
  readonly text: string;
  /** For each UTF-16 unit of the text where it begins in the note. */
  readonly starts: Int32Array;
  /** For each UTF-16 unit of the text where it ends in the note. */
  readonly ends: Int32Array;
  /** In the order of the text. */
  readonly citations: readonly ReadCitation[];
  readonly spans: readonly ReadSpan[];
  readonly footnotes: readonly ReadFootnote[];
  /** Ranges of the text, in order, in which a quotation mark is none: code, formulas, addresses. */
  readonly guarded: readonly TextRange[];
}

/** Text of a note without the marks that its lines begin with, and where each of its characters stands. */
export interface Stretch {
  readonly text: string;
  /** Gives the offset in the note for an offset in the text; the text's length gives where it ends. */
  readonly place: (index: number) => number;
}

export interface NotePen {
  /** Writes characters that stand in the note as they are. */
  copy(stretch: Stretch, from: number, to: number): void;
  /** Writes what markup between two offsets in the note stands for. */
  put(rendered: string, start: number, end: number): void;
  /** Writes one space, or none where white space already stands or a line begins. */
  space(start: number, end: number): void;
  line(start: number, end: number): void;
  /** Ends the paragraph, at an offset in the note. */
  paragraph(at: number): void;
  cite(found: Omit<ReadCitation, 'at' | 'isFootnote'>): void;
  /** Writes nothing, and says that a footnote is named here. */
  footnote(label: string, labelRange: TextRange, range: TextRange): void;
  /** Begins the text of a footnote; the function ends it. */
  note(label: string): () => void;
  open(kind: ReadSpan['kind'], start: number): void;
  /** Ends the span that was opened last; `cited` says that the last citation belongs to it. */
  close(end: number, cited?: boolean): void;
  /** Begins what has no quotation marks; the function ends it. */
  guard(): () => void;
  readonly citationCount: number;
  /** Gives what was written and begins anew; the reading's arrays are good until more is written. */
  finish(): NoteReading;
}

/** Deeper spans than a person writes are not told from those around them. */
const DEEPEST = 64;
const FIRST_ROOM = 1024;

export function createNotePen(): NotePen {
  let parts: string[] = [];
  let citations: ReadCitation[] = [];
  let spans: ReadSpan[] = [];
  let footnotes: ReadFootnote[] = [];
  let guarded: TextRange[] = [];
  let opened: { kind: ReadSpan['kind']; start: number; range: number }[] = [];
  let tooDeep = 0;
  let starts = new Int32Array(FIRST_ROOM);
  let ends = new Int32Array(FIRST_ROOM);
  let length = 0;
  let last = '';
  let pending: number | undefined;

  const room = (units: number): void => {
    if (length + units <= starts.length) return;
    const size = Math.max(length + units, starts.length * 2);
    starts = grown(starts, size);
    ends = grown(ends, size);
  };
  const write = (rendered: string, start: number, end: number): void => {
    if (rendered === '') return;
    room(rendered.length);
    starts.fill(start, length, length + rendered.length);
    ends.fill(end, length, length + rendered.length);
    length += rendered.length;
    parts.push(rendered);
    last = rendered.charAt(rendered.length - 1);
  };
  const flush = (): void => {
    if (pending === undefined) return;
    const at = pending;
    pending = undefined;
    if (length > 0) write('\n\n', at, at);
  };
  const isAtEdge = (): boolean => length === 0 || pending !== undefined || last === '\n';

  return {
    copy(stretch, from, to) {
      if (from >= to) return;
      flush();
      room(to - from);
      for (let index = from; index < to; index++) {
        const place = stretch.place(index);
        starts[length] = place;
        ends[length] = place + 1;
        length++;
      }
      parts.push(stretch.text.slice(from, to));
      last = stretch.text.charAt(to - 1);
    },
    put(rendered, start, end) {
      flush();
      write(rendered, start, end);
    },
    space(start, end) {
      if (!isAtEdge() && last !== ' ') write(' ', start, end);
    },
    line(start, end) {
      if (!isAtEdge()) write('\n', start, end);
    },
    paragraph(at) {
      pending ??= at;
    },
    cite(found) {
      flush();
      citations.push({ ...found, isFootnote: false, at: length });
    },
    footnote(label, labelRange, range) {
      flush();
      citations.push({
        key: label,
        keyRange: labelRange,
        citation: range,
        locator: undefined,
        isFootnote: true,
        at: length,
      });
    },
    note(label) {
      const first = citations.length;
      return () => {
        footnotes.push({ label, citations: [first, citations.length] });
      };
    },
    open(kind, start) {
      flush();
      if (opened.length < DEEPEST) opened.push({ kind, start: length, range: start });
      else tooDeep++;
    },
    close(end, cited = false) {
      if (tooDeep > 0) {
        tooDeep--;
        return;
      }
      const span = opened.pop();
      if (span === undefined) return;
      spans.push({
        kind: span.kind,
        start: span.start,
        end: length,
        range: [span.range, end],
        citation: cited && citations.length > 0 ? citations.length - 1 : undefined,
      });
    },
    guard() {
      flush();
      const from = length;
      return () => {
        if (length > from) guarded.push([from, length]);
      };
    },
    get citationCount() {
      return citations.length;
    },
    finish() {
      const reading: NoteReading = {
        text: parts.join(''),
        starts: starts.subarray(0, length),
        ends: ends.subarray(0, length),
        citations,
        spans: spans.toSorted((one, other) => one.start - other.start || other.end - one.end),
        footnotes,
        guarded,
      };
      [parts, citations, spans, footnotes, guarded, opened] = [[], [], [], [], [], []];
      [tooDeep, length, last, pending] = [0, 0, '', undefined];
      return reading;
    },
  };
}

function grown(old: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(old);
  return larger;
}
