// Work that arrives at about the same time in one transaction, as each commit waits for the disk.

interface Waiting {
  /** Settles the promise that was given for it; done again, alone, where the others fail. */
  readonly attempt: (transact: (work: () => void) => void) => void;
  readonly work: () => void;
  readonly succeed: () => void;
}

/**
 * Gives a function that does a piece of work together with what else arrives before this thread is free. Each piece
 * succeeds or fails alone: where one fails, all are done again one by one.
 *
 * @param transact Does work in a transaction, and undoes it where it throws.
 */
export function createGroupCommit(transact: (work: () => void) => void): <T>(work: () => T) => Promise<T> {
  let waiting: Waiting[] = [];

  const flush = (): void => {
    const group = waiting;
    waiting = [];
    try {
      transact(() => group.forEach(({ work }) => work()));
    } catch {
      for (const { attempt } of group) attempt(transact);
      return;
    }
    for (const { succeed } of group) succeed();
  };

  return <T>(work: () => T) =>
    new Promise<T>((resolve, reject) => {
      let result: { readonly value: T } | undefined;
      const run = (): void => {
        result = { value: work() };
      };
      const succeed = (): void => {
        if (result !== undefined) resolve(result.value);
      };
      const attempt: Waiting['attempt'] = (alone) => {
        try {
          alone(run);
          succeed();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      waiting.push({ attempt, work: run, succeed });
      if (waiting.length === 1) setTimeout(flush, 0);
    });
}
