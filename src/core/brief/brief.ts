// What a morning brief is made of: the new items of the library by story, by source and by saved search.

import type { ItemId, SourceId } from '../model/ids.ts';
import type { Headline } from '../model/item.ts';

/** What is new in the library; everything in it is the library's own. Times are milliseconds since 1970. */
export interface Brief {
  /** The brief is of what arrived after this. */
  readonly since: number;
  /** When it was asked for: where the next one begins. */
  readonly until: number;
  /** Where the last brief ended; undefined before the first one. */
  readonly seenAt: number | undefined;
  /** Whether the library has a source. */
  readonly hasSources: boolean;
  /** What arrived and is unread, the newest first. */
  readonly ids: readonly ItemId[];
  /** Whether more arrived than a brief is made of; then it is of the newest. */
  readonly isCut: boolean;
  /** What several publishers report, the most covered first. */
  readonly stories: readonly BriefStory[];
  /** By title. */
  readonly sources: readonly BriefSource[];
  /** In the order in which they were kept. */
  readonly searches: readonly BriefSearch[];
}

export interface BriefStory {
  /** The headlines to show, the one to begin with first. */
  readonly headlines: readonly Headline[];
  /** The names of those who published it, the first first. */
  readonly publishers: readonly string[];
  /** The oldest first. */
  readonly reports: readonly Report[];
}

/** That something was published, by whom and when. */
export interface Report {
  readonly at: number;
  readonly publisher: string;
  /** Whether it arrived since the last brief and is unread. */
  readonly isNew: boolean;
}

export interface BriefSource {
  readonly sourceId: SourceId;
  readonly title: string;
  /** All that is new in it, the newest first. */
  readonly ids: readonly ItemId[];
  /** The newest of those that are in no story above. */
  readonly headlines: readonly Headline[];
}

export interface BriefSearch {
  readonly query: string;
  /** How many of the new items it finds. */
  readonly found: number;
}

/** How much is new. */
export interface NewCount {
  /** No greater than what was asked for. */
  readonly count: number;
  readonly since: number;
}
