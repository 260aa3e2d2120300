// Reads LaTeX with csquotes, biblatex and natbib: commands give way to what they stand for.

import { bracketsOf } from './brackets.ts';
import { citeLatex, citesIn, optionsIn, skipSpace, type LatexStretch } from './latexCitations.ts';
import { ACCENTS, EDITED, SIGNS, SILENT, SYMBOLS, UNITS } from './latexSymbols.ts';
import { copyFormula, quantityOf } from './latexNumbers.ts';
import { stretchOf } from './noteLines.ts';
import type { NotePen } from './noteReading.ts';

const SPECIAL = /[\\{}%~$&\n\r`'"-]|[?!]`/g;
const COMMAND = /\\([a-zA-Z@]+)(\*?)/y;
const QUOTE_COMMAND =
  /^(?:(?:foreign|hyphen)?(?:text|block)c?quote|hybridblockc?quote|enquote|say|(?:foreign|hyphen)quote)$/;
const QUOTE_ENVIRONMENT = /^(?:quot(?:e|ation|ing)|(?:foreign|hyphen)?displayc?quote|verse)\*?$/;
const UNREAD_ENVIRONMENT =
  /^(?:verbatim|lstlisting|minted|comment|filecontents|Verbatim|alltt|equation|align|gather|multline|eqnarray|displaymath|math|tikzpicture|thebibliography)\*?$/;
const SECTION = /^(?:part|chapter|(?:sub)*section|(?:sub)?paragraph|title|author|date|caption)$/;
const NOTE = /^(?:footnote|footnotetext|endnote|marginpar|thanks)$/;
const CITE = /^(?:[A-Za-z]*[cC]ite[a-z]*|[cC]ite[A-Za-z]+)$/;
/** Each row of a table stands for itself. */
const TABLE_ENVIRONMENT =
  /^(?:tabular[xy]?|tabulary|longtable|x?ltabular|xtabular|supertabular|tabu|longtabu|tblr|longtblr)\*?$/;
const DEEPEST = 500;
/** A longer footnote is no mere citation. */
const LONGEST_NOTE = 5000;

interface Group {
  /** "}" or an environment's name. */
  readonly closer: string;
  readonly end: ((at: number) => void) | undefined;
}

export function readLatex(note: string, start: number, end: number, pen: NotePen): void {
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

/** Reads a text; footnotes in it are put aside, to be read behind it. */
function readRange(stretch: LatexStretch, pen: NotePen, notes: (readonly [number, number])[]): void {
  const { text, place, closing } = stretch;
  const stack: Group[] = [];
  const closes = new Map<string, number>();
  let quoteDepth = 0;
  let from = 0;
  let at = 0;
  const flush = (): void => pen.copy(stretch, from, at);
  const go = (to: number): void => {
    at = to;
    from = to;
  };
  const put = (rendered: string, to: number): void => {
    pen.put(rendered, place(at), place(to));
    go(to);
  };
  const push = (group: Group): void => {
    stack.push(group);
    if (stack.length > DEEPEST) stack.shift()?.end?.(at);
  };
  const closeGroup = (closer: string): void => {
    const index = stack.findLastIndex((group) => group.closer === closer);
    if (index < 0) return;
    for (const group of stack.splice(index).toReversed()) group.end?.(at);
  };
  /** Skips to a sign that ends what has no words. */
  const skipTo = (sign: string, length: number, isFormula = true): void => {
    // What was found for the same sign before holds as long as it stands behind.
    const known = closes.get(sign);
    const isKnown = known !== undefined && (known < 0 || known >= at + length);
    const close = isKnown ? known : text.indexOf(sign, at + length);
    closes.set(sign, close);
    const stop = close < 0 || close - at > 20_000 ? at + length : close + sign.length;
    if (stop > at + length) {
      const guard = pen.guard();
      if (isFormula) copyFormula(pen, stretch, at + length, stop - sign.length);
      else pen.copy(stretch, at + length, stop - sign.length);
      guard();
    }
    go(stop);
  };
  const openQuote = (
    block: boolean,
    single: boolean,
    open: number,
    begin: number,
    cite: () => boolean,
  ): void => {
    const inner = quoteDepth > 0 || single;
    if (block) pen.paragraph(place(begin));
    pen.open(block ? 'block' : 'inline', place(begin));
    if (!block) pen.put(inner ? '‘' : '“', place(begin), place(open) + 1);
    quoteDepth++;
    push({
      closer: '}',
      end: (close) => {
        quoteDepth--;
        if (!block) pen.put(inner ? '’' : '”', place(close), place(close) + 1);
        const cited = cite();
        pen.close(place(close) + 1, cited);
        if (block) pen.paragraph(place(close) + 1);
      },
    });
    go(open + 1);
  };
  const quoteCommand = (name: string, starred: boolean, behind: number): boolean => {
    const begin = at;
    let next = skipSpace(text, behind);
    if (/^(?:foreign|hy)/.test(name)) {
      const language = text.charAt(next) === '{' ? closing(next) : undefined;
      if (language === undefined) return false;
      next = skipSpace(text, language + 1);
    }
    const before = optionsIn(stretch, next);
    next = before.next;
    let key: readonly [number, number] | undefined;
    if (name.endsWith('cquote')) {
      const close = text.charAt(next) === '{' ? closing(next) : undefined;
      if (close === undefined) return false;
      key = [next + 1, close];
      next = optionsIn(stretch, close + 1).next;
    }
    if (text.charAt(next) !== '{') return false;
    const block = name.includes('block');
    openQuote(block, starred && name === 'enquote', next, begin, () =>
      key === undefined
        ? before.ranges.slice(0, 1).some((range) => citesIn(pen, stretch, ...range))
        : citeLatex(pen, stretch, key, before.ranges, [begin, next]),
    );
    return true;
  };
  const environment = (behind: number, isEnd: boolean): boolean => {
    const open = skipSpace(text, behind);
    const close = text.charAt(open) === '{' ? closing(open) : undefined;
    if (close === undefined) return false;
    const name = text.slice(open + 1, close).trim();
    const begin = at;
    if (isEnd) {
      at = close;
      closeGroup(name);
      pen.paragraph(place(begin));
      go(close + 1);
      return true;
    }
    pen.paragraph(place(begin));
    if (UNREAD_ENVIRONMENT.test(name)) {
      const stop = text.indexOf(`\\end{${name}}`, close);
      go(stop < 0 ? text.length : stop + name.length + 6);
      return true;
    }
    let next = close + 1;
    if (!QUOTE_ENVIRONMENT.test(name)) {
      push({ closer: name, end: undefined });
      go(optionsIn(stretch, next, false).next);
      return true;
    }
    if (/^(?:foreign|hyphen)/.test(name)) next = (closing(next) ?? next - 1) + 1;
    const { ranges, next: behindOptions } = optionsIn(stretch, next, false);
    next = behindOptions;
    let key: readonly [number, number] | undefined;
    if (name.includes('cquote') && text.charAt(next) === '{') {
      const keyEnd = closing(next) ?? next;
      key = [next + 1, keyEnd];
      next = optionsIn(stretch, keyEnd + 1, false).next;
    }
    pen.open('block', place(begin));
    push({
      closer: name,
      end: (stop) => {
        const cited =
          key === undefined
            ? ranges.slice(0, 1).some((range) => citesIn(pen, stretch, ...range))
            : citeLatex(pen, stretch, key, ranges, [begin, next]);
        pen.close(place(stop) + 1, cited);
      },
    });
    go(next);
    return true;
  };
  const command = (): void => {
    COMMAND.lastIndex = at;
    const [whole, name, star] = COMMAND.exec(text) ?? [];
    if (whole === undefined || name === undefined) {
      controlSign();
      return;
    }
    const behind = at + whole.length;
    if (name === 'begin' || name === 'end') {
      if (environment(behind, name === 'end')) return;
    } else if (QUOTE_COMMAND.test(name)) {
      if (quoteCommand(name, star === '*', behind)) return;
    } else if (CITE.test(name) && name !== 'nocite') {
      const stop = citesIn(pen, stretch, at, undefined);
      if (stop !== false) {
        go(stop === true ? behind : stop);
        return;
      }
    } else if (NOTE.test(name)) {
      const open = optionsIn(stretch, behind).next;
      const close = text.charAt(open) === '{' ? closing(open) : undefined;
      if (close !== undefined) {
        if (close - open < LONGEST_NOTE) citesIn(pen, stretch, open + 1, close);
        notes.push([place(open + 1), place(close)]);
        go(close + 1);
        return;
      }
    } else if (ACCENTS[name] !== undefined && name.length === 1) {
      if (accent(ACCENTS[name], behind)) return;
    } else if (name === 'par') pen.paragraph(place(at));
    else if (name === 'item') pen.paragraph(place(at));
    else if (name === 'newline' || name === 'linebreak') pen.line(place(at), place(behind));
    else if (name === 'verb') {
      go(behind + 1);
      skipTo(text.charAt(behind), 0, false);
      return;
    } else if (EDITED[name] !== undefined) {
      if (edited(name, star === '*', behind)) return;
    } else if (UNITS.has(name)) {
      if (quantity(name, behind)) return;
    } else if (name === 'degree' || name === 'circ') {
      put('°', text.startsWith('{}', behind) ? behind + 2 : skipSpace(text, behind));
      return;
    } else if (name === 'hspace' || name === 'hskip') {
      const open = skipSpace(text, behind);
      const close = text.charAt(open) === '{' ? closing(open) : undefined;
      if (close !== undefined) {
        pen.space(place(at), place(close) + 1);
        go(close + 1);
        return;
      }
    } else if (name === 'xspace') {
      // It sets a space before a word, and none before punctuation.
      const next = text.startsWith('{}', behind) ? behind + 2 : skipSpace(text, behind);
      if (/[\p{L}\p{N}(\\]/u.test(text.charAt(next))) pen.space(place(at), place(next));
      go(next);
      return;
    }
    const symbol = SYMBOLS.get(name);
    if (symbol !== undefined) {
      put(symbol, text.startsWith('{}', behind) ? behind + 2 : skipSpace(text, behind));
      return;
    }
    if (SECTION.test(name)) {
      pen.paragraph(place(at));
      const open = optionsIn(stretch, behind).next;
      if (text.charAt(open) === '{') {
        push({ closer: '}', end: (close) => pen.paragraph(place(close)) });
        go(open + 1);
        return;
      }
    }
    let next = optionsIn(stretch, behind).next;
    for (let left = SILENT.get(name) ?? 0; left > 0 && text.charAt(next) === '{'; left--) {
      next = (closing(next) ?? next) + 1;
    }
    go(next === behind ? skipSpace(text, behind) : next);
  };
  const accent = (mark: string, behind: number): boolean => {
    const open = skipSpace(text, behind);
    const found = /^(?:\{\s*(\\?\p{L})\s*\}|\\([ij])(?![a-zA-Z])(?:\{\}|[ \t]*\n?[ \t]*)|(\p{L}))/u.exec(
      text.slice(open, open + 40),
    );
    const letter = (found?.[1] ?? found?.[2] ?? found?.[3])?.replace('\\', '');
    if (found === null || letter === undefined) return false;
    put(`${letter}${mark}`.normalize('NFC'), open + found[0].length);
    return true;
  };
  /** "\textins{t}" and "\textelp{t}" of csquotes: words of the editor's own, and an ellipsis with them. */
  const edited = (name: string, starred: boolean, behind: number): boolean => {
    const open = optionsIn(stretch, behind).next;
    const close = text.charAt(open) === '{' ? closing(open) : undefined;
    if (close === undefined) return false;
    const [before, after] = EDITED[name]?.[starred ? 1 : 0] ?? ['', ''];
    if (name === 'textelp' && text.slice(open + 1, close).trim() === '') {
      put('[…]', close + 1);
      return true;
    }
    pen.put(before, place(at), place(open) + 1);
    push({ closer: '}', end: (stop) => pen.put(after, place(stop), place(stop) + 1) });
    go(open + 1);
    return true;
  };
  /** "\SI{3.5}{\celsius}" and "\num{40000}" of siunitx. */
  const quantity = (name: string, behind: number): boolean => {
    let next = optionsIn(stretch, behind).next;
    const found: string[] = [];
    for (let left = UNITS.get(name) ?? 0; left > 0; left--) {
      const open = optionsIn(stretch, next).next;
      const close = text.charAt(open) === '{' ? closing(open) : undefined;
      if (close === undefined) return false;
      found.push(text.slice(open + 1, close));
      next = close + 1;
    }
    const guard = pen.guard();
    put(quantityOf(name, found), next);
    guard();
    return true;
  };
  const controlSign = (): void => {
    const sign = text.charAt(at + 1);
    if (sign === '\\') {
      const next = optionsIn(stretch, at + (text.charAt(at + 2) === '*' ? 3 : 2)).next;
      if (TABLE_ENVIRONMENT.test(stack.at(-1)?.closer ?? '')) pen.paragraph(place(at));
      else pen.line(place(at), place(at) + 2);
      go(next);
      while (/[ \t\n\r]/.test(text.charAt(at)) && !/^\s*\n\s*\n/.test(text.slice(at, at + 200))) go(at + 1);
    } else if (sign === '(' || sign === '[') skipTo(sign === '(' ? '\\)' : '\\]', 2);
    else if (ACCENTS[sign] !== undefined && accent(ACCENTS[sign], at + 2)) return;
    else if (sign === '\n' || sign === '\r') put(' ', at + 2);
    else if (sign === '') go(at + 1);
    else put(SIGNS[sign] ?? '', at + 2);
  };
  const lineEnd = (): void => {
    from = at;
    const gap = /^(?:\r\n|\n|\r)[ \t]*/.exec(text.slice(at, at + 500))?.[0] ?? '\n';
    const isBlank = /[\n\r]/.test(text.charAt(at + gap.length));
    if (isBlank) pen.paragraph(place(at));
    else pen.space(place(at), place(at) + 1);
    go(at + gap.length);
  };
  const sign = (token: string): void => {
    const pair = text.slice(at, at + 2);
    if (token === '~') put('\u00a0', at + 1);
    else if (token === '&') put(' ', at + 1);
    else if (token === '-' && text.startsWith('---', at)) put('—', at + 3);
    else if (token === '-') put(pair === '--' ? '–' : '-', at + (pair === '--' ? 2 : 1));
    else if (token === '`') put(pair === '``' ? '“' : '‘', at + (pair === '``' ? 2 : 1));
    else if (token === "'") put(pair === "''" ? '”' : '’', at + (pair === "''" ? 2 : 1));
    else if (token === '"') {
      const babel = (
        { '"`': '„', '"\'': '“', '"<': '«', '">': '»', '"-': '', '"=': '-', '"~': '-' } as const
      )[pair];
      put(babel ?? '"', at + (babel === undefined ? 1 : 2));
    } else put(token === '?`' ? '¿' : '¡', at + 2);
  };

  for (;;) {
    SPECIAL.lastIndex = at;
    const match = SPECIAL.exec(text);
    at = match?.index ?? text.length;
    flush();
    if (match === null) break;
    from = at;
    const [token] = match;
    if (token === '\\') command();
    else if (token === '{') {
      push({ closer: '}', end: undefined });
      go(at + 1);
    } else if (token === '}') {
      closeGroup('}');
      go(at + 1);
    } else if (token === '%') {
      const stop = /[^\n\r]*(?:\r\n|\n|\r)?[ \t]*/y;
      stop.lastIndex = at;
      go(at + (stop.exec(text)?.[0].length ?? 1));
      if (/[\n\r]/.test(text.charAt(at))) pen.paragraph(place(at));
    } else if (token === '$')
      skipTo(text.startsWith('$$', at) ? '$$' : '$', text.startsWith('$$', at) ? 2 : 1);
    else if (token === '\n' || token === '\r') lineEnd();
    else sign(token);
  }
  at = text.length;
  for (const group of stack.toReversed()) group.end?.(text.length);
}
