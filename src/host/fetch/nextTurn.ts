// A turn of the event loop for each: what starts together would hold it together.

/**
 * Makes the function whose promises are fulfilled one in each turn of the event loop, in the order in which they were
 * asked for.
 */
export function createNextTurn(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise(later));
    return last;
  };
}

/** A timer waits a millisecond at least, which thousands of feeds would add up to seconds. */
function later(done: () => void): void {
  const { setImmediate } = globalThis as { readonly setImmediate?: (done: () => void) => unknown };
  if (setImmediate === undefined) setTimeout(done, 0);
  else setImmediate(done);
}
