// Reads Org: its blocks, and its words without their markup.

import type { TextRange } from '../../model/search.ts';
import { bracketsOf } from './brackets.ts';
import { joinedLines, linesOf } from './noteLines.ts';
import type { NotePen, Stretch } from './noteReading.ts';
import { isSpace, pairedMarks } from './pairedMarks.ts';
import { keyAt, locatorOf } from './pandocCitations.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ast: '*',
  slash: '/',
  under: '_',
  tilde: '~',
  plus: '+',
  dots: '…',
  hellip: '…',
  ldots: '…',
  ndash: '–',
  mdash: '—',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  dollar: '$',
  sect: '§',
  para: '¶',
  euro: '€',
  EUR: '€',
  pound: '£',
  deg: '°',
  copy: '©',
  shy: '',
};
const SPECIAL = /[\\*/_^+=~[\n$@<.\u200b\u2060-]|(?<![\p{L}\p{N}])(?:[a-z]*cite[a-z]*):(?=[&\p{L}\p{N}])/gu;
/** "H_{2}O" */
const SCRIPT = /(?<=[\p{L}\p{N})])[_^]\{([^{}\n]{1,60})\}/uy;
const MARKS = /[*/_+=~]/g;
const CITATION = /\[cite(?:\/[\w\-/]*)?:([^[\]]{1,2000})\]/y;
const LINK = /\[\[([^[\]]{1,1000})\](?:\[([^\]]{1,1000})\])?\]/y;
const OLD_KEY = String.raw`&?[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%+?<>~/-](?=[\p{L}\p{N}_]))*`;
const OLD_CITATION = new RegExp(`(?:[a-z]*cite[a-z]*):(${OLD_KEY}(?:[,;]${OLD_KEY})*)`, 'uy');
const FOOTNOTE = /\[fn:([^\]:\s]{0,100})([\]:])/y;
/** Blocks without words; what others enclose is the note's own text. */
const VERBATIM =
  /^(?:src|example|export|comment|latex|html|ascii|md|markdown|beamer|equation|align|math|tikz\w*)$/;
