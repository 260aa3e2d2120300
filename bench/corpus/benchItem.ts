// A headline, or an article, as every engine of the benchmark gets it.

export interface BenchItem {
  readonly headline: string;
  readonly outlet: string;
  /** Paragraphs, one a line; empty for a headline alone. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}
