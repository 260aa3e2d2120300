// Work that must not overlap.

/** Runs a piece of work when all before it have ended, however they ended, and gives what it gives. */
export type InSequence = <T>(work: () => Promise<T>) => Promise<T>;

/** Makes a sequence of its own. */
export function createSequence(): InSequence {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
