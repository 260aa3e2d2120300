// Where a block goes in a note.

/**
 * Gives what to insert so that a block stands alone: an empty line before it and after it, and no more of them than
 * needed.
 *
 * @param before The note up to the cursor; its last lines are enough.
 * @param after The note behind the cursor; its first lines are enough.
 * @param block Lines that end with a line end.
 */
export function insertionAt(before: string, after: string, block: string): string {
  const emptyLines = /\s*$/.exec(before)?.[0].split('\n').length ?? 1;
  const opening = before.trim() === '' ? '' : '\n'.repeat(Math.max(0, 3 - emptyLines));
  const closing = after.trim() === '' || /^[^\S\n]*\n/.test(after) ? '' : '\n';
  return opening + block + closing;
}
