// Where a note names a bibliography that was made for it.

import type { TextEdit } from '../../core/cite/bibliography/textEdit.ts';
import type { NoteLanguage } from '../../core/cite/noteLanguage.ts';

/**
 * Gives the edit by which a note names a bibliography beside it; undefined where that takes more than a line, as in
 * LaTeX without biblatex or in Sphinx, which has it in its own configuration.
 *
 * @param note With whatever line ends it has.
 * @example nameBibliography("Text.", "markdown", "references.bib") inserts "---\nbibliography: references.bib\n---\n\n"
 * at the beginning.
 */
export function nameBibliography(note: string, language: NoteLanguage, name: string): TextEdit | undefined {
  const end = /\r?\n/u.exec(note)?.[0] ?? '\n';
  const insertion = (offset: number, text: string): TextEdit => ({
    offset,
    remove: 0,
    insert: text.replaceAll('\n', end),
  });
  switch (language) {
    case 'markdown': {
      const head = /^---[ \t]*\r?\n(?:[\s\S]{0,65536}?\r?\n)??(?=(?:---|\.\.\.)[ \t]*(?:\r?\n|$))/u.exec(
        note,
      );
      return head === null
        ? insertion(0, `---\nbibliography: ${name}\n---\n\n`)
        : insertion(head[0].length, `bibliography: ${name}\n`);
    }
    case 'org': {
      const head = /^(?:#\+[a-z_]+:[^\n]*\n)*/iu.exec(note)?.[0].length ?? 0;
      return insertion(head, `#+bibliography: ${name}\n`);
    }
    case 'asciidoc': {
      const head = /^= [^\n]*\n(?::[^\n]*\n)*/u.exec(note)?.[0].length ?? 0;
      return insertion(head, `:bibtex-file: ${name}\n`);
    }
    case 'typst':
      return insertion(note.length, `${/(?:^|\n)$/u.test(note) ? '' : '\n'}\n#bibliography("${name}")\n`);
    case 'latex': {
      const begin = note.search(/^[ \t]*\\begin\{document\}/mu);
      const isBiblatex =
        begin >= 0 && /\\usepackage\s*(?:\[[^\]]*\])?\s*\{biblatex\}/u.test(note.slice(0, begin));
      return isBiblatex ? insertion(begin, `\\addbibresource{${name}}\n`) : undefined;
    }
    case 'restructuredtext':
    case 'plain':
      return undefined;
  }
}
