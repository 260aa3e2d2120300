// What can be wrong with input. A problem is data: the rest of the input is still taken.

export interface Problem {
  readonly kind:
    'empty' | 'binary' | 'too large' | 'unreadable' | 'unknown type' | 'encoding' | 'front matter' | 'markup';
  /** Whether the input was left out, or taken with a reservation. */
  readonly outcome: 'skipped' | 'taken';
  /** The file or address that the problem is about, as the person knows it. */
  readonly where: string;
  /** One sentence that names the file and says what happened: "notes.bin is not a text file and was skipped." */
  readonly sentence: string;
}
