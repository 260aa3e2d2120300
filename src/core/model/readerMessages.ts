// Every message between the reader's page and the extension, in both directions.

/** What the page shows; all fields but `html` are plain text. */
export interface ReaderPage {
  readonly itemId: number;
  readonly headline: string;
  readonly byline: string | undefined;
  /** Where it was published, or else the source; undefined where neither says anything. */
  readonly source: string | undefined;
  /** The date in words, and the machine-readable one for the time element. */
  readonly date: { readonly text: string; readonly iso: string } | undefined;
  /** "4 min read"; undefined where there are no words to read. */
  readonly readingTime: string | undefined;
  /** A remark above the body, such as that the headline was taken from the first sentence. */
  readonly note: string | undefined;
  /** http or https address of the original. */
  readonly url: string | undefined;
  readonly language: string | undefined;
  readonly html: string;
  /** The plain text that `html` was found to have when it was taken in; offsets count in it. */
  readonly text: string;
  /** Offset in the article's text to scroll to. */
  readonly position: number;
  /** A passage to show and highlight, as offsets in the article's text. */
  readonly passage: readonly [start: number, end: number] | undefined;
}

export type ReaderAction = 'quote' | 'copy';

export type ToReader =
  | { readonly kind: 'page'; readonly page: ReaderPage }
  /** A passage of the page that is shown. */
  | { readonly kind: 'passage'; readonly passage: readonly [start: number, end: number] }
  /** Instead of a page: one sentence that says why there is none. */
  | { readonly kind: 'notice'; readonly sentence: string };

/** What tells of a place in the text names its item, as the next page may already be on its way. */
export type FromReader =
  /** The script runs and wants its page. */
  | { readonly kind: 'ready' }
  /** The selected passage as offsets in the article's text; undefined when nothing is selected. */
  | {
      readonly kind: 'selection';
      readonly itemId: number;
      readonly passage: readonly [start: number, end: number] | undefined;
    }
  /** Offset in the article's text of the first visible line. */
  | { readonly kind: 'scrolled'; readonly itemId: number; readonly position: number }
  | { readonly kind: 'open link'; readonly url: string }
  | { readonly kind: 'show images' }
  | { readonly kind: 'act'; readonly action: ReaderAction };
