// Finds the other end of brackets.

/** Gives where a bracket closes that opens at an offset; undefined where it does not. */
export type ClosingBracket = (open: number) => number | undefined;

/**
 * Pairs the round, square and curly brackets of a text, each kind for itself; what stands behind a backslash is none.
 * Takes time proportional to the length, once, when the first bracket is asked for.
 */
export function bracketsOf(text: string): ClosingBracket {
  let closes: Int32Array | undefined;
  return (open) => {
    closes ??= pairs(text);
    const close = closes[open] ?? 0;
    return close > 0 ? close : undefined;
  };
}

function pairs(text: string): Int32Array {
  const closes = new Int32Array(text.length);
  const open: Readonly<Record<string, number[]>> = { ')': [], ']': [], '}': [] };
  for (const { 0: bracket, index } of text.matchAll(/\\[\s\S]|[()[\]{}]/g)) {
    if (bracket.startsWith('\\')) continue;
    const closing = bracket === '(' ? ')' : bracket === '[' ? ']' : bracket === '{' ? '}' : undefined;
    if (closing !== undefined) open[closing]?.push(index);
    else {
      const opener = open[bracket]?.pop();
      if (opener !== undefined) closes[opener] = index;
    }
  }
  return closes;
}
