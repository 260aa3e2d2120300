// Work for which nobody waits.

import { UserError } from '../../core/model/userError.ts';
import type { Log } from '../log.ts';

/** Makes a way to run work of which nobody hears but the log, whatever goes wrong. */
export function createQuietly(log: Log): (work: () => Promise<unknown>) => Promise<void> {
  return async (work) => {
    try {
      await work();
    } catch (error) {
      logFault(log, error);
    }
  };
}

/** Writes down what went wrong: a sentence for the person as it stands, anything else with its stack. */
export function logFault(log: Log, error: unknown): void {
  if (error instanceof UserError) log.warn(error.message);
  else log.error(error instanceof Error ? error : String(error));
}