const BEFORE = /[\s\-({'"\u200b“„«‘]/;
const BEHIND = /[\s\-.,;:!?'")}\\[\u200b”“»’…]/;

export function readOrg(note: string, start: number, end: number, pen: NotePen): void {
  let parts: TextRange[] = [];
  let lastEnd = start;
  let closer: RegExp | undefined;
  let quotes = 0;
  let endNote: (() => void) | undefined;
  const flush = (): void => {
    if (parts.length > 0) {
      readWords(joinedLines(note, parts), pen);
      pen.paragraph(lastEnd);
    }
    parts = [];
  };
  for (const [from, to] of linesOf(note, start, end)) {
    const line = note.slice(from, to);
    const content = line.trimStart();
    const at = from + line.length - content.length;
    if (closer !== undefined) {
      if (closer.test(line)) closer = undefined;
      continue;
    }
    const block = /^#\+(begin|end)_(\w+)/i.exec(content);
    const name = block?.[2]?.toLowerCase();
    if (block !== null && name !== undefined) {
      flush();
      const isEnd = block[1]?.toLowerCase() === 'end';
      if (name === 'quote' || name === 'verse') {
        if (!isEnd) {
          pen.open('block', at);
          quotes++;
        } else if (quotes > 0) {
          quotes--;
          pen.close(from + line.trimEnd().length);
        }
      } else if (!isEnd && VERBATIM.test(name)) closer = new RegExp(`^\\s*#\\+end_${name}\\b`, 'i');
    } else if (content.trim() === '') {
      flush();
      endNote?.();
      endNote = undefined;
    } else if (/^(?:#\+|#(?:\s|$)|:(?:\s|$)|-{5,}\s*$|\|-)/.test(content)) flush();
    else if (/^:[\w-]+:\s*$/.test(content)) {
      flush();
      if (!/^:end:/i.test(content)) closer = /^\s*:end:\s*$/i;
    } else {
      const marker = /^(?:[-+]|\d{1,9}[.)]|\*+)(?:\s+\[[ xX-]\])?\s+|^\|\s*/.exec(content)?.[0] ?? '';
      const isMarker = marker !== '' && (marker.startsWith('*') ? at === from : true);
      const footnote = /^\[fn:([^\]:\s]{1,100})\]\s*/.exec(line);
      if (isMarker || footnote !== null) flush();
      if (footnote?.[1] !== undefined) endNote = pen.note(footnote[1]);
      const skipped = footnote?.[0].length ?? (isMarker ? marker.length : 0);
      lastEnd = from + line.trimEnd().length;
      // A marker may have nothing but spaces behind it.
      parts.push([Math.min(at + skipped, lastEnd), lastEnd]);
      if (isMarker && marker.startsWith('*')) flush();
    }
  }
  flush();
  endNote?.();
  for (; quotes > 0; quotes--) pen.close(lastEnd);
}

function readWords(stretch: Stretch, pen: NotePen): void {
  const { text, place } = stretch;
  const closing = bracketsOf(text);
  const pairs = pairedMarks(
    text,
    MARKS,
    (before, after) => (before === '' || BEFORE.test(before)) && !isSpace(after),
    (before, after) => !isSpace(before) && (after === '' || BEHIND.test(after)),
  );
  let from = 0;
  let at = 0;
  const go = (to: number): void => {
    at = to;
    from = to;
  };
  const put = (rendered: string, to: number): void => {
    pen.put(rendered, place(at), place(to - 1) + 1);
    go(to);
  };
  const guarded = (first: number, last: number, to: number): void => {
    const guard = pen.guard();
    pen.copy(stretch, first, last);
    guard();
    go(to);
  };
  const cite = (key: string, keyStart: number, end: number, locator: string | undefined): void =>
    pen.cite({
      key,
      keyRange: [place(keyStart), place(keyStart + key.length)],
      citation: [place(at), place(end - 1) + 1],
      locator,
    });
  /** Writes the citation that a bracket at `at` is, and gives where it ends. */
  const citation = (): number | undefined => {
    const found = execAt(CITATION, text, at);
    if (found?.[1] === undefined) return undefined;
    const end = at + found[0].length;
    let offset = end - 1 - found[1].length;
    for (const written of found[1].split(';')) {
      const sign = written.indexOf('@');
      const item = sign < 0 ? undefined : keyAt(text, offset + sign);
      if (item !== undefined) {
        cite(item.key, item.keyStart, end, locatorOf(text.slice(item.end, offset + written.length)));
      }
      offset += written.length + 1;
    }
    return end;
  };
  const oldCitation = (): number | undefined => {
    const link = execAt(LINK, text, at);
    const old = /^([a-z]*cite[a-z]*):(.+)$/s.exec(link?.[1] ?? '');
    if (link?.[1] === undefined || old?.[2] === undefined) return undefined;
    const end = at + link[0].length;
    oldKeys(old[2], at + 2 + link[1].length - old[2].length, end, link[2]);
    return end;
  };
  /** A footnote where it is named may have its text with it: "[fn:1: See [cite:@key].]" */
  const footnote = (): boolean => {
    const found = execAt(FOOTNOTE, text, at);
    const label = found?.[1];
    if (found === null || label === undefined) return false;
    const begin = at;
    if (found[2] === ']') {
      const end = at + found[0].length;
      pen.footnote(label, [place(at + 4), place(at + 4 + label.length)], [place(at), place(end - 1) + 1]);
      go(end);
      return true;
    }
    const close = closing(begin);
    if (close === undefined) return false;
    const endNote = label === '' ? undefined : pen.note(label);
    for (const { index } of text.slice(begin + 1, close).matchAll(/\[(?=cite|\[)/g)) {
      at = begin + 1 + index;
      if (citation() === undefined) oldCitation();
    }
    endNote?.();
    go(close + 1);
    return true;
  };
  const bracket = (): boolean => {
    const cited = citation() ?? oldCitation();
    if (cited !== undefined) {
      go(cited);
      return true;
    }
    const link = execAt(LINK, text, at);
    if (link?.[1] === undefined) return footnote();
    const end = at + link[0].length;
    if (link[2] === undefined) guarded(at + 2, end - 2, end);
    else pen.copy(stretch, end - 2 - link[2].length, end - 2);
    go(end);
    return true;
  };
  const oldKeys = (keys: string, keysAt: number, end: number, description: string | undefined): void => {
    // Since its third version org-ref marks keys, so that words may stand before and behind them.
    const isMarked = keys.includes('&');
    let offset = keysAt;
    for (const written of keys.split(isMarked ? ';' : /[,;]/)) {
      const behind = isMarked ? written.indexOf('&') + 1 : 0;
      const [name = '', ...rest] = written
        .slice(behind)
        .trim()
        .split(/[\s,]+/);
      const locator = locatorOf(rest.join(' ')) ?? locatorOf(description ?? '');
      if (name !== '' && (behind > 0 || !isMarked)) {
        cite(name, offset + written.indexOf(name, behind), end, locator);
      }
      offset += written.length + 1;
    }
  };
  const take = (sign: string): boolean => {
    const pair = pairs.get(at);
    if (pair !== undefined) {
      if (/[=~]/.test(sign)) {
        if (pair.opens) guarded(at + 1, pair.other, pair.other + 1);
        else go(at + 1);
      } else go(at + 1);
      return true;
    }
    if (sign.endsWith(':')) {
      const old = execAt(OLD_CITATION, text, at);
      if (old?.[1] === undefined) return false;
      const end = at + old[0].length;
      oldKeys(old[1], end - old[1].length, end, undefined);
      go(end);
      return true;
    }
    switch (sign) {
      case '\u200b':
      case '\u2060':
        go(at + 1);
        return true;
      case '\n':
        pen.space(place(at), place(at) + 1);
        go(at + 1);
        return true;
      case '\\': {
        const end = /^\\\\[ \t]*(?:\n|$)/.exec(text.slice(at, at + 200));
        if (end !== null) {
          pen.line(place(at), place(at + end[0].length - 1) + 1);
          go(at + end[0].length);
          return true;
        }
        const entity = /^\\([a-zA-Z]+)(?:\{\})?/.exec(text.slice(at, at + 30));
        const stands = entity?.[1] === undefined ? undefined : ENTITIES[entity[1]];
        if (entity === null || stands === undefined) return false;
        put(stands, at + entity[0].length);
        return true;
      }
      case '[':
        return bracket();
      case '.':
        if (!text.startsWith('...', at)) return false;
        put('…', at + 3);
        return true;
      case '-':
        if (text.startsWith('---', at)) put('—', at + 3);
        else if (text.startsWith('--', at)) put('–', at + 2);
        else return false;
        return true;
      case '_':
      case '^': {
        const script = execAt(SCRIPT, text, at);
        if (script?.[1] === undefined) return false;
        pen.copy(stretch, at + 2, at + 2 + script[1].length);
        go(at + script[0].length);
        return true;
      }
      case '$': {
        const maths = /^\$(?:[^\s$.,;](?:[^$\n]{0,300}[^\s$.,])?)\$(?![\p{L}\p{N}])/u.exec(
          text.slice(at, at + 310),
        );
        if (maths === null) return false;
        guarded(at + 1, at + maths[0].length - 1, at + maths[0].length);
        return true;
      }
      case '<': {
        const target = /^<<<?[^<>\n]{1,200}>>>?/.exec(text.slice(at, at + 210));
        if (target === null) return false;
        go(at + target[0].length);
        return true;
      }
      case '@': {
        const snippet = /^@@[\w-]+:[\s\S]{0,500}?@@/.exec(text.slice(at, at + 520));
        if (snippet === null) return false;
        go(at + snippet[0].length);
        return true;
      }
      default:
        return false;
    }
  };
  for (;;) {
    SPECIAL.lastIndex = at;
    const match = SPECIAL.exec(text);
    at = match?.index ?? text.length;
    if (match === null) break;
    pen.copy(stretch, from, at);
    from = at;
    if (!take(match[0])) at += match[0].length;
  }
  pen.copy(stretch, from, text.length);
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
