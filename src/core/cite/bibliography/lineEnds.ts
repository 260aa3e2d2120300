// How the lines of a file end.

/** Gives the line end that a text has more of; "\n" where it has none. */
export function lineEnd(text: string): '\n' | '\r\n' {
  const all = text.match(/\n/gu)?.length ?? 0;
  const windows = text.match(/\r\n/gu)?.length ?? 0;
  return windows > all / 2 ? '\r\n' : '\n';
}

/**
 * Gives what to insert behind a text so that lines begin on a line of their own, with an empty line before them
 * where `parted` says so, and all in the text's line ends.
 *
 * @param before The text up to the place.
 * @param lines Without a line end at the end.
 */
export function asOwnLines(before: string, lines: string, parted: boolean): string {
  const end = lineEnd(before);
  const isStart = before.replace(/^\uFEFF/u, '') === '';
  const atLineStart = isStart || before.endsWith('\n');
  const afterEmpty = isStart || /(?:^\uFEFF?|\n)[ \t]*\r?\n$/u.test(before);
  const opening = `${atLineStart ? '' : end}${parted && !afterEmpty ? end : ''}`;
  return `${opening}${lines.replaceAll('\n', end)}${end}`;
}
