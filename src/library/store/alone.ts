// Saved searches and rules are answered one after the other, and none may keep the others from their answers.

import { faultOf } from './sqliteFault.ts';

/** Is given the query of what failed, and the error. */
export type TellFailure = (query: string, error: unknown) => void;

/**
 * Does what a saved search or a rule asks for and tells what goes wrong with it; gives undefined in that case.
 *
 * @throws What is wrong with the file or its disk, as that concerns all the other work, too.
 */
export function alone<T>(query: string, work: () => T, tell: TellFailure): T | undefined {
  try {
    return work();
  } catch (error) {
    if (faultOf(error) !== undefined) throw error;
    tell(query, error);
    return undefined;
  }
}
