// A feed as its publisher wrote it, whatever its format, and the items that the library takes from it.

import type { ParsedItem } from './document.ts';
import type { Enclosure } from './item.ts';
import type { Problem } from './problem.ts';

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json';

export interface Feed {
  /** Undefined where the file is no feed; `problems` says what it is. */
  readonly format: FeedFormat | undefined;
  /** The version that the file names: "2.0", "1.1"; undefined where it names none. */
  readonly version: string | undefined;
  /** Plain text in one line, as all names here. */
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** The website that the feed is of; absolute http or https, as all addresses here. */
  readonly homeUrl: string | undefined;
  /** Where the feed says that it is. */
  readonly selfUrl: string | undefined;
  /** Where a podcast says that it has moved to for good. */
  readonly movedTo: string | undefined;
  /** BCP 47 tag. */
  readonly language: string | undefined;
  readonly image: string | undefined;
  /** The licence's address, or else the publisher's words about rights. */
  readonly licence: string | undefined;
  readonly rhythm: FeedRhythm;
  readonly entries: readonly FeedEntry[];
  readonly problems: readonly Problem[];
}

/** How often the publisher says that the feed changes, and when it never does. */
export interface FeedRhythm {
  /** Minutes that a copy stays fresh. */
  readonly ttl: number | undefined;
  /** Hours of the day in UTC, 0 to 23, in which nothing is published. */
  readonly skipHours: readonly number[];
  /** English names: "Saturday". */
  readonly skipDays: readonly string[];
  readonly updatePeriod: 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly' | undefined;
  /** Updates in each period; 1 where only the period is said. */
  readonly updateFrequency: number | undefined;
}

/** A text of which the feed says, or leaves open, what its characters mean. */
export interface FeedText {
  /** 'unsaid': plain text or HTML, as RSS has it. */
  readonly kind: 'text' | 'html' | 'markdown' | 'unsaid';
  readonly value: string;
  /** Under which its relative addresses stand, where the feed says so. */
  readonly baseUrl: string | undefined;
  readonly language: string | undefined;
}

export interface FeedPerson {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly url: string | undefined;
}

export interface FeedLink {
  readonly url: string;
  /** "alternate" where the feed says nothing else. */
  readonly rel: string;
  readonly type: string | undefined;
  readonly title: string | undefined;
}

export interface FeedCategory {
  readonly name: string;
  readonly scheme: string | undefined;
}

export interface FeedPlace {
  /** Degrees, north and east positive. */
  readonly latitude: number;
  readonly longitude: number;
  readonly name: string | undefined;
}

export interface FeedEntry {
  /** As written: Atom id, RSS guid, RDF about. */
  readonly id: string | undefined;
  readonly title: FeedText | undefined;
  /** The page that a reader would open. */
  readonly url: string | undefined;
  readonly links: readonly FeedLink[];
  readonly authors: readonly FeedPerson[];
  /** ISO 8601 with the precision and offset that the publisher gave; when it was updated where only that is said. */
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly categories: readonly FeedCategory[];
  readonly section: string | undefined;
  readonly enclosures: readonly Enclosure[];
  readonly image: string | undefined;
  readonly content: FeedText | undefined;
  readonly summary: FeedText | undefined;
  readonly language: string | undefined;
  readonly licence: string | undefined;
  /** The feed or publication that the entry was taken over from. */
  readonly source: { readonly title: string | undefined; readonly url: string | undefined } | undefined;
  readonly comments: { readonly url: string | undefined; readonly count: number | undefined } | undefined;
  readonly inReplyTo: string | undefined;
  readonly place: FeedPlace | undefined;
}

/** An entry as the library takes it in. */
export interface FeedItem extends ParsedItem {
  /** ISO 8601; undefined where it is the same as `published`. */
  readonly updated: string | undefined;
  readonly section: string | undefined;
  readonly licence: string | undefined;
  readonly image: string | undefined;
  /** The page with readers' comments. */
  readonly commentsUrl: string | undefined;
  /** Whether the feed gives less than the article: its page may have the whole. */
  readonly isExtract: boolean;
}
