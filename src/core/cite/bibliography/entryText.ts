// A reference as an entry of a bibliography.

import type { CslItem } from '../reference/cslItem.ts';
import type { BibliographyFormat } from './bibliographyFormat.ts';
import { biblatexEntry, bibtexEntry } from './bibtexEntry.ts';
import { cslYamlEntry } from './cslYamlEntry.ts';
import { hayagrivaEntry } from './hayagrivaEntry.ts';
import { risEntry } from './risEntry.ts';

/** Gives the lines of an entry, parted by "\n" and without one at the end; for CSL an item of a list. */
export function entryText(format: BibliographyFormat, item: CslItem): string {
  switch (format) {
    case 'biblatex':
      return biblatexEntry(item);
    case 'bibtex':
      return bibtexEntry(item);
    case 'csl-json':
      return JSON.stringify(item, undefined, 2);
    case 'csl-yaml':
      return cslYamlEntry(item);
    case 'hayagriva':
      return hayagrivaEntry(item);
    case 'ris':
      return risEntry(item);
  }
}
