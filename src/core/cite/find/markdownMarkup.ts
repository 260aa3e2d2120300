// Which characters of a Markdown paragraph are markup that gives way: code spans, links and emphasis.

export interface MarkdownMarkup {
  /** From where something is left out to where the words go on. */
  readonly skips: ReadonlyMap<number, number>;
  /** For the beginning of a code span where its code begins and ends, and where it ends itself. */
  readonly code: ReadonlyMap<number, readonly [start: number, end: number, next: number]>;
  /** For each opening bracket the one that closes it. */
  readonly closes: ReadonlyMap<number, number>;
  /** 1 for each sign of emphasis that gives way. */
  readonly dropped: Uint8Array;
}

/** A run of `*`, `_`, `~~` or `==` (CommonMark § 6.2, "Emphasis and strong emphasis"). */
interface Run {
  readonly mark: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** Where its signs that are left begin, and how many they are. */
  start: number;
  count: number;
}

const SIGNS = /\\.|`+|[[\]]|<[a-zA-Z/!][^<>]{0,1000}>|\*+|_+|~~|==/gs;
const DESTINATION =
  /\(\s{0,20}(?:<[^<>\n]{0,2000}>|(?:[^\s()\\]|\\.|\([^\s()]{0,500}\)){0,2000})(?:\s{1,20}(?:"[^"]{0,500}"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,20}\)/y;
const REFERENCE = /\[(?![@^]|-@)[^[\]@]{0,200}\]/y;
const MOST_OPEN = 500;
/** Openers that are looked at for one closer; so nothing takes more than time proportional to the length. */
const MOST_TRIED = 32;

export function markdownMarkup(text: string): MarkdownMarkup {
  const skips = new Map<number, number>();
  const code = new Map<number, readonly [number, number, number]>();
  const closes = new Map<number, number>();
  const runs: Run[] = [];
  const brackets: number[] = [];
  const nextTicks = text.includes('`') ? ticksByStart(text) : new Map<number, number>();
  for (SIGNS.lastIndex = 0; ;) {
    const match = SIGNS.exec(text);
    if (match === null) break;
    const { 0: sign, index: at } = match;
    if (sign.startsWith('`')) {
      const close = nextTicks.get(at);
      if (close === undefined) continue;
      code.set(at, [...codeRange(text, at + sign.length, close), close + sign.length]);
      SIGNS.lastIndex = close + sign.length;
    } else if (sign === '[') {
      if (brackets.length >= MOST_OPEN) brackets.shift();
      brackets.push(at);
    } else if (sign === ']') {
      const open = brackets.pop();
      if (open === undefined) continue;
      closes.set(open, at);
      const end = linkEnd(text, open, at);
      if (end === undefined) continue;
      skips.set(open, open + 1);
      skips.set(at, end);
      SIGNS.lastIndex = end;
    } else if (/^[*_~=]/.test(sign)) runs.push(run(text, sign, at));
  }
  return { skips, code, closes, dropped: emphasis(runs, text.length) };
}

/** A link has a destination behind its text; a bracketed word of the editor's has none. */
function linkEnd(text: string, open: number, close: number): number | undefined {
  if (text.charAt(open + 1) === '^' || text.charAt(open + 1) === '@') return undefined;
  for (const pattern of [DESTINATION, REFERENCE]) {
    pattern.lastIndex = close + 1;
    const behind = pattern.exec(text);
    if (behind !== null) return close + 1 + behind[0].length;
  }
  return text.startsWith('{.', close + 1) || text.startsWith('{#', close + 1) ? close + 1 : undefined;
}

/** For each run of backticks the next one of the same length. */
function ticksByStart(text: string): ReadonlyMap<number, number> {
  const next = new Map<number, number>();
  const last = new Map<number, number>();
  for (const { 0: ticks, index } of text.matchAll(/(?<!(?<!\\)\\)`+/g)) {
    const before = last.get(ticks.length);
    if (before !== undefined) next.set(before, index);
    last.set(ticks.length, index);
  }
  return next;
}

/** One space on either side is no part of the code (CommonMark § 6.1). */
function codeRange(text: string, start: number, end: number): readonly [number, number] {
  const isPadded =
    text.charAt(start) === ' ' && text.charAt(end - 1) === ' ' && text.slice(start, end).trim() !== '';
  return isPadded ? [start + 1, end - 1] : [start, end];
}

function run(text: string, sign: string, at: number): Run {
  const before = text.charAt(at - 1) || ' ';
  const after = text.charAt(at + sign.length) || ' ';
  const [spaceBefore, spaceAfter] = [/\s/.test(before), /\s/.test(after)];
  const [markBefore, markAfter] = [/[\p{P}\p{S}]/u.test(before), /[\p{P}\p{S}]/u.test(after)];
  const left = !spaceAfter && (!markAfter || spaceBefore || markBefore);
  const right = !spaceBefore && (!markBefore || spaceAfter || markAfter);
  const isLine = sign.startsWith('_');
  return {
    mark: sign.charAt(0),
    canOpen: isLine ? left && (!right || markBefore) : left,
    canClose: isLine ? right && (!left || markAfter) : right,
    start: at,
    count: sign.length,
  };
}

function emphasis(runs: readonly Run[], length: number): Uint8Array {
  const dropped = new Uint8Array(length);
  const open: Run[] = [];
  for (const closer of runs) {
    const both = closer.canOpen && closer.canClose;
    const total = closer.count;
    for (let tried = 1; closer.canClose && closer.count > 0 && tried <= Math.min(MOST_TRIED, open.length);) {
      const opener = open[open.length - tried];
      const fits =
        opener?.mark === closer.mark &&
        !(
          (both || (opener.canOpen && opener.canClose)) &&
          (opener.count + total) % 3 === 0 &&
          total % 3 !== 0
        );
      if (opener === undefined || !fits) {
        tried++;
        continue;
      }
      const used = opener.count >= 2 && closer.count >= 2 ? 2 : 1;
      dropped.fill(1, opener.start + opener.count - used, opener.start + opener.count);
      dropped.fill(1, closer.start, closer.start + used);
      opener.count -= used;
      closer.start += used;
      closer.count -= used;
      open.length -= tried - (opener.count > 0 ? 1 : 0);
      tried = 1;
    }
    if (closer.count > 0 && closer.canOpen) open.push(closer);
    if (open.length > MOST_OPEN) open.shift();
  }
  return dropped;
}
