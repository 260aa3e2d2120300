// The formats in which bibliographies are kept.

import type { NoteLanguage } from '../noteLanguage.ts';

export type BibliographyFormat = 'biblatex' | 'bibtex' | 'csl-json' | 'csl-yaml' | 'hayagriva' | 'ris';

/**
 * Gives the format of a file by the ending of its name, and for YAML by what is in it; undefined for an ending that
 * is no bibliography's.
 *
 * @param text What is in the file; empty for a new one.
 * @param language Of the note that cites from it: Typst takes YAML for Hayagriva, LaTeX with `\bibliography` needs BibTeX.
 */
export function bibliographyFormat(
  path: string,
  text: string,
  language?: NoteLanguage,
): BibliographyFormat | undefined {
  switch (/\.([a-z]+)$/iu.exec(path)?.[1]?.toLowerCase()) {
    case 'bib':
    case 'biblatex':
      return 'biblatex';
    case 'bibtex':
      return 'bibtex';
    case 'json':
    case 'csljson':
      return 'csl-json';
    case 'yaml':
    case 'yml':
      return yamlFormat(text, language);
    case 'ris':
      return 'ris';
    default:
      return undefined;
  }
}

/** CSL-YAML is a list, alone or under `references`; Hayagriva is a map from keys to entries. */
function yamlFormat(text: string, language: NoteLanguage | undefined): BibliographyFormat {
  if (/^(?:references[ \t]*:|-[ \t]|\[)/mu.test(text)) return 'csl-yaml';
  if (/^[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*\r?\n)*[ \t]+[\w-]+[ \t]*:/mu.test(text))
    return 'hayagriva';
  return language === 'typst' ? 'hayagriva' : 'csl-yaml';
}
