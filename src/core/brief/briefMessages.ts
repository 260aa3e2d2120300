// Every message between the brief's page and the extension, in both directions, and what the page shows.

import type { BriefRange } from './briefRange.ts';
import type { Timeline } from './timeline.ts';

/** A headline as the page shows it; everything in it is plain text. */
export interface BriefHeadline {
  readonly itemId: number;
  readonly headline: string;
  /** BCP 47. */
  readonly language: string | undefined;
  /** Who published it; undefined where what stands above it says so. */
  readonly publisher: string | undefined;
  /** How long ago: "3h". */
  readonly age: string;
  readonly read: boolean;
}

export interface StoryView {
  readonly lead: BriefHeadline;
  /** The first sentences of the lead; empty where it has no text. */
  readonly summary: string;
  readonly others: readonly BriefHeadline[];
  /** "4 sources". */
  readonly coverage: string;
  /** "The Gazette, Wire and 2 others". */
  readonly publishers: string;
  readonly timeline: Timeline | undefined;
}

export interface SourceView {
  readonly sourceId: number;
  readonly title: string;
  readonly count: number;
  /** "12 new". */
  readonly counted: string;
  readonly headlines: readonly BriefHeadline[];
  /** How many more there are that the page does not show, here or among the stories. */
  readonly left: number;
}

export interface SearchView {
  readonly query: string;
  readonly found: number;
}

export interface RangeView {
  readonly range: BriefRange;
  /** "Since 08:15". */
  readonly label: string;
}

export interface BriefPage {
  /** "Tuesday 24 November 2026". */
  readonly date: string;
  readonly ranges: readonly RangeView[];
  readonly range: BriefRange;
  /** "124 new headlines in 9 sources". */
  readonly counted: string;
  /** Above everything, where there is something to be said. */
  readonly note: string | undefined;
  /** In the place of the news, where there are none. */
  readonly empty: EmptyView | undefined;
  readonly stories: readonly StoryView[];
  readonly sources: readonly SourceView[];
  /** How many sources with news the page does not show. */
  readonly sourcesLeft: number;
  readonly searches: readonly SearchView[];
}

export interface EmptyView {
  readonly sentence: string;
  readonly detail: string;
  readonly actions: readonly BriefAction[];
}

/** What an empty page offers. */
export type BriefAction = 'refresh' | 'addFeed' | 'openSample';

export type ToBrief =
  | { readonly kind: 'page'; readonly page: BriefPage }
  /** Read or not changed for these items. */
  | { readonly kind: 'status'; readonly itemIds: readonly number[]; readonly read: boolean }
  /** More arrived since the page was made; undefined when there is nothing more. */
  | { readonly kind: 'arrived'; readonly sentence: string | undefined }
  /** What was done, and whether it can be taken back. */
  | { readonly kind: 'done'; readonly sentence: string; readonly undo: boolean }
  /** Instead of a page: one sentence that says why there is none. */
  | { readonly kind: 'notice'; readonly sentence: string };

export type FromBrief =
  /** The script runs and wants its page. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly itemId: number; readonly beside: boolean }
  | { readonly kind: 'range'; readonly range: BriefRange }
  /** Of one source, or all where undefined. */
  | { readonly kind: 'mark read'; readonly sourceId: number | undefined }
  | { readonly kind: 'undo' }
  | { readonly kind: 'seen' }
  /** The person wants what arrived since the page was made. */
  | { readonly kind: 'renew' }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'show source'; readonly sourceId: number }
  | { readonly kind: 'act'; readonly action: BriefAction };
