// Where a sentence ends, in text that is too short to part it into sentences.

/** A full stop, what closes behind it, and the beginning of another sentence. */
const END =
  /([\p{L}\p{N}.]*)[.!?…。！？]+["”’»“‘)\]]*(?:\s+(?=["“„«‘([¿¡]?[\p{Lu}\p{N}\p{Lo}])|$)|[。！？]/gu;
const ABBREVIATED =
  /^(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Maj|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|No|Nr|vs|vgl|cf|ca|approx|para|paras|par|Abs|pp?|S|Bd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/u;

/**
 * Gives the offset behind the first sentence that ends in a text; undefined where none does. An initial, a title or a
 * month before the full stop does not end one.
 *
 * @example "so wrote J. Byron. Then" gives 18.
 */
export function sentenceEndIn(text: string): number | undefined {
  for (const match of text.matchAll(END)) {
    const isStop = match[0].includes('.') && !/[!?…]/u.test(match[0]);
    if (isStop && ABBREVIATED.test(match[1] ?? '')) continue;
    return match.index + match[0].length;
  }
  return undefined;
}

/** Whether a sentence ends right at the end of a quotation, its full stop inside the marks: “It rained.” Then … */
export function endsSentence(text: string, end: number): boolean {
  return (
    /[.!?…。！？]["”’»“‘」』]$/u.test(text.slice(Math.max(0, end - 2), end)) &&
    /^\s+["“„«‘([]?\p{Lu}/u.test(text.slice(end, end + 4))
  );
}
