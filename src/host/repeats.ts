// Keeps the same sentence from being said several times at once.

/** Gives whether a sentence was said less than `interval` milliseconds ago; one that is asked about counts as said. */
export function createRepeats(interval: number, now: () => number): (sentence: string) => boolean {
  const said = new Map<string, number>();
  return (sentence) => {
    const time = now();
    for (const [other, at] of said) if (time - at >= interval) said.delete(other);
    if (said.has(sentence)) return true;
    said.set(sentence, time);
    return false;
  };
}
