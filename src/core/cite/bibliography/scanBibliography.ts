// Finds the entries of a bibliography in any format.

import type { BibliographyFormat } from './bibliographyFormat.ts';
import { scanBibtex } from './scanBibtex.ts';
import { scanCslYaml } from './scanCslYaml.ts';
import { scanHayagriva } from './scanHayagriva.ts';
import { scanJson } from './scanJson.ts';
import type { ScannedBibliography } from './scannedBibliography.ts';
import { scanRis } from './scanRis.ts';

/** Gives every entry that can be told from the rest, and what is wrong with the file. Offsets count UTF-16 units. */
export function scanBibliography(format: BibliographyFormat, text: string): ScannedBibliography {
  switch (format) {
    case 'biblatex':
    case 'bibtex':
      return scanBibtex(text);
    case 'csl-json':
      return jsonList(text);
    case 'csl-yaml':
      return scanCslYaml(text);
    case 'hayagriva':
      return scanHayagriva(text);
    case 'ris':
      return withKeys(scanRis(text));
  }
}

function jsonList(text: string): ScannedBibliography {
  const { entries, problems, opened } = scanJson(text);
  if (opened !== undefined || text.replace(/^\uFEFF/u, '').trim() === '') return { entries, problems };
  return {
    entries,
    problems: [{ range: [0, Math.min(1, text.length)], sentence: 'The file is no list of references.' }],
  };
}

function withKeys({ entries, problems }: ScannedBibliography): ScannedBibliography {
  return { entries: entries.filter(({ key }) => key !== ''), problems };
}
