// A whole library on its way out to a file and in from one, page by page.

/** Where a page of an export ended; the next one starts behind it. */
export interface ExportPlace {
  readonly part: 'file' | 'tombstone' | 'item';
  /** The last row's key; its second half is empty for items. */
  readonly after: readonly [id: number, name: string];
  /** The last source that has been written. */
  readonly lastSource: number;
  /** Items written so far, and all that there were at the beginning. */
  readonly items: number;
  readonly total: number;
}

export interface ExportPage {
  readonly lines: readonly string[];
  /** Undefined on the last page. */
  readonly end: ExportPlace | undefined;
}

/** Some lines of an exported file. */
export interface ImportPage {
  /** The file's name, for sentences about it. */
  readonly name: string;
  /** The file's first line, which says what the others mean. */
  readonly header: string;
  readonly lines: readonly string[];
  /** The number of the first of `lines` in the file, counted from 1. */
  readonly firstLine: number;
}

/** What an import changed, counted in items. */
export interface ImportCounts {
  readonly added: number;
  /** Known items that got revisions, facts or a status that were newer. */
  readonly updated: number;
  readonly unchanged: number;
}
