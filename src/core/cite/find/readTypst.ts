// Reads Typst: markup, and of its functions those that write words, quotations and citations.

import { bracketsOf, type ClosingBracket } from './brackets.ts';
import { stretchOf } from './noteLines.ts';
import type { TextRange } from '../../model/search.ts';
import type { NotePen, Stretch } from './noteReading.ts';
import { columnsIn, typstArguments, type TypstArgument } from './typstArguments.ts';
import { locatorOf } from './pandocCitations.ts';

const SPECIAL = /[\\*_`$@<#~\n\r[\]/'.-]/g;
const KEY = /@((?:[\p{L}\p{N}_]|[-:.](?=[\p{L}\p{N}_]))+)/uy;
const LABEL = /<([\p{L}\p{N}_:.-]+)>/uy;
const FUNCTION = /#([\p{L}_][\p{L}\p{N}_.-]*)/uy;
const CODE_LINE = /^(?:let|set|show|import|include|context|if|for|while|return)$/;
const DEEPEST = 300;
/** A longer footnote is no mere citation. */
const LONGEST_NOTE = 5000;
const DEEPEST_ARGUMENTS = 30;
/** Functions that set the words of a string. */
const TEXTUAL =
  /^(?:emph|strong|text|upper|lower|smallcaps|underline|overline|strike|highlight|super|sub|quote)$/;
/** Functions whose arguments stand for themselves, apart from the paragraph around them. */
const APART = /^(?:table|grid|figure|align|block|stack|list|enum|terms|columns)$/;
const PROPER = /[\p{L}\p{N}]/u;

export function readTypst(note: string, start: number, end: number, pen: NotePen): void {
  let ranges: (readonly [number, number])[] = [[start, end]];
  for (let round = 0; ranges.length > 0 && round < 3; round++) {
    const notes: (readonly [number, number])[] = [];
    for (const [from, to] of ranges) {
      const stretch = stretchOf(note, from, to);
      readRange({ ...stretch, closing: bracketsOf(stretch.text) }, pen, notes);
      pen.paragraph(to);
    }
    ranges = notes;
  }
}

/** A text of Typst with its brackets. */
interface TypstStretch extends Stretch {
  readonly closing: ClosingBracket;
}

function readRange(stretch: TypstStretch, pen: NotePen, notes: (readonly [number, number])[]): void {
  const { text, place, closing } = stretch;
  let stack: ((close: number) => void)[] = [];
  let from = 0;
  let at = 0;
  let depth = 0;
  let limit = text.length;
  /** Where a citation ended, behind which another may begin although no address of mail does. */
  let citedTo = -1;
  /** Where the content of a function begins; other brackets are words. */
  let contentAt = -1;
  let endContent: (close: number) => void = () => undefined;
  const go = (to: number): void => {
    at = to;
    from = to;
  };
  const put = (rendered: string, to: number): void => {
    pen.put(rendered, place(at), place(to));
    go(to);
  };
  const push = (end: (close: number) => void): void => {
    if (stack.length < DEEPEST) stack.push(end);
  };
  const guarded = (first: number, last: number, to: number): void => {
    const guard = pen.guard();
    pen.copy(stretch, first, last);
    guard();
    go(to);
  };
  const openQuote = (block: boolean, begin: number, open: number): void => {
    if (block) pen.paragraph(place(begin));
    pen.open(block ? 'block' : 'inline', place(begin));
    if (!block) pen.put('“', place(begin), place(open) + 1);
  };
  const closeQuote = (block: boolean, close: number, settings: readonly TextRange[]): void => {
    if (!block) pen.put('”', place(close), place(close) + 1);
    const cited = settings.map((range) => citesIn(pen, stretch, ...range)).includes(true);
    pen.close(place(close) + 1, cited);
    if (block) pen.paragraph(place(close) + 1);
  };
  const quote = (begin: number, settings: TextRange, next: number): void => {
    const block = /\bblock\s*:\s*true/.test(text.slice(...settings));
    if (text.charAt(next) === '[') {
      openQuote(block, begin, next);
      push((close) => closeQuote(block, close, [settings]));
      go(next + 1);
      return;
    }
    const words = typstArguments(text, closing, 'quote', settings).find(
      ({ isPositional, name }) => isPositional && name === 'quote',
    );
    if (words !== undefined) {
      const [first, last] = words.range;
      openQuote(block, begin, first - 1);
      readArgument(words);
      closeQuote(block, Math.max(last, at), [
        [settings[0], first],
        [last, settings[1]],
      ]);
    }
    go(Math.max(next, at));
  };
  const readString = (first: number, last: number): void => {
    go(first);
    for (let sign = text.indexOf('\\', at); sign >= 0 && sign < last - 1; sign = text.indexOf('\\', at)) {
      pen.copy(stretch, from, sign);
      at = sign;
      const next = text.charAt(sign + 1);
      put(next === 'n' || next === 't' ? ' ' : next, sign + 2);
    }
    pen.copy(stretch, from, last);
    go(last);
  };
  const readArgument = ({ kind, range }: TypstArgument): void => {
    if (kind === 'string') readString(...range);
    else if (depth < DEEPEST_ARGUMENTS) readMarkup(...range);
  };
  /** Reads what a function is given in its brackets, and prepares for content that stands behind them. */
  const readArguments = (name: string, settings: TextRange, next: number): void => {
    const begin = at;
    const isApart = APART.test(name);
    const columns = /^(?:table|grid)$/.test(name) ? columnsIn(text.slice(...settings)) : 1;
    let cells = 0;
    const endCell = (close: number): void => {
      cells++;
      if (!isApart) return;
      if (cells % columns === 0) pen.paragraph(place(close));
      else pen.space(place(close), place(close));
    };
    if (isApart) pen.paragraph(place(begin));
    for (const argument of typstArguments(text, closing, name, settings)) {
      if (argument.range[0] < at) continue;
      const isWords = argument.kind === 'content' || (argument.isPositional && TEXTUAL.test(argument.name));
      if (!isWords) continue;
      readArgument(argument);
      endCell(argument.range[1]);
    }
    go(Math.max(next, at));
    contentAt = at;
    endContent = endCell;
  };
  const callFunction = (): void => {
    FUNCTION.lastIndex = at;
    const [whole, name] = FUNCTION.exec(text) ?? [];
    if (whole === undefined || name === undefined) {
      const open = at + 1;
      const string = /^"((?:[^"\\]|\\.){0,2000})"/.exec(text.slice(open, open + 2010));
      const isBlock = /[({]/.test(text.charAt(open));
      if (string?.[1] !== undefined) guarded(open + 1, open + 1 + string[1].length, open + string[0].length);
      else go(isBlock ? (closing(open) ?? at) + 1 : at + 1);
      return;
    }
    const begin = at;
    const behind = at + whole.length;
    if (CODE_LINE.test(name)) {
      go(codeEnd(stretch, behind));
      return;
    }
    const close = text.charAt(behind) === '(' ? closing(behind) : undefined;
    const next = close === undefined ? behind : close + 1;
    const settings: TextRange = [Math.min(behind + 1, next), Math.max(behind, next - 1)];
    contentAt = next;
    endContent = () => undefined;
    if (name === 'cite' && close !== undefined) {
      citesIn(pen, stretch, begin, next);
      go(next);
    } else if (name === 'quote') quote(begin, settings, next);
    else if (name === 'footnote') {
      const end = text.charAt(next) === '[' ? closing(next) : undefined;
      if (end === undefined) go(next);
      else {
        if (end - next < LONGEST_NOTE) citesIn(pen, stretch, next + 1, end);
        notes.push([place(next + 1), place(end)]);
        go(end + 1);
      }
    } else if (name === 'linebreak') {
      pen.line(place(at), place(next));
      go(next);
    } else if (name === 'parbreak') {
      pen.paragraph(place(at));
      go(next);
    } else {
      readArguments(name, settings, next);
      if (text.charAt(at) === ';') go(at + 1);
    }
  };
  const lineEnd = (): void => {
    const length = text.startsWith('\r\n', at) ? 2 : 1;
    const rest = /^[ \t]*(?:([\n\r])|(={1,6}|[-+]|\d{1,4}\.|\/)[ \t]+)?/.exec(
      text.slice(at + length, at + length + 200),
    );
    const isParagraph = rest?.[1] !== undefined || rest?.[2] !== undefined;
    if (isParagraph) pen.paragraph(place(at));
    else pen.space(place(at), place(at) + 1);
    go(at + length + (rest?.[1] === undefined ? (rest?.[0].length ?? 0) : rest[0].length - 1));
  };
  const take = (sign: string): void => {
    const next = text.charAt(at + 1);
    const before = text.charAt(at - 1);
    switch (sign) {
      case '\\': {
        const unicode = /^\\u\{([\da-fA-F]{1,6})\}/.exec(text.slice(at, at + 12));
        const code = Number.parseInt(unicode?.[1] ?? '', 16);
        if (unicode !== null && code <= 0x10ffff) put(String.fromCodePoint(code), at + unicode[0].length);
        else if (next === '' || /\s/.test(next)) {
          const blank = /^\\[ \t]*(?:\r\n|\n|\r)?[ \t]*/.exec(text.slice(at, at + 200))?.[0].length ?? 1;
          pen.line(place(at), place(at + blank));
          go(at + blank);
        } else put(next, at + 2);
        return;
      }
      case '*':
      case '_':
        if (PROPER.test(before) && PROPER.test(next)) at++;
        else go(at + 1);
        return;
      case '`': {
        const fence = /^`+/.exec(text.slice(at, at + 100))?.[0] ?? '`';
        if (fence.length === 2) {
          go(at + 2);
          return;
        }
        const close = text.indexOf(fence, at + fence.length);
        if (close < 0) at++;
        else if (fence.length > 1) go(close + fence.length);
        else guarded(at + 1, close, close + 1);
        return;
      }
      case '$': {
        const close = text.indexOf('$', at + 1);
        if (close < 0 || close - at > 2000) at++;
        else guarded(at + 1, close, close + 1);
        return;
      }
      case '@': {
        KEY.lastIndex = at;
        const end = PROPER.test(before) && citedTo !== at ? undefined : citeAt(pen, stretch, at);
        if (end === undefined) at++;
        else {
          go(end);
          citedTo = end;
        }
        return;
      }
      case '<':
        LABEL.lastIndex = at;
        if (LABEL.test(text)) go(LABEL.lastIndex);
        else at++;
        return;
      case '#':
        callFunction();
        return;
      case '~':
        put('\u00a0', at + 1);
        return;
      case '[':
        if (at === contentAt) {
          const end = endContent;
          push((close) => {
            end(close);
            contentAt = close + 1;
            endContent = end;
          });
        } else {
          pen.copy(stretch, at, at + 1);
          push((close) => {
            if (close < limit) pen.copy(stretch, close, close + 1);
          });
        }
        go(at + 1);
        return;
      case ']':
        stack.pop()?.(at);
        go(at + 1);
        return;
      case '/':
        if (next === '/' && before !== ':') {
          while (at < text.length && !/[\n\r]/.test(text.charAt(at))) at++;
          go(at);
        } else if (next === '*') {
          const close = text.indexOf('*/', at + 2);
          go(close < 0 ? text.length : close + 2);
        } else at++;
        return;
      case '.':
        if (text.startsWith('...', at)) put('…', at + 3);
        else at++;
        return;
      case '-':
        if (text.startsWith('---', at)) put('—', at + 3);
        else if (next === '-') put('–', at + 2);
        else if (next === '?') go(at + 2);
        else at++;
        return;
      case "'":
        at++;
        return;
      default:
        lineEnd();
    }
  };

  /** Reads content, whose brackets are closed in it or not at all. */
  const readMarkup = (start: number, end: number): void => {
    const outer = { stack, limit };
    stack = [];
    limit = end;
    depth++;
    const lead = /^[ \t]*(?:={1,6}|[-+]|\d{1,4}\.|\/)[ \t]+/.exec(
      text.slice(start, Math.min(end, start + 200)),
    );
    go(start + (lead?.[0].length ?? 0));
    while (at < end) {
      SPECIAL.lastIndex = at;
      const match = SPECIAL.exec(text);
      at = Math.min(match?.index ?? end, end);
      pen.copy(stretch, from, at);
      from = at;
      if (match !== null && at < end) take(match[0]);
    }
    if (from < end) pen.copy(stretch, from, end);
    for (const close of stack.toReversed()) close(Math.max(at, end));
    go(Math.max(at, end));
    ({ stack, limit } = outer);
    depth--;
  };
  readMarkup(0, text.length);
}

