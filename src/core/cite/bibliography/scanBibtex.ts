// Reads `.bib` files as far as they can be read: one bad entry costs no other.

import type { TextRange } from '../../model/search.ts';
import { plainLatex } from './latexText.ts';
import {
  repeatedKeys,
  type BibliographyProblem,
  type ScannedBibliography,
  type ScannedEntry,
} from './scannedBibliography.ts';

/** "@article{" with nothing but other entries before it on its line; a line's comment begins with "%". */
const ENTRY_START = /@[ \t]*([A-Za-z]+)\s*([{(])/gu;
/** An entry never begins inside another one, so this ends one that was not closed. */
const NEXT_ENTRY = /^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]\s*[^\s,{}()="#%]+\s*,/gmu;
const KEY = /\s*([^\s,{}()="#%]+)\s*(?=,|[})])/uy;
const FIELD_NAME = /[\s,]*([A-Za-z][\w+:.-]*)\s*=\s*/uy;
const NOT_ENTRIES = new Set(['comment', 'string', 'preamble']);
const LONGEST_VALUE = 20_000;

/** Gives the entries of a `.bib` file, and what is wrong with it. It takes time proportional to the length. */
export function scanBibtex(text: string): ScannedBibliography {
  const entries: ScannedEntry[] = [];
  const problems: BibliographyProblem[] = [];
  const starts = [...text.matchAll(NEXT_ENTRY)].map(({ index }) => index);
  let next = 0;
  let from = 0;
  let anyUnclosed = false;
  for (;;) {
    ENTRY_START.lastIndex = from;
    const found = ENTRY_START.exec(text);
    if (found === null) break;
    const { 0: opening, 1: type = '', 2: bracket = '', index } = found;
    from = index + opening.length;
    if (isCommentedOut(text, index)) continue;
    while ((starts[next] ?? Infinity) <= index) next++;
    if (NOT_ENTRIES.has(type.toLowerCase())) {
      // One that is not closed goes on to the end, and so do all that come after it.
      const other = anyUnclosed ? undefined : closingBracket(text, from, text.length, bracket);
      if (other?.isClosed === true) from = other.end;
      else anyUnclosed = true;
      continue;
    }
    const { end, isClosed } = closingBracket(text, from, starts[next] ?? text.length, bracket);
    const entry = scanEntry(text, [index, end], from, isClosed ? end - 1 : end);
    if (entry === undefined) {
      problems.push({
        range: [index, Math.min(end, from + 40)],
        sentence: `An entry “@${type}” has no key.`,
      });
    } else {
      entries.push(entry);
      if (!isClosed) {
        problems.push({
          range: entry.keyRange,
          sentence: `The entry “${entry.key}” has no closing bracket.`,
        });
      }
    }
    from = end;
  }
  return { entries, problems: [...problems, ...repeatedKeys(entries)] };
}

function isCommentedOut(text: string, index: number): boolean {
  return /(?:^\uFEFF?|\n)[ \t]*%[^\n]*$/u.test(text.slice(Math.max(0, index - 200), index));
}

/** Braces count everywhere; a quotation mark opens a value only where none is open, and a bracket inside it is text. */
function closingBracket(
  text: string,
  from: number,
  limit: number,
  bracket: string,
): { readonly end: number; readonly isClosed: boolean } {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < limit; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '"' && depth === 0) quoted = !quoted;
    else if (character === ')' && bracket === '(' && depth === 0 && !quoted)
      return { end: at + 1, isClosed: true };
    else if (character === '}') {
      if (depth === 0) {
        if (bracket === '{') return { end: at + 1, isClosed: true };
      } else depth--;
    }
  }
  return { end: from + text.slice(from, limit).trimEnd().length, isClosed: false };
}

/** @param end Where its fields end, without the bracket that closes it. */
function scanEntry(text: string, range: TextRange, from: number, end: number): ScannedEntry | undefined {
  KEY.lastIndex = from;
  const found = KEY.exec(text);
  const key = found?.[1];
  if (found === null || key === undefined || KEY.lastIndex > range[1]) return undefined;
  const keyStart = found.index + found[0].indexOf(key);
  const fields = scanFields(text, KEY.lastIndex, end);
  const title = fields.get('title');
  const url = fields.get('url') ?? /\\url\{([^{}]+)\}/u.exec(fields.get('howpublished') ?? '')?.[1];
  return {
    key,
    keyRange: [keyStart, keyStart + key.length],
    range,
    title: title === undefined ? undefined : plainLatex(title),
    url: url?.replace(/\\(?=[%_&#~$])/gu, '').trim(),
  };
}

function scanFields(text: string, from: number, end: number): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let at = from;
  while (at < end) {
    FIELD_NAME.lastIndex = at;
    const found = FIELD_NAME.exec(text);
    if (found === null) {
      // Whatever stands here, the next comma may bring a field.
      const comma = text.slice(at + 1, end).indexOf(',');
      if (comma === -1) break;
      at += comma + 1;
      continue;
    }
    const valueStart = FIELD_NAME.lastIndex;
    const valueEnd = endOfValue(text, valueStart, end);
    const name = found[1]?.toLowerCase() ?? '';
    if (!fields.has(name))
      fields.set(name, text.slice(valueStart, Math.min(valueEnd, valueStart + LONGEST_VALUE)));
    at = valueEnd;
  }
  return new Map([...fields].map(([name, value]) => [name, withoutMarks(value)]));
}

/** A value ends at a comma or bracket that is in no braces and no quotation marks. */
function endOfValue(text: string, from: number, end: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < end; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}') {
      if (depth === 0) return at;
      depth--;
    } else if (character === '"' && depth === 0) quoted = !quoted;
    else if (character === ',' && depth === 0 && !quoted) return at;
  }
  return end;
}

function withoutMarks(value: string): string {
  return value
    .trim()
    .split(/\s+#\s+/u)
    .map((part) =>
      part.replace(
        /^\{([\s\S]*)\}$|^"([\s\S]*)"$/u,
        (_, braced?: string, quoted?: string) => braced ?? quoted ?? '',
      ),
    )
    .join('');
}
