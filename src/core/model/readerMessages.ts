// Every message between the reader's page and the extension, in both directions.

/** A date in words, and the machine-readable one for the time element. */
export interface DateInWords {
  readonly text: string;
  readonly iso: string;
}

/** Whether the whole text of an article can be had from its page, of which its source gives less. */
export type FullTextState =
  /** There is nothing to say: the text is whole, or nobody wants more. */
  | { readonly kind: 'none' }
  /** The person may ask for it. */
  | { readonly kind: 'offered' }
  /** It is on its way from this host. */
  | { readonly kind: 'loading'; readonly host: string }
  /** One sentence says why it did not come; the person may try again. */
  | { readonly kind: 'failed'; readonly sentence: string };

/** How the text is set. */
export interface Typography {
  readonly font: 'serif' | 'sans-serif' | 'editor';
  /** In pixels. */
  readonly fontSize: number;
  /** In heights of the font. */
  readonly lineHeight: number;
  /** The longest line, in widths of the digit 0. */
  readonly width: number;
  readonly justify: boolean;
  readonly hyphenate: boolean;
}

/** Another article that the page has a link to; its text is plain. */
export interface RelatedStory {
  readonly itemId: number;
  readonly headline: string;
  /** Where and when it was published: "The Example", "8 October 2025". */
  readonly facts: readonly string[];
  readonly language: string | undefined;
}

/** What the page shows; all fields but `html` are plain text. */
/** A file that belongs to an article. */
export interface FileInWords {
  /** http or https address. */
  readonly url: string;
  /** "Recording · 34 min · 12 MB" */
  readonly text: string;
}

export interface ReaderPage {
  readonly itemId: number;
  readonly headline: string;
  readonly byline: string | undefined;
  /** Where it was published, or else the source; undefined where neither says anything. */
  readonly source: string | undefined;
  readonly date: DateInWords | undefined;
  /** When its publisher changed it after that. */
  readonly updated: DateInWords | undefined;
  /** How many versions of it there are to compare. */
  readonly versions: number;
  /** Which version this is, as a sentence; undefined for the current one. */
  readonly version: string | undefined;
  /** "4 min read"; undefined where there are no words to read. */
  readonly readingTime: string | undefined;
  /** A remark above the body, such as that the headline was taken from the first sentence. */
  readonly note: string | undefined;
  readonly fullText: FullTextState;
  /** http or https address of the original. */
  readonly url: string | undefined;
  /** Recordings and other files that belong to it. */
  readonly files: readonly FileInWords[];
  readonly language: string | undefined;
  readonly html: string;
  /** The plain text that `html` was found to have when it was taken in; offsets count in it. */
  readonly text: string;
  /** Offset in the article's text to scroll to. */
  readonly position: number;
  /** A passage to show and highlight, as offsets in the article's text. */
  readonly passage: readonly [start: number, end: number] | undefined;
  /** Whether the page is to tell when it has been read to its end. */
  readonly tellsEnd: boolean;
}

/** What is done with a selected passage. */
export type ReaderAction = 'quote' | 'copy' | 'clip' | 'copy link' | 'search';

export type ToReader =
  | { readonly kind: 'page'; readonly page: ReaderPage }
  | { readonly kind: 'typography'; readonly typography: Typography }
  /** Whether the next article opens in another tab; remembered with the page. */
  | { readonly kind: 'kept'; readonly kept: boolean }
  /** The same story elsewhere, and what is most like it. */
  | {
      readonly kind: 'related';
      readonly itemId: number;
      readonly sameStory: readonly RelatedStory[];
      readonly similar: readonly RelatedStory[];
    }
  /** In how many notes the article is cited. */
  | { readonly kind: 'cited'; readonly itemId: number; readonly notes: number }
  /** Scrolls one page on, or one back. */
  | { readonly kind: 'scroll'; readonly pages: 1 | -1 }
  /** A passage of the page that is shown. */
  | { readonly kind: 'passage'; readonly passage: readonly [start: number, end: number] }
  /** The passages of the page that is shown which the person has clipped. */
  | {
      readonly kind: 'clippings';
      readonly itemId: number;
      readonly passages: readonly (readonly [start: number, end: number])[];
    }
  /** What became of the whole text of the page that is shown. */
  | { readonly kind: 'full text'; readonly itemId: number; readonly state: FullTextState }
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
  | { readonly kind: 'get full text' }
  | { readonly kind: 'compare versions' }
  | { readonly kind: 'choose version' }
  | { readonly kind: 'show current version' }
  /** The end is near enough to show what may be read after it. */
  | { readonly kind: 'wants related'; readonly itemId: number }
  | { readonly kind: 'read to the end'; readonly itemId: number }
  /** The person scrolls on where nothing is left of the page. */
  | { readonly kind: 'past the end' }
  /** A link to another article. */
  | { readonly kind: 'open item'; readonly itemId: number; readonly beside: boolean }
  | { readonly kind: 'go'; readonly to: 'previous' | 'next' }
  | { readonly kind: 'show citing notes' }
  | { readonly kind: 'keep open' }
  | { readonly kind: 'act'; readonly action: ReaderAction };
