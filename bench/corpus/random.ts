// Random numbers that are the same in every run.

/** Gives a generator of numbers from 0 up to 1 (Mulberry32, by Tommy Ettinger, public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws one of a list; the list must not be empty. */
export function draw<T>(list: readonly T[], random: () => number): T {
  const drawn = list[Math.floor(random() * list.length)];
  if (drawn === undefined) throw new RangeError('Nothing can be drawn from an empty list.');
  return drawn;
}
