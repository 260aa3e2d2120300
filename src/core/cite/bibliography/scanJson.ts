// Reads lists of CSL-JSON as far as they can be read.

import type { TextRange } from '../../model/search.ts';
import {
  repeatedKeys,
  type BibliographyProblem,
  type ScannedBibliography,
  type ScannedEntry,
} from './scannedBibliography.ts';

export interface ScannedList extends ScannedBibliography {
  /** Behind the bracket that opens the list; undefined where the text is no list. */
  readonly opened: number | undefined;
  readonly isClosed: boolean;
}

/** A string, which no line end can be part of, also one that is not closed; a mark; any other run. */
const TOKEN = /"(?:[^"\\\r\n]|\\[^\r\n])*"?|[[\]{}:,]|[^\s"[\]{}:,]+/gu;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/gu;
const SHORT: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '', f: '' };
const FIELDS = new Set(['id', 'title', 'URL']);

/**
 * Gives the items of the first list in a text, and what is wrong with it: an item that is not closed ends where the
 * next one begins. It takes time proportional to the length.
 *
 * @param from Where the list begins in the text.
 */
export function scanJson(text: string, from = 0): ScannedList {
  const entries: ScannedEntry[] = [];
  const problems: BibliographyProblem[] = [];
  const open: ('{' | '[')[] = [];
  let item = newItem(0);
  let opened: number | undefined;
  let isClosed = false;
  let field: string | undefined;
  let previous = '';

  const finish = (end: number): void => {
    const { id, start } = item;
    if (id === undefined) {
      problems.push({
        range: [start, Math.min(end, start + 40)],
        sentence: 'An item of the list has no “id”.',
      });
    } else {
      entries.push({
        key: id.value,
        keyRange: id.range,
        range: [start, end],
        title: item.title,
        url: item.url,
      });
    }
  };
  const cutOff = (end: number): void => {
    const name = item.id === undefined ? 'An item of the list' : `The item “${item.id.value}”`;
    problems.push({
      range: item.id?.range ?? [item.start, item.start + 1],
      sentence: `${name} is not closed.`,
    });
    finish(item.start + text.slice(item.start, end).replace(/[\s,]+$/u, '').length);
    open.length = 1;
  };

  for (const { 0: token, index } of text.slice(from).matchAll(TOKEN)) {
    const at = from + index;
    if (opened === undefined) {
      if (token.replace(/^\uFEFF/u, '') === '') continue;
      if (token !== '[') break;
      opened = at + 1;
      open.push('[');
    } else if (token === '{') {
      // Where a name is due, an object can only be the next item.
      if (open.length === 2 && (previous === ',' || previous === '}') && open[1] === '{') cutOff(at);
      if (open.length === 1) item = newItem(at);
      open.push('{');
      field = undefined;
    } else if (token === '[') open.push('[');
    else if (token === '}') {
      while (open.length > 2 && open.at(-1) === '[') open.pop();
      if (open.length > 1) open.pop();
      if (open.length === 1 && previous !== '') finish(at + 1);
    } else if (token === ']') {
      while (open.length > 2 && open.at(-1) === '{') open.pop();
      if (open.length === 2 && open[1] === '{') cutOff(at);
      open.pop();
      if (open.length === 0) {
        isClosed = true;
        break;
      }
    } else if (open.length === 2 && token !== ',' && token !== ':') {
      if (previous !== ':') field = stringValue(token);
      else if (field !== undefined && FIELDS.has(field)) keep(item, field, token, at);
    }
    previous = token;
  }
  if (opened !== undefined && !isClosed) {
    if (open.length > 1) cutOff(text.length);
    problems.push({ range: [opened - 1, opened], sentence: 'The list has no closing bracket.' });
  }
  return { entries, problems: [...problems, ...repeatedKeys(entries)], opened, isClosed };
}

interface OpenItem {
  readonly start: number;
  id?: { readonly value: string; readonly range: TextRange };
  title?: string;
  url?: string;
}

function newItem(start: number): OpenItem {
  return { start };
}

function keep(item: OpenItem, field: string, token: string, at: number): void {
  const value = stringValue(token);
  const quotes = token.startsWith('"') ? 1 : 0;
  const closing = quotes === 1 && token.length > 1 && token.endsWith('"') ? 1 : 0;
  if (field === 'id') item.id ??= { value, range: [at + quotes, at + token.length - closing] };
  else if (field === 'title') item.title ??= value;
  else item.url ??= value;
}

function stringValue(token: string): string {
  if (!token.startsWith('"')) return token;
  const inside = token.length > 1 && token.endsWith('"') ? token.slice(1, -1) : token.slice(1);
  return inside.replace(ESCAPE, (_, code?: string, character?: string) =>
    code === undefined
      ? (SHORT[character ?? ''] ?? character ?? '')
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