/** Writes "@key[supplement]" and gives where it ends. */
function citeAt(pen: NotePen, { text, place, closing }: TypstStretch, at: number): number | undefined {
  KEY.lastIndex = at;
  const key = KEY.exec(text)?.[1];
  if (key === undefined || /^(?:fig|tbl|eq|sec|lst):/.test(key)) return undefined;
  const end = at + 1 + key.length;
  const close = text.charAt(end) === '[' ? closing(end) : undefined;
  const stop = close === undefined ? end : close + 1;
  const locator = close === undefined ? undefined : locatorOf(text.slice(end + 1, close));
  pen.cite({ key, keyRange: [place(at + 1), place(end)], citation: [place(at), place(stop)], locator });
  return stop;
}

/** Writes the citations in the settings or the content of a function, and gives whether there were any. */
function citesIn(pen: NotePen, stretch: TypstStretch, from: number, to: number): boolean {
  const { text, place } = stretch;
  const whole = text.slice(from, to);
  if (!/[@<]|label/.test(whole)) return false;
  const before = pen.citationCount;
  for (const match of whole.matchAll(/@(?=[\p{L}\p{N}_])|<([\p{L}\p{N}_:.-]+)>|label\("([^"\n]+)"\)/gu)) {
    const at = from + match.index;
    if (match[0] === '@') {
      if (!PROPER.test(text.charAt(at - 1))) citeAt(pen, stretch, at);
      continue;
    }
    const key = match[1] ?? match[2] ?? '';
    const keyStart = at + match[0].indexOf(key);
    const supplement = /supplement\s*:\s*(?:\[([^\]]{0,300})\]|"([^"]{0,300})")/.exec(whole);
    pen.cite({
      key,
      keyRange: [place(keyStart), place(keyStart + key.length)],
      citation: whole.startsWith('#cite')
        ? [place(from), place(to)]
        : [place(at), place(at + match[0].length)],
      locator: locatorOf(supplement?.[1] ?? supplement?.[2] ?? ''),
    });
  }
  return pen.citationCount > before;
}

/** A rule or a definition ends with its line, its brackets closed. */
function codeEnd({ text, closing }: TypstStretch, from: number): number {
  let at = from;
  while (at < text.length && !/[\n\r;]/.test(text.charAt(at))) {
    const close = /[([{]/.test(text.charAt(at)) ? closing(at) : undefined;
    at = (close ?? at) + 1;
  }
  return Math.min(at, text.length);
}
