// A feed that is followed.

import type { FetchState } from '../schedule/fetchState.ts';
import type { SourceId } from './ids.ts';

/** Names of folders from the outermost to the innermost; empty for a feed that stands in none. */
export type FolderPath = readonly string[];

export interface NewSubscription {
  readonly url: string;
  readonly title: string;
  /** The website that the feed is of. */
  readonly homeUrl: string | undefined;
  readonly folder: FolderPath;
}

export interface Subscription extends NewSubscription {
  readonly sourceId: SourceId;
  /** Whether the pages of its articles are fetched as soon as they arrive, rather than when one is opened. */
  readonly fullText: boolean;
  readonly state: FetchState;
}

/** What the person can change about a feed. */
export interface SubscriptionChange {
  readonly sourceId: SourceId;
  readonly title?: string;
  readonly folder?: FolderPath;
  readonly fullText?: boolean;
}

/** What a fetched address turned out to be. */
export type Inspection =
  | {
      readonly kind: 'feed';
      readonly title: string | undefined;
      readonly homeUrl: string | undefined;
      readonly entries: number;
    }
  | {
      readonly kind: 'page';
      /** The page's headline, or its title. */
      readonly title: string | undefined;
      /** Feeds that it tells of, the best first. */
      readonly feeds: readonly OfferedFeed[];
      /** Addresses at which its site may have a feed all the same. */
      readonly guesses: readonly string[];
      /** Whether there is an article on it. */
      readonly isArticle: boolean;
    }
  | { readonly kind: 'neither'; readonly sentence: string };

export interface OfferedFeed {
  readonly url: string;
  readonly title: string | undefined;
}

/** The body of a web server's answer. */
export interface WebAnswer {
  readonly bytes: Uint8Array;
  /** The header: "text/html; charset=utf-8". */
  readonly contentType: string | undefined;
  /** Where it came from in the end. */
  readonly url: string;
  /** What was asked for, where redirects led on from there. */
  readonly askedFor?: string;
}
