// A document after decoding, as the parsers of its kind take it.

export interface DocumentText {
  readonly path: string;
  /** File name with its ending. */
  readonly name: string;
  /** Line ends are "\n". */
  readonly text: string;
}

/** Gives a file's name without its ending, as a headline of last resort: "port-strike.html" gives "port-strike". */
export function nameWithoutEnding(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/u, '');
}
