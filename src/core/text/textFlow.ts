// The map between HTML and its plain text. The same rules run where articles
// are taken in (over a parser's tree) and in the reader (over the page's DOM),
// so that a selection on screen and a passage in the library are the same offsets.

/** Where one text node went: `text.slice(start, end)` is what it gave. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  /** Whether whitespace was kept as it stands. */
  readonly preserved: boolean;
  /** How many characters at the node's beginning were left out; counted only where whitespace is preserved. */
  readonly skipped: number;
}

export interface TextFlow {
  readonly text: string;
  /** One per text node, in document order. */
  readonly runs: readonly TextRun[];
}

export interface TextFlowBuilder {
  open(tag: string): void;
  close(tag: string): void;
  text(data: string): void;
  finish(): TextFlow;
}

type Break = '' | ' ' | '\t' | '\n' | '\n\n';

const PARAGRAPHS = new Set(
  'address article aside blockquote caption center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main nav ol p pre section summary table ul'.split(
    ' ',
  ),
);
const LINES = new Set(['br', 'dd', 'dt', 'li', 'option', 'tbody', 'tfoot', 'thead', 'tr']);
const CELLS = new Set(['td', 'th']);
const SPACE = /[ \t\n\f\r]+/g;

/**
 * Builds the plain text of a document from its elements and text nodes in document order. Blocks are parted
 * by an empty line, list items, rows and line breaks by a line end (two line breaks by an empty line), cells by
 * a tab; other whitespace collapses as on the page (CSS Text 3, § 4.1.1), and is kept inside `pre`
 * but for line ends at its beginning, of which every reading of the HTML drops one (HTML, § 13.2.6.4.7).
 *
 * @example `<p>One  <b>two</b></p><p>three</p>` gives "One two\n\nthree".
 */
export function createTextFlow(): TextFlowBuilder {
  const parts: string[] = [];
  const runs: TextRun[] = [];
  let length = 0;
  let pending: Break = '';
  let preserving = 0;
  let preformattedStart = false;

  const emit = (piece: string): void => {
    parts.push(piece);
    length += piece.length;
  };
  const part = (wanted: Break): void => {
    if (strength(wanted) > strength(pending)) pending = wanted;
  };
  const startRun = (): void => {
    if (length > 0) emit(pending);
    pending = '';
  };

  const preservedText = (data: string): TextRun => {
    const skipped = preformattedStart ? (/^[\r\n]+/.exec(data)?.[0].length ?? 0) : 0;
    const kept = data.slice(skipped);
    if (kept === '') return { start: length, end: length, preserved: true, skipped };
    preformattedStart = false;
    startRun();
    const start = length;
    emit(kept);
    return { start, end: length, preserved: true, skipped };
  };

  const collapsedText = (data: string): TextRun => {
    const collapsed = data.replace(SPACE, ' ');
    const words = trimSpaces(collapsed);
    if (collapsed.startsWith(' ')) part(' ');
    if (words === '') return { start: length, end: length, preserved: false, skipped: 0 };
    startRun();
    const start = length;
    emit(words);
    if (collapsed.endsWith(' ')) part(' ');
    return { start, end: length, preserved: false, skipped: 0 };
  };

  return {
    open(tag) {
      part(tag === 'br' && pending === '\n' ? '\n\n' : breakAt(tag));
      if (tag === 'pre') {
        preserving++;
        preformattedStart = true;
      }
    },
    close(tag) {
      if (tag !== 'br') part(breakAt(tag));
      if (tag === 'pre') preserving--;
    },
    text(data) {
      runs.push(preserving > 0 ? preservedText(data) : collapsedText(data));
    },
    finish: () => ({ text: parts.join(''), runs }),
  };
}

/**
 * Gives the offset in the plain text of a place inside a text node.
 *
 * @param data The node's text as it was given to the builder.
 * @param offset UTF-16 offset in `data`; one inside collapsed whitespace gives the nearest place that exists.
 */
export function offsetInText(run: TextRun, data: string, offset: number): number {
  if (run.preserved) return clamp(run.start + offset - run.skipped, run.start, run.end);
  const before = data.slice(0, offset).replace(SPACE, ' ');
  return clamp(run.start + (before.startsWith(' ') ? before.length - 1 : before.length), run.start, run.end);
}

/** The inverse of `offsetInText`: the UTF-16 offset in the node's `data` of an offset in the plain text. */
export function offsetInNode(run: TextRun, data: string, offset: number): number {
  const wanted = clamp(offset, run.start, run.end) - run.start;
  if (run.preserved) return wanted + run.skipped;
  let given = 0;
  let place = /^[ \t\n\f\r]*/.exec(data)?.[0].length ?? 0;
  while (given < wanted && place < data.length) {
    place++;
    if (isSpace(data.charCodeAt(place - 1))) while (isSpace(data.charCodeAt(place))) place++;
    given++;
  }
  return place;
}

function breakAt(tag: string): Break {
  if (PARAGRAPHS.has(tag)) return '\n\n';
  if (LINES.has(tag)) return '\n';
  return CELLS.has(tag) ? '\t' : '';
}

function strength(wanted: Break): number {
  return ['', ' ', '\t', '\n', '\n\n'].indexOf(wanted);
}

function trimSpaces(text: string): string {
  return text.replace(/^ | $/g, '');
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
