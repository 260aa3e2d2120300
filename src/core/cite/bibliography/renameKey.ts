// Gives an entry another key.

import type { BibliographyFormat } from './bibliographyFormat.ts';
import { scanBibliography } from './scanBibliography.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * Gives the edits that rename the entry of a key, and in `.bib` files also what refers to it; none where it is not
 * there. Where two entries have the key, both are renamed, as nobody can tell which one is meant.
 */
export function renameKey(
  format: BibliographyFormat,
  text: string,
  from: string,
  to: string,
): readonly TextEdit[] {
  const { entries } = scanBibliography(format, text);
  const keys = entries
    .filter(({ key }) => key === from)
    .map(({ keyRange: [start, end] }) => ({ offset: start, remove: end - start, insert: to }));
  return format === 'biblatex' || format === 'bibtex' ? [...keys, ...crossReferences(text, from, to)] : keys;
}

/** Fields whose values are keys (BibLaTeX manual § 2.2.3). */
const KEY_FIELDS = /\b(?:crossref|xref|xdata|entryset|related)\s*=\s*[{"]([^{}"]*)[}"]/giu;

function crossReferences(text: string, from: string, to: string): readonly TextEdit[] {
  return [...text.matchAll(KEY_FIELDS)].flatMap(({ 0: whole, 1: keys = '', index }) => {
    const start = index + whole.length - 1 - keys.length;
    return [...keys.matchAll(/[^\s,]+/gu)]
      .filter(([key]) => key === from)
      .map((found) => ({ offset: start + found.index, remove: from.length, insert: to }));
  });
}
