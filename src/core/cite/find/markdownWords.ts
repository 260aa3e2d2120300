// Reads the words of a Markdown paragraph: emphasis, links, code, entities and escapes give way to what they stand for.

import { decodedReferences } from '../../parse/feed/references.ts';
import { markdownMarkup } from './markdownMarkup.ts';
import type { NotePen, Stretch } from './noteReading.ts';
import { citeGroup, citeInText } from './pandocCitations.ts';

const SPECIAL = /[\\`*_[\]!<&@$~=^\n{|]/g;
const TAG = /<(?:!--[\s\S]{0,5000}?-->|(\/?)([a-zA-Z][\w-]{0,30})(?:\s[^<>]{0,1000})?\/?>)/y;
const AUTOLINK = /<((?:https?|ftp|mailto):[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,250})>/y;
const ADDRESS = /\b(?:https?|ftp):\/\/[^\s<>[\]]{1,2000}/g;
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/y;
const MATHS = /\$(?:\$[^$]{1,2000}\$\$|(?![\s$])(?:[^$\\\n]|\\.){0,500}?(?<!\s)\$(?!\d))/y;
const SCRIPT = /([~^])(?=[^\s~^]{1,60}\1)/y;
const ATTRIBUTES = /\{(?:[.#%][^{}\n]{0,200}|[\w-]+=[^{}\n]{1,200}|\{[<%{][^{}]{0,500}\}\})\}?/y;
const FOOTNOTE = /\[\^([^\]\s[]{1,100})\]/y;
const WIKI_KEY =
  /\[\[@([\p{L}\p{N}_][^\s[\]|#^@]{0,200}?)(?:#[^[\]|\n]{0,300})?(?:\|[^[\]|\n]{0,300})?\]\]/uy;
const WIKI_LINK = /\[\[(?![\s])(?:[^[\]|\n]{1,300}\|)?([^[\]|\n]{1,300})\]\]/y;

/** Writes what a paragraph shows. */
export function readMarkdownWords(stretch: Stretch, pen: NotePen): void {
  const { text, place } = stretch;
  const { skips, code, closes, dropped } = markdownMarkup(text);
  const addresses = text.includes('://') ? [...text.matchAll(ADDRESS)] : [];
  let address = 0;
  let scriptEnd = -1;
  let from = 0;
  let at = 0;
  const flush = (to: number): void => pen.copy(stretch, from, to);
  const go = (to: number): void => {
    at = to;
    from = to;
  };
  const put = (rendered: string, to: number): void => {
    flush(at);
    pen.put(rendered, place(at), place(to - 1) + 1);
    go(to);
  };
  const guarded = (first: number, last: number, to: number): void => {
    flush(at);
    const end = pen.guard();
    copyLines(pen, stretch, first, last);
    end();
    go(to);
  };
  /** Takes what stands at `at`; gives whether anything but a character did. */
  const take = (character: string): boolean => {
    const skip = skips.get(at);
    if (skip !== undefined) {
      flush(at);
      go(skip);
      return true;
    }
    switch (character) {
      case '\\':
        return takeEscape();
      case '`': {
        const span = code.get(at);
        if (span === undefined) return false;
        guarded(span[0], span[1], span[2]);
        return true;
      }
      case '\n':
        return takeLineEnd();
      case '*':
      case '_':
      case '~':
      case '=':
        if (dropped[at] !== 1 && at !== scriptEnd) {
          if (character !== '~' || matchAt(SCRIPT, text, at) === null) return false;
          scriptEnd = text.indexOf('~', at + 1);
        }
        flush(at);
        go(at + 1);
        return true;
      case '^':
        return takeCaret();
      case '[':
      case '!':
        return takeBracket(character);
      case '<':
        return takeTag();
      case '&': {
        const entity = matchAt(ENTITY, text, at)?.[0];
        const decoded = entity === undefined ? undefined : decodedReferences(entity);
        if (entity === undefined || decoded === undefined || decoded === entity) return false;
        put(decoded, at + entity.length);
        return true;
      }
      case '@':
        return takeKey();
      case '$': {
        const maths = matchAt(MATHS, text, at)?.[0];
        if (maths === undefined) return false;
        const signs = maths.startsWith('$$') ? 2 : 1;
        guarded(at + signs, at + maths.length - signs, at + maths.length);
        return true;
      }
      case '{': {
        const attributes = matchAt(ATTRIBUTES, text, at)?.[0];
        if (attributes === undefined) return false;
        flush(at);
        go(at + attributes.length);
        return true;
      }
      default:
        return false;
    }
  };
  const takeEscape = (): boolean => {
    const next = text.charAt(at + 1);
    if (next === '\n') {
      flush(at);
      pen.line(place(at), place(at + 1) + 1);
      go(at + 2);
    } else if (/[!-/:-@[-`{-~]/.test(next)) put(next, at + 2);
    else return false;
    return true;
  };
  const takeLineEnd = (): boolean => {
    const line = text.slice(from, at);
    const words = line.trimEnd();
    flush(from + words.length);
    if (/(?: {2,}|\t)$/.test(line)) pen.line(place(from + words.length), place(at) + 1);
    else pen.space(place(at), place(at) + 1);
    go(at + 1);
    return true;
  };
  const takeCaret = (): boolean => {
    if (text.charAt(at + 1) === '[') {
      const close = closes.get(at + 1);
      if (close === undefined) return false;
      flush(at);
      citeInNote(pen, stretch, at + 1, close);
      go(close + 1);
      return true;
    }
    const isScript =
      matchAt(SCRIPT, text, at) !== null || (at > 0 && /\^[^\s~^]{1,60}$/.test(text.slice(at - 61, at)));
    if (!isScript) return false;
    flush(at);
    go(at + 1);
    return true;
  };
  const takeBracket = (character: string): boolean => {
    if (character === '!') {
      const close = closes.get(at + 1);
      const end = close === undefined ? undefined : skips.get(close);
      if (text.charAt(at + 1) !== '[' || end === undefined) return false;
      flush(at);
      go(end);
      return true;
    }
    const footnote = matchAt(FOOTNOTE, text, at);
    if (footnote?.[1] !== undefined) {
      flush(at);
      const end = at + footnote[0].length;
      pen.footnote(footnote[1], [place(at + 2), place(end - 1)], [place(at), place(end - 1) + 1]);
      go(end);
      return true;
    }
    // A vault's note on a text has the key as its name.
    const named = matchAt(WIKI_KEY, text, at);
    if (named?.[1] !== undefined) {
      flush(at);
      const end = at + named[0].length;
      pen.cite({
        key: named[1],
        keyRange: [place(at + 3), place(at + 3) + named[1].length],
        citation: [place(at), place(end - 1) + 1],
        locator: undefined,
      });
      go(end);
      return true;
    }
    const wiki = matchAt(WIKI_LINK, text, at);
    if (wiki?.[1] !== undefined) {
      flush(at);
      const end = at + wiki[0].length;
      pen.copy(stretch, end - 2 - wiki[1].length, end - 2);
      go(end);
      return true;
    }
    const close = closes.get(at);
    if (close === undefined || !text.slice(at, Math.min(close, at + 2000)).includes('@')) return false;
    flush(at);
    from = at;
    if (!citeGroup(pen, stretch, at, close)) return false;
    go(close + 1);
    return true;
  };
  const takeTag = (): boolean => {
    const link = matchAt(AUTOLINK, text, at);
    if (link?.[1] !== undefined) {
      guarded(at + 1, at + 1 + link[1].length, at + link[0].length);
      return true;
    }
    const tag = matchAt(TAG, text, at);
    if (tag === null) return false;
    flush(at);
    const end = at + tag[0].length;
    const name = tag[2]?.toLowerCase();
    if (name === 'br') pen.line(place(at), place(end - 1) + 1);
    else if (name === 'q') pen.put(tag[1] === '/' ? '”' : '“', place(at), place(end - 1) + 1);
    go(end);
    return true;
  };
  const takeKey = (): boolean => {
    const start = text.charAt(at - 1) === '-' && at > from ? at - 1 : at;
    const before = pen.citationCount;
    if (!/[\p{L}\p{N}_{]/u.test(text.charAt(at + 1))) return false;
    flush(start);
    from = start;
    const end = citeInText(pen, stretch, start) ?? (start < at ? citeInText(pen, stretch, at) : undefined);
    if (end === undefined || pen.citationCount === before) return false;
    go(end);
    return true;
  };

  for (SPECIAL.lastIndex = 0; ;) {
    SPECIAL.lastIndex = at;
    const match = SPECIAL.exec(text);
    if (match === null) break;
    at = match.index;
    while ((addresses[address]?.index ?? Infinity) + (addresses[address]?.[0].length ?? 0) <= at) address++;
    const link = addresses[address];
    if (link !== undefined && link.index < at && !skips.has(at) && match[0] !== '\\') {
      at = Math.min(link.index + link[0].length, nextSkip(skips, at, link.index + link[0].length));
      continue;
    }
    if (!take(match[0])) at++;
  }
  flush(text.length);
}

/** A bare address keeps its signs, up to where a link's text ends. */
function nextSkip(skips: ReadonlyMap<number, number>, from: number, to: number): number {
  for (let at = from; at < to; at++) if (skips.has(at)) return at;
  return to;
}

/** The text of a note inside a paragraph is no part of it, but what is cited there is cited here. */
function citeInNote(pen: NotePen, stretch: Stretch, open: number, close: number): void {
  const { text } = stretch;
  for (let at = text.indexOf('@', open); at >= 0 && at < close; at = text.indexOf('@', at + 1)) {
    const bracket = text.lastIndexOf('[', at);
    const end = text.indexOf(']', at);
    if (bracket > open && end > at && end < close && citeGroup(pen, stretch, bracket, end)) at = end;
    else at = (citeInText(pen, stretch, at) ?? at + 1) - 1;
  }
}

function copyLines(pen: NotePen, stretch: Stretch, first: number, last: number): void {
  let from = first;
  for (
    let at = stretch.text.indexOf('\n', from);
    at >= 0 && at < last;
    at = stretch.text.indexOf('\n', from)
  ) {
    pen.copy(stretch, from, at);
    pen.space(stretch.place(at), stretch.place(at) + 1);
    from = at + 1;
  }
  pen.copy(stretch, from, last);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
