// Which bibliographies a note names.

import type { NoteLanguage } from '../noteLanguage.ts';
import { metadataPaths } from './metadataPaths.ts';

/** A note says it in its first lines, or LaTeX in its preamble or at its end. */
const LONGEST = 2_000_000;

/**
 * Gives the paths of the bibliographies that a note names, as written there, each once: relative to the note, but
 * LaTeX adds the ending. Addresses are left out.
 *
 * @example bibliographyOf("---\nbibliography: [a.bib, b.json]\n---\n", "markdown") gives ["a.bib", "b.json"].
 */
export function bibliographyOf(note: string, language: NoteLanguage): readonly string[] {
  return paths(namedIn(note.slice(0, LONGEST).replace(/^\uFEFF/u, ''), language));
}

/** Gives the paths that a Quarto project's `_quarto.yml` names for its notes, relative to that file. */
export function quartoBibliographies(yaml: string): readonly string[] {
  return paths(metadataPaths(yaml.slice(0, LONGEST).replace(/^\uFEFF/u, ''), 'bibliography'));
}

function namedIn(note: string, language: NoteLanguage): readonly string[] {
  switch (language) {
    case 'markdown':
      return metadataPaths(frontMatterOf(note), 'bibliography');
    case 'latex':
      return latexPaths(note.replace(/(?<!\\)%[^\n]*/gu, ''));
    case 'typst':
      return typstPaths(note);
    case 'org':
      return values(note, /^[ \t]*#\+bibliography:[ \t]*(\S[^\n]*)$/gimu).map((path) =>
        path.trim().replace(/^"(.*)"$/u, '$1'),
      );
    case 'asciidoc':
      return values(note, /^:bibtex-file:[ \t]*(\S[^\n]*)$/gmu).map((path) => path.trim());
    case 'restructuredtext':
      return values(note, /^[ \t]*\.\.[ \t]+bibliography::[ \t]*(\S[^\n]*)$/gmu).flatMap((list) =>
        list.trim().split(/\s+/u),
      );
    case 'plain':
      return [];
  }
}

function frontMatterOf(note: string): string {
  return (
    /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,65536}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(note)?.[1] ?? ''
  );
}

function latexPaths(tex: string): readonly string[] {
  const resources = [...tex.matchAll(/\\addbibresource\s*(?:\[([^\]]*)\])?\s*\{([^{}]+)\}/gu)]
    .filter(([, options = '']) => !/location\s*=\s*remote/u.test(options))
    .map(([, , path = '']) => path.trim());
  const lists = values(tex, /\\(?:bibliography|nobibliography)\*?\s*\{([^{}]+)\}/gu).flatMap((list) =>
    list.split(',').map((path) => path.trim()),
  );
  return [
    ...resources,
    ...lists.filter((path) => path !== '').map((path) => (/\.bib$/iu.test(path) ? path : `${path}.bib`)),
  ];
}

/** `#bibliography("a.bib")` and `#bibliography(("a.bib", "b.yml"), style: "apa")`; other strings have names. */
function typstPaths(typst: string): readonly string[] {
  const bare = typst.replace(/(?<![:\w])\/\/[^\n]*/gu, '');
  return values(bare, /(?:^|[^\w-])bibliography\(\s*(\(\s*(?:"[^"\n]*"\s*,?\s*)*\)|"[^"\n]*")/gu).flatMap(
    (list) => values(list, /"([^"\n]*)"/gu),
  );
}

function values(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, value = '']) => value);
}

function paths(named: readonly string[]): readonly string[] {
  const local = named.filter((path) => path !== '' && !/^[a-z][a-z0-9+.-]+:\/\/|[\0\n]/iu.test(path));
  return [...new Set(local)];
}
