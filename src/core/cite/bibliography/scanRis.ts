// Reads RIS files as far as they can be read.

import type { TextRange } from '../../model/search.ts';
import {
  repeatedKeys,
  type BibliographyProblem,
  type ScannedBibliography,
  type ScannedEntry,
} from './scannedBibliography.ts';

/** A tag at the beginning of a line; some programs write fewer spaces. */
const FIELD = /^\uFEFF?([A-Z][A-Z0-9]) {1,2}-[ \t]*([^\r\n]*)$/gmu;

interface OpenRecord {
  readonly start: number;
  end: number;
  key?: { readonly value: string; readonly range: TextRange };
  title?: string;
  url?: string;
}

/** Gives the records of a RIS file that have a key (`ID`), and what is wrong. It takes time proportional to the length. */
export function scanRis(text: string): ScannedBibliography {
  const entries: ScannedEntry[] = [];
  const problems: BibliographyProblem[] = [];
  let open: OpenRecord | undefined;
  const finish = (isClosed: boolean): void => {
    if (open === undefined) return;
    const { start, end, key, title, url } = open;
    const keyRange = key?.range ?? ([start, start] as const);
    // A record without a key still tells whether an address is there.
    entries.push({ key: key?.value ?? '', keyRange, range: [start, end], title, url });
    if (!isClosed) {
      const name = key === undefined ? 'A record' : `The record “${key.value}”`;
      problems.push({ range: [start, end], sentence: `${name} has no end (“ER  - ”).` });
    }
    open = undefined;
  };
  for (const { 0: line, 1: tag = '', 2: written = '', index } of text.matchAll(FIELD)) {
    const value = written.trim();
    const end = index + line.length;
    if (tag === 'TY') {
      finish(false);
      open = { start: index + (line.startsWith('\uFEFF') ? 1 : 0), end };
      continue;
    }
    if (open === undefined) continue;
    open.end = end;
    if (tag === 'ID' && value !== '') {
      const start = index + line.length - written.length + written.indexOf(value);
      open.key ??= { value, range: [start, start + value.length] };
    } else if (tag === 'TI' || tag === 'T1') open.title ??= value;
    else if (tag === 'UR') open.url ??= value;
    else if (tag === 'ER') finish(true);
  }
  finish(false);
  return { entries, problems: [...problems, ...repeatedKeys(entries.filter(({ key }) => key !== ''))] };
}
