// Changes to a text that leave all else as it is.

/** Puts `insert` in the place of `remove` UTF-16 units at `offset`; offsets count in the text before any change. */
export interface TextEdit {
  readonly offset: number;
  readonly remove: number;
  readonly insert: string;
}

/** Gives the text with all edits made; they must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const { offset, remove, insert } of edits.toSorted((one, other) => one.offset - other.offset)) {
    result += text.slice(from, offset) + insert;
    from = offset + remove;
  }
  return result + text.slice(from);
}
