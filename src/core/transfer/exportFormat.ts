// The file that a library is exported to: JSON Lines, a header first and an end last, so that a file of another
// kind, of a newer version, or cut off on its way is known for what it is.

const FORMAT = 'Broadsheet library';
const VERSION = 1;

/** Gives the first line. @param exported When, as an ISO 8601 date and time. */
export function exportHeader(exported: string): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, exported });
}

/** Gives the last line. @param items How many items stand before it. */
export function exportEnd(items: number): string {
  return JSON.stringify({ type: 'end', items });
}

/** Says in a sentence why a file, `{0}`, cannot be imported; undefined where its first line is right. */
export function headerProblem(line: string): string | undefined {
  const header = /^\{"format":"([^"]*)","version":(\d+),/.exec(line);
  if (header?.[1] !== FORMAT) {
    return '{0} is not a library that Broadsheet exported. Choose a file that “Export Library…” wrote.';
  }
  return Number(header[2]) > VERSION
    ? '{0} was exported by a newer version of Broadsheet. Update Broadsheet to import it.'
    : undefined;
}

/** Gives the number of items of a whole file from its last line; undefined where the file was cut off before it. */
export function itemsAtEnd(line: string): number | undefined {
  const end = /^\{"type":"end","items":(\d+)\}$/.exec(line.trim());
  return end === null ? undefined : Number(end[1]);
}
