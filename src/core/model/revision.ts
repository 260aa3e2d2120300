// The versions of an article.

/** One version, without its text. */
export interface RevisionSummary {
  /** Counts from 1; the highest is not always the current one. */
  readonly ordinal: number;
  readonly headline: string;
  readonly wordCount: number;
  /** When it was taken in, in milliseconds since 1970. */
  readonly seenAt: number;
  readonly isCurrent: boolean;
}

export interface Revision extends RevisionSummary {
  readonly html: string;
  readonly text: string;
}
