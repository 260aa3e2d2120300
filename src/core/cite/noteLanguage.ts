// The languages that notes are written in.

export type NoteLanguage = 'markdown' | 'latex' | 'asciidoc' | 'restructuredtext' | 'org' | 'typst' | 'plain';

/** VS Code's identifiers of languages, those of its extensions among them. */
const BY_IDENTIFIER: ReadonlyMap<string, NoteLanguage> = new Map<string, NoteLanguage>([
  ['latex', 'latex'],
  ['tex', 'latex'],
  ['context', 'latex'],
  ['latex-expl3', 'latex'],
  ['rsweave', 'latex'],
  ['asciidoc', 'asciidoc'],
  ['asciidoctor', 'asciidoc'],
  ['adoc', 'asciidoc'],
  ['restructuredtext', 'restructuredtext'],
  ['rst', 'restructuredtext'],
  ['org', 'org'],
  ['org-mode', 'org'],
  ['typst', 'typst'],
]);

const MARKDOWN: ReadonlySet<string> = new Set([
  'markdown',
  'quarto',
  'rmd',
  'mdx',
  'pandoc',
  'markdown-math',
]);

const BY_EXTENSION: ReadonlyMap<string, NoteLanguage> = new Map<string, NoteLanguage>([
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['qmd', 'markdown'],
  ['rmd', 'markdown'],
  ['tex', 'latex'],
  ['ltx', 'latex'],
  ['adoc', 'asciidoc'],
  ['asciidoc', 'asciidoc'],
  ['asc', 'asciidoc'],
  ['rst', 'restructuredtext'],
  ['rest', 'restructuredtext'],
  ['org', 'org'],
  ['typ', 'typst'],
  ['txt', 'plain'],
]);

/** The endings of notes' names. */
export const NOTE_ENDINGS: readonly string[] = [...BY_EXTENSION.keys()];

/**
 * Gives the language of a note from VS Code's identifier of it and the name of its file, whose ending decides where
 * VS Code takes the file for plain text because nothing is installed that knows its language. Undefined where neither
 * is a note's.
 */
export function noteLanguage(languageId: string, name: string): NoteLanguage | undefined {
  const identifier = languageId.toLowerCase();
  if (MARKDOWN.has(identifier)) return 'markdown';
  if (identifier === 'plaintext') return noteLanguageOfFile(name) ?? 'plain';
  return BY_IDENTIFIER.get(identifier) ?? noteLanguageOfFile(name);
}

/** Gives the language of a note from its file's name; undefined where the name's ending is none of a note's. */
export function noteLanguageOfFile(name: string): NoteLanguage | undefined {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1];
  return extension === undefined ? undefined : BY_EXTENSION.get(extension.toLowerCase());
}
