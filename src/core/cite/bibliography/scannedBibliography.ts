// What is in a bibliography, as far as it can be read.

import type { TextRange } from '../../model/search.ts';

export interface ScannedEntry {
  readonly key: string;
  /** Where the key stands, without the marks around it. */
  readonly keyRange: TextRange;
  /** The whole entry. */
  readonly range: TextRange;
  /** As plain words. */
  readonly title: string | undefined;
  readonly url: string | undefined;
}

export interface BibliographyProblem {
  readonly range: TextRange;
  /** One sentence that a person understands, without the file's name. */
  readonly sentence: string;
}

export interface ScannedBibliography {
  /** In the order of the file; two may have the same key. */
  readonly entries: readonly ScannedEntry[];
  readonly problems: readonly BibliographyProblem[];
}

/** Gives the problem of every entry whose key an earlier one has. */
export function repeatedKeys(entries: readonly ScannedEntry[]): readonly BibliographyProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ key, keyRange }) => {
    if (seen.has(key))
      return [{ range: keyRange, sentence: `The key “${key}” is used by another entry above.` }];
    seen.add(key);
    return [];
  });
}
