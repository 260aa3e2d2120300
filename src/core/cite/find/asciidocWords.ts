// Reads the words of an AsciiDoc paragraph.

import type { TextRange } from '../../model/search.ts';
import { decodedReferences } from '../../parse/feed/references.ts';
import type { NotePen, Stretch } from './noteReading.ts';
import { isSpace, isWordCharacter, pairedMarks } from './pairedMarks.ts';
import { keyAt, locatorOf } from './pandocCitations.ts';

const ATTRIBUTES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  zwsp: '',
  wj: '',
  empty: '',
  blank: '',
  sp: ' ',
  quot: '"',
  apos: "'",
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  deg: '°',
  plus: '+',
  brvbar: '¦',
  amp: '&',
  lt: '<',
  gt: '>',
  startsb: '[',
  endsb: ']',
  vbar: '|',
  caret: '^',
  asterisk: '*',
  tilde: '~',
  backslash: '\\',
  backtick: '`',
  'two-colons': '::',
  'two-semicolons': ';;',
};
const SPECIAL =
  /[\\*_`#+~^{&<\n."'-]|(?<![\p{L}\p{N}])(?:[a-z]*cite[a-z]*):(?=\S{0,200}\[)|footnote:(?=\S{0,80}\[)|(?:link|xref|mailto):(?=\S)|https?:\/\/(?=\S)|\((?:C|R|TM)\)|pass:(?=[a-z,]*\[)|\[(?=[.#\w])/gu;
const MARKS = /"`|`"|'`|`'|\*\*|__|``|##|\+\+|[*_`#+]/g;
const CITE = /([a-z]*cite[a-z]*):([^\s[\]]{0,200})\[([^\]]{0,500})\]/y;
const KEY_WITH_LOCATOR = /([^\s,;()[\]+]+)(?:\(([^()]*)\))?/g;
const ENTITIES = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;
const ENTITY = new RegExp(ENTITIES.source, 'iy');
/** An address ends before a quotation mark, curved or written with a backtick. */
const ADDRESS = /^https?:\/\/(?:[^\s[\]<>"“”„«»‘’`]|`(?!["']))+/;
const LONGEST_MACRO = 1000;

export function readAsciidocWords(stretch: Stretch, pen: NotePen): void {
  const { text, place } = stretch;
  const pairs = pairedMarks(
    text,
    MARKS,
    (before, after, sign) =>
      (isDouble(sign) || !isWordCharacter(before)) &&
      !isSpace(after) &&
      before !== '\\' &&
      !/^`["']/.test(sign),
    (before, after, sign) =>
      !isSpace(before) && (isDouble(sign) || !isWordCharacter(after)) && before !== '\\',
  );
  const curved = curvedMarks(text);
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
  /** An address is written as it is, but for references to characters. */
  const bareAddress = (to: number): void => {
    const begin = at;
    const guard = pen.guard();
    for (const { 0: entity, index } of text.slice(begin, to).matchAll(ENTITIES)) {
      at = begin + index;
      pen.copy(stretch, from, at);
      put(decodedReferences(entity), at + entity.length);
    }
    pen.copy(stretch, from, to);
    guard();
    go(to);
  };
  /** A macro with its text in brackets: gives where the text begins and ends. */
  const macroText = (): TextRange | undefined => {
    const open = text.indexOf('[', at);
    const close = open < 0 || open - at > LONGEST_MACRO ? -1 : text.indexOf(']', open);
    return close < 0 || /\s/.test(text.slice(at, open)) ? undefined : [open + 1, close];
  };
  const macro = (token: string): boolean => {
    if (token.endsWith('cite:') || /cite[a-z]*:$/.test(token)) {
      const end = citeMacroAt(pen, stretch, at);
      if (end === undefined) return false;
      go(end);
      return true;
    }
    const inside = macroText();
    if (token === 'footnote:') {
      const close = inside === undefined ? undefined : noteEnd(text, inside[0]);
      if (inside === undefined || close === undefined) return false;
      citeAsciidoc(pen, { text: text.slice(inside[0], close), place: (index) => place(inside[0] + index) });
      go(close + 1);
      return true;
    }
    if (token.startsWith('http')) {
      const address = ADDRESS.exec(text.slice(at, at + LONGEST_MACRO))?.[0] ?? token;
      if (text.charAt(at + address.length) !== '[' || inside === undefined) {
        bareAddress(at + address.length);
        return true;
      }
    }
    if (inside === undefined) return false;
    const words = text
      .slice(...inside)
      .replace(/,(?:window|role|opts)=.*$/, '')
      .replace(/\^$/, '');
    pen.copy(stretch, inside[0], inside[0] + words.length);
    go(inside[1] + 1);
    return true;
  };
  const take = (token: string): boolean => {
    const curve = curved.get(at);
    if (curve !== undefined) {
      put(curve, at + 2);
      return true;
    }
    const pair = pairs.get(at);
    if (token === '\\') {
      const next = text.charAt(at + 1);
      if (!/[*_`#+~^{<"'&.\\-]/.test(next) && !/^\w+:/.test(text.slice(at + 1, at + 30))) return false;
      if (next === '\\') return false;
      put(next, at + 2);
      return true;
    }
    if (pair !== undefined && pair.length <= 2) {
      const isLiteral = /^[`+]/.test(token);
      if (!isLiteral) go(at + pair.length);
      else if (pair.opens) guarded(at + pair.length, pair.other, pair.other + pair.length);
      else go(at + pair.length);
      return true;
    }
    switch (token) {
      case '\n': {
        const isBreak =
          text.slice(from, at).endsWith(' +') || text.slice(Math.max(0, at - 2), at).endsWith(' +');
        if (isBreak) pen.line(place(at), place(at) + 1);
        else pen.space(place(at), place(at) + 1);
        go(at + 1);
        return true;
      }
      case '+':
        if (!/^\+(?:\n|$)/.test(text.slice(at, at + 2)) || text.charAt(at - 1) !== ' ') return false;
        pen.line(place(at), place(at) + 1);
        go(Math.min(text.length, at + 2));
        return true;
      case '~':
      case '^': {
        const end = text.indexOf(token, at + 1);
        const isScript = end > at + 1 && end - at < 60 && !/\s/.test(text.slice(at + 1, end));
        if (!isScript) return false;
        pen.copy(stretch, at + 1, end);
        go(end + 1);
        return true;
      }
      case '{': {
        const name = /^\{([\w-]+)\}/.exec(text.slice(at, at + 40));
        const stands = name?.[1] === undefined ? undefined : ATTRIBUTES[name[1]];
        if (name === null || stands === undefined) return false;
        put(stands, at + name[0].length);
        return true;
      }
      case '&': {
        ENTITY.lastIndex = at;
        const entity = ENTITY.exec(text)?.[0];
        const decoded = entity === undefined ? undefined : decodedReferences(entity);
        if (entity === undefined || decoded === undefined || decoded === entity) return false;
        put(decoded, at + entity.length);
        return true;
      }
      case '<': {
        const reference = /^<<[^<>,]{1,200}(?:,([^<>]{1,500}))?>>/.exec(text.slice(at, at + 720));
        if (reference === null) return false;
        const end = at + reference[0].length;
        const words = reference[1] ?? '';
        pen.copy(stretch, end - 2 - words.length, end - 2);
        go(end);
        return true;
      }
      case '.':
        if (!text.startsWith('...', at)) return false;
        put('…', at + 3);
        return true;
      case '-': {
        if (!text.startsWith('--', at) || text.charAt(at + 2) === '-') return false;
        put('—', at + 2);
        return true;
      }
      case '(C)':
      case '(R)':
      case '(TM)':
        put(token === '(C)' ? '©' : token === '(R)' ? '®' : '™', at + token.length);
        return true;
      case 'pass:': {
        const inside = macroText();
        if (inside === undefined) return false;
        guarded(...inside, inside[1] + 1);
        return true;
      }
      case '[': {
        const role = /^\[[.#\w%-]{1,80}\](?=[#*_`])/.exec(text.slice(at, at + 90));
        if (role === null || !pairs.has(at + role[0].length)) return false;
        go(at + role[0].length);
        return true;
      }
      default:
        return /[a-z]/.test(token) && macro(token);
    }
  };
  for (;;) {
    SPECIAL.lastIndex = at;
    const match = SPECIAL.exec(text);
    at = match?.index ?? text.length;
    if (match === null) break;
    const lineBreak =
      match[0] === '+' && text.slice(at, at + 2).startsWith('+\n') && text.charAt(at - 1) === ' ';
    pen.copy(stretch, from, lineBreak ? Math.max(from, at - 1) : at);
    from = at;
    if (!take(match[0])) at += match[0].length;
  }
  pen.copy(stretch, from, text.length);
}

