// Work for which nobody waits: what goes wrong with it is logged and interrupts nobody.

import { UserError } from '../core/model/userError.ts';
import type { Log } from './log.ts';

/** Runs work and logs what goes wrong; gives undefined in that case. */
export type Quietly = <T>(work: () => Promise<T>) => Promise<T | undefined>;

export function createQuietly(log: Log): Quietly {
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      logFault(log, error);
      return undefined;
    }
  };
}

/** Writes down what went wrong: a sentence for the person as it stands, anything else with its stack. */
export function logFault(log: Log, error: unknown): void {
  if (error instanceof UserError) log.warn(error.message);
  else log.error(error instanceof Error ? error : String(error));
}
