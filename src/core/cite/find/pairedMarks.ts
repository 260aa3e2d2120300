// Pairs the signs of emphasis of languages that set the same sign before and behind the words.

/** Whether a sign, which stands between these two characters, may begin or end something. */
export type MayStand = (before: string, after: string, sign: string) => boolean;

const MOST_OPEN = 100;

/**
 * Gives for each sign that begins or ends emphasis where the other one stands; each sign at most once. Takes time
 * proportional to the length.
 *
 * @param signs Matches one sign, global.
 */
export function pairedMarks(
  text: string,
  signs: RegExp,
  mayOpen: MayStand,
  mayClose: MayStand,
): ReadonlyMap<number, { readonly other: number; readonly length: number; readonly opens: boolean }> {
  const pairs = new Map<
    number,
    { readonly other: number; readonly length: number; readonly opens: boolean }
  >();
  let open: { readonly sign: string; readonly at: number }[] = [];
  for (const { 0: sign, index: at } of text.matchAll(signs)) {
    if (sign.startsWith('\\')) continue;
    const { length } = sign;
    const before = text.charAt(at - 1);
    const after = text.charAt(at + length);
    const index = open.findLastIndex((opener) => opener.sign === sign && opener.at + length < at);
    const opener = open[index];
    if (opener !== undefined && mayClose(before, after, sign)) {
      pairs.set(opener.at, { other: at, length, opens: true });
      pairs.set(at, { other: opener.at, length, opens: false });
      open = open.slice(0, index);
    } else if (mayOpen(before, after, sign)) {
      open.push({ sign, at });
      if (open.length > MOST_OPEN) open.shift();
    }
  }
  return pairs;
}

/** Whether a character is a letter or a digit. */
export function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}_]/u.test(character);
}

export function isSpace(character: string): boolean {
  return character === '' || /\s/.test(character);
}
