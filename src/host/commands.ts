// Registers the commands, and is the one place where an error meets the person.

import * as vscode from 'vscode';
import { UserError } from '../core/model/userError.ts';
import type { CommandId } from '../manifest.ts';
import { inTheirLanguage, localize } from './localize.ts';
import type { Log } from './log.ts';
import { plainMessage } from './plainText.ts';
import { createRepeats } from './repeats.ts';

/** A command's work; the values are whatever VS Code or a caller passes, so each command checks its own. */
export type CommandHandler = (...values: readonly unknown[]) => unknown;

/** Every command with what it does; one that is missing does not compile. */
export type CommandTable = Readonly<Record<CommandId, CommandHandler>>;

/** Runs work for the person and shows them what went wrong; gives undefined in that case. */
export type Guard = <T>(work: () => T | Promise<T>) => Promise<T | undefined>;

const BUG = localize('Something went wrong in Broadsheet. The log has the details.');

/** Milliseconds in which the same error is shown once. */
const REPEATS = 4000;

/**
 * Makes the guard around everything a person starts: a `UserError` is shown as it stands, anything else is a bug,
 * which goes to the log with its stack. What fails in several places at once, such as a library that cannot be
 * opened, is said once.
 */
export function createGuard(log: Log): Guard {
  const isRepeated = createRepeats(REPEATS, Date.now);
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined;
      if (error instanceof UserError) {
        log.warn(error.message);
        const sentence = inTheirLanguage(error);
        if (!isRepeated(sentence)) void vscode.window.showErrorMessage(plainMessage(sentence));
        return undefined;
      }
      log.error(error instanceof Error ? error : String(error));
      if (!isRepeated(BUG)) void offerLog(log);
      return undefined;
    }
  };
}

export function registerCommands(table: CommandTable, guard: Guard): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(table).map(([id, handler]) =>
      vscode.commands.registerCommand(id, (...values: readonly unknown[]) => guard(() => handler(...values))),
    ),
  );
}

async function offerLog(log: Log): Promise<void> {
  const show = localize('Show Log');
  const chosen = await vscode.window.showErrorMessage(BUG, show);
  if (chosen === show) log.show();
}
