// What the person asked the checker for, by its command line.

export type CheckerCommand =
  | {
      readonly kind: 'check';
      /** Notes and folders of notes. */
      readonly paths: readonly string[];
      /** An exported library or a library's file; undefined where none was named. */
      readonly library: string | undefined;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

export const HELP = `Checks the quotations in notes against an exported Broadsheet library.

Usage: broadsheet-check [FOLDER OR NOTE]… [--library FILE]

  --library FILE  what “Export Library…” wrote, or a library's own file;
                  library.jsonl in the current folder where it is not given
  --help          shows this text

Prints FILE:LINE: SENTENCE for each quotation that is not its source's, or
whose marks hide a “not”. Exits with 1 if there is an altered quotation or one
that its source does not have, with 0 if there is none, and with 2 if nothing
could be checked.`;

/** Reads the words behind the program's name. */
export function checkerCommand(words: readonly string[]): CheckerCommand {
  const paths: string[] = [];
  let library: string | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '--help' || word === '-h') return { kind: 'help' };
    if (word === '--') {
      paths.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith('-')) {
      paths.push(word);
      continue;
    }
    const [option, value] = splitOption(word);
    if (option !== '--library') return { kind: 'wrong', sentence: `There is no option ${word}.` };
    if (value === undefined) index++;
    library = value ?? words[index];
    if (library === undefined || library === '')
      return { kind: 'wrong', sentence: 'Name the library’s file behind --library.' };
  }
  return { kind: 'check', paths: paths.length === 0 ? ['.'] : paths, library };
}

/** An option, with what stands behind its equals sign. */
function splitOption(word: string): readonly [option: string, value: string | undefined] {
  const equals = word.indexOf('=');
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}
