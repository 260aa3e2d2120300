// Shortens a line without breaking a word.

const MARKS_AT_END = /[\s\p{Pd}\p{Po}\p{Ps}\p{Pi}]+$/u;

/**
 * Gives the line itself if it is no longer than `limit` UTF-16 units; else its beginning up to a word's end
 * with "…" behind it, no longer than `limit` together. Text without spaces is cut between characters.
 *
 * @example "The bridge, closed since May, reopens", 14 gives "The bridge…".
 */
export function cutAtWord(line: string, limit: number): string {
  if (line.length <= limit) return line;
  const kept = line.slice(0, wholeCharacters(line, limit - 1));
  const atSpace = /\s/u.test(line.charAt(kept.length)) ? kept.length : kept.search(/\s\S*$/u);
  const words = atSpace > limit / 2 ? kept.slice(0, atSpace) : kept;
  return `${words.replace(MARKS_AT_END, '')}…`;
}

function wholeCharacters(line: string, end: number): number {
  const insidePair = /[\uDC00-\uDFFF]/.test(line.charAt(end)) && /[\uD800-\uDBFF]/.test(line.charAt(end - 1));
  return insidePair ? end - 1 : end;
}
