// Where a block goes in a note.

/** What happens at the cursor: as many characters before it as `replaces` says give way to the text. */
export interface Insertion {
  readonly replaces: number;
  readonly text: string;
}

/** A list's marker with the spaces before and behind it (CommonMark § 5.2). */
const MARKER = /^([ \t]*(?:[-*+]|\d{1,9}[.)]))([ \t]+|$)/;

/** An indent of so many columns makes code (CommonMark § 4.4). */
const CODE = 4;

/**
 * Gives what to insert so that a block stands alone: an empty line before it and after it, and no more of them than
 * needed. On a line that is only indented, the block stays in the list item to which that indent belongs; elsewhere
 * it takes the indent's place, as it would be code otherwise.
 *
 * @param before The note up to the cursor; its last lines are enough.
 * @param after The note behind the cursor; its first lines are enough.
 * @param block Lines that end with a line end.
 */
export function insertionAt(before: string, after: string, block: string): Insertion {
  const lineStart = before.lastIndexOf('\n') + 1;
  const indent = before.slice(lineStart);
  const replaces = /^[ \t]+$/.test(indent) ? indent.length : 0;
  const kept = before.slice(0, before.length - replaces);
  const lines = replaces === 0 ? block : indented(block, listIndent(kept.split('\n').slice(0, -1), indent));
  const emptyLines = /\s*$/.exec(kept)?.[0].split('\n').length ?? 1;
  const opening = kept.trim() === '' ? '' : '\n'.repeat(Math.max(0, 3 - emptyLines));
  const closing = after.trim() === '' || /^[^\S\n]*\n/.test(after) ? '' : '\n';
  return { replaces, text: opening + lines + closing };
}

/** Gives the indent of the list item that a line with this indent continues; nothing where it continues none. */
function listIndent(linesAbove: readonly string[], indent: string): string {
  const width = columns(indent);
  for (const line of linesAbove.toReversed()) {
    if (line.trim() === '') continue;
    const [, marker, space = ''] = MARKER.exec(line) ?? [];
    if (marker !== undefined) {
      const behind = columns(marker + space);
      const content = space === '' || behind - columns(marker) > CODE ? columns(marker) + 1 : behind;
      if (content <= width) return width - content < CODE ? indent : ' '.repeat(content);
    } else if (columns(/^[ \t]*/.exec(line)?.[0] ?? '') < width) return '';
  }
  return '';
}

function indented(block: string, indent: string): string {
  return block.replace(/^(?=[^\n])/gm, indent);
}

/** The width of a text in columns; a tab goes to the next multiple of four (CommonMark § 2.2). */
function columns(text: string): number {
  let width = 0;
  for (const character of text) width += character === '\t' ? 4 - (width % 4) : 1;
  return width;
}