/** Writes the citations of a text, and gives whether there were any. */
export function citeAsciidoc(pen: NotePen, stretch: Stretch): boolean {
  const before = pen.citationCount;
  for (const { index } of stretch.text.matchAll(/(?<![\p{L}\p{N}])[a-z]*cite[a-z]*:(?=\S{0,200}\[)/gu)) {
    citeMacroAt(pen, stretch, index);
  }
  return pen.citationCount > before;
}

/** "cite:[key(4)]" of asciidoctor-bibtex, "cite:[a]+[b]" of asciidoctor-bibliography and "cite:a,b[p. 4]". */
function citeMacroAt(pen: NotePen, { text, place }: Stretch, at: number): number | undefined {
  CITE.lastIndex = at;
  const match = CITE.exec(text);
  if (match?.[2] === undefined || match[3] === undefined) return undefined;
  let end = at + match[0].length;
  const more = /^(?:\+\[[^\]]{1,200}\])+/.exec(text.slice(end, end + 1000))?.[0] ?? '';
  end += more.length;
  const cite = (key: string, keyStart: number, locator: string | undefined): void =>
    pen.cite({
      key,
      keyRange: [place(keyStart), place(keyStart + key.length)],
      citation: [place(at), place(end - 1) + 1],
      locator,
    });
  const targetAt = at + (match[1]?.length ?? 0) + 1;
  if (match[2] !== '') {
    const locator = locatorOf(match[3].replace(/^(?:page|locator)=/, '').replaceAll('"', ''));
    for (const { 0: key, index } of match[2].matchAll(/[^,;]+/g)) cite(key, targetAt + index, locator);
    return end;
  }
  const inside = text.slice(targetAt + 1, end);
  const named = /,\s*(?:page|paragraph|locator|label|prefix|suffix)s?=.*$/.exec(match[3])?.[0] ?? '';
  const keys = named === '' ? inside : inside.slice(0, match[3].length - named.length);
  for (const found of keys.matchAll(KEY_WITH_LOCATOR)) {
    const key = found[1] ?? '';
    if (keyAt(`@${key}`, 0) === undefined) continue;
    const locator = found[2] ?? /(?:page|paragraph|locator)s?="?([^",]*)/.exec(named)?.[1] ?? '';
    cite(key, targetAt + 1 + found.index, locatorOf(locator));
  }
  return end;
}

/** A footnote's text may hold macros with brackets of their own. */
function noteEnd(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length && at < from + 5000; at++) {
    if (text.charAt(at) === '[') depth++;
    else if (text.charAt(at) === ']' && --depth === 0) return at;
  }
  return undefined;
}

function isDouble(sign: string): boolean {
  return sign.length === 2;
}

/** Curved quotation marks are written "`so`" and '`so`'. */
function curvedMarks(text: string): ReadonlyMap<number, string> {
  const curved = new Map<number, string>();
  const open: Record<string, number | undefined> = {};
  for (const { 0: mark, index } of text.matchAll(/["']`|`["']/g)) {
    const sign = mark.replace('`', '');
    const opener = open[sign];
    if (mark.startsWith('`')) {
      if (opener === undefined || isSpace(text.charAt(index - 1))) {
        if (sign === "'") curved.set(index, '’');
        continue;
      }
      curved.set(opener, sign === '"' ? '“' : '‘');
      curved.set(index, sign === '"' ? '”' : '’');
      open[sign] = undefined;
    } else if (!isWordCharacter(text.charAt(index - 1)) && !isSpace(text.charAt(index + 2)))
      open[sign] = index;
  }
  return curved;
}
