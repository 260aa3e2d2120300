// Puts an item into a list of JSON, in the manner of its other items.

import type { CslItem } from '../reference/cslItem.ts';
import type { AddedEntry } from './addEntry.ts';
import { lineEnd } from './lineEnds.ts';
import { scanJson } from './scanJson.ts';

/**
 * Gives the edit that adds an item behind the last whole one, indented as that is.
 *
 * @param from Where the list begins in the text.
 */
export function insertIntoJson(text: string, item: CslItem, from = 0): AddedEntry {
  const end = lineEnd(text);
  if (text.replace(/^\uFEFF/u, '').trim() === '') {
    const list = JSON.stringify([item], undefined, 2).replaceAll('\n', end);
    return added(text.length, `${list}${end}`);
  }
  const { entries, opened, isClosed } = scanJson(text, from);
  if (opened === undefined) {
    return { kind: 'refused', sentence: 'The file is no list of references, so nothing was added.' };
  }
  const last = entries.findLast(({ range }) => text.charAt(range[1] - 1) === '}');
  if (last === undefined) {
    const isOpenLine = /^[^\S\n]*\n/u.test(text.slice(opened));
    const lines = JSON.stringify(item, undefined, 2).replace(/^/gmu, '  ').replaceAll('\n', end);
    const closing = entries.length > 0 ? ',' : isClosed && !isOpenLine ? end : '';
    return added(opened, `${end}${lines}${closing}`);
  }
  const [start, behind] = last.range;
  const own = text.slice(start, behind);
  const indent = /(?:^|\n)([ \t]*)$/u.exec(text.slice(0, start))?.[1];
  const inner = /^\{[^\S\n]*\n([ \t]*)/u.exec(own)?.[1];
  const written =
    inner === undefined
      ? oneLine(item, own)
      : JSON.stringify(item, undefined, step(indent ?? '', inner))
          .split('\n')
          .map((line, index) => (index === 0 ? line : `${indent ?? ''}${line}`))
          .join(end);
  // A list on one line stays on it.
  const between =
    indent === undefined ? (own.includes(': ') || text.includes('}, {') ? ', ' : ',') : `,${end}${indent}`;
  return added(behind, `${between}${written}`);
}

/** By how much an object's fields are indented more than the object. */
function step(indent: string, inner: string): string {
  return inner.startsWith(indent) ? inner.slice(indent.length, indent.length + 10) || '  ' : '  ';
}

/** `{"a": 1, "b": 2}` or `{"a":1,"b":2}`, as the other items are. */
function oneLine(item: CslItem, like: string): string {
  if (!/":\s/u.test(like)) return JSON.stringify(item);
  return JSON.stringify(item, undefined, 1)
    .replace(/(?<=[{[])\n\s*|\n\s*(?=[}\]])/gu, '')
    .replace(/\n\s*/gu, ' ');
}

function added(offset: number, insert: string): AddedEntry {
  return { kind: 'added', edits: [{ offset, remove: 0, insert }] };
}
