// The program `broadsheet-check`: holds a repository of notes to its sources, without VS Code.

import { tally } from '../core/cite/check/tally.ts';
import { citationsOf } from '../core/cite/find/citationsOf.ts';
import { findQuotations } from '../core/cite/find/findQuotations.ts';
import { UserError } from '../core/model/userError.ts';
import { checkerCommand, HELP } from './checkerCommand.ts';
import { openSources } from './librarySources.node.ts';
import { noteFiles, readNote } from './noteFiles.node.ts';
import { countsText, isFailure, noteReport } from './noteReport.ts';

const DEFAULT_LIBRARY = 'library.jsonl';

void runChecker(process.argv.slice(2)).then((code) => (process.exitCode = code));

/** Gives the exit code: 1 for an altered quotation, 0 for none, 2 where nothing could be checked. */
async function runChecker(words: readonly string[]): Promise<0 | 1 | 2> {
  const command = checkerCommand(words);
  if (command.kind === 'help') {
    print(HELP);
    return 0;
  }
  if (command.kind === 'wrong') {
    complain(`${command.sentence}\n\n${HELP}`);
    return 2;
  }
  try {
    return await check(command.paths, command.library ?? DEFAULT_LIBRARY);
  } catch (error) {
    const isForPerson = error instanceof UserError || (error instanceof Error && 'code' in error);
    complain(isForPerson ? error.message : error instanceof Error ? (error.stack ?? '') : String(error));
    return 2;
  }
}

async function check(paths: readonly string[], library: string): Promise<0 | 1> {
  const notes = noteFiles(paths).flatMap((file) => {
    const text = readNote(file);
    return text === undefined ? [] : [{ path: file.path, text, found: findQuotations(text, file.language) }];
  });
  const keys = new Set(
    notes.flatMap(({ found }) => found.quotations.flatMap(citationsOf).map(({ key }) => key)),
  );
  const checkOne = await openSources(library, keys);
  const reports = notes.map(({ path, text, found }) => noteReport(path, text, found, checkOne));
  for (const { lines } of reports) for (const line of lines) print(line);
  const counts = tally(reports.flatMap(({ checked }) => checked));
  print(countsText(counts));
  return isFailure(counts) ? 1 : 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
