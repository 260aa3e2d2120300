// How long a source's items are kept.

import type { SourceId } from './ids.ts';

/** Undefined is without limit; where both are set, an item must keep within both. */
export interface Retention {
  /** Items whose date is further back than this many days leave. */
  readonly days: number | undefined;
  /** All but this many of the newest leave. */
  readonly newest: number | undefined;
}

export const KEEP_EVERYTHING: Retention = { days: undefined, newest: undefined };

/** What retention took out of one source. */
export interface Removal {
  readonly sourceId: SourceId;
  readonly sourceTitle: string;
  /** Headlines of what was removed, in the order of the list. */
  readonly headlines: readonly string[];
}
