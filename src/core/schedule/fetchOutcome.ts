// What asking a server for a feed or a page can end in.

/** What a server wants to hear again to say that nothing has changed (RFC 9110, section 8.8), word for word. */
export interface Validators {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

export type FailureReason =
  | 'address'
  | 'offline'
  | 'host not found'
  | 'unreachable'
  | 'refused'
  | 'certificate'
  | 'proxy'
  | 'timeout'
  | 'too slow'
  | 'too large'
  | 'redirect loop'
  | 'forbidden redirect'
  | 'interrupted'
  | 'unreadable'
  /** A browser keeps from us what another site does not let it read, and does not say whether that was it. */
  | 'blocked'
  | 'status'
  | 'aborted';

/** What an answer with a body and one without have in common. */
interface Answered {
  /** Where the answer came from in the end. */
  readonly finalUrl: string;
  /** Where it moved for good: the address behind the last of the permanent redirects (301, 308) it began with. */
  readonly movedTo: string | undefined;
  readonly validators: Validators | undefined;
  /** Seconds for which the server says that the answer stays good. */
  readonly cacheFor: number | undefined;
}

export interface FreshAnswer extends Answered {
  readonly kind: 'fresh';
  readonly status: number;
  /** Without compression; a buffer of its own, so that it may be handed to another thread. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string | undefined;
}

export interface UnchangedAnswer extends Answered {
  readonly kind: 'unchanged';
}

/** Every `sentence` names the host, never the whole address, which can hold a secret. */
export type FetchOutcome =
  | FreshAnswer
  | UnchangedAnswer
  | { readonly kind: 'gone'; readonly sentence: string }
  | WaitAnswer
  /** Its host asked for a pause when it was asked for something else, so this was not even tried. */
  | { readonly kind: 'postponed'; readonly milliseconds: number; readonly sentence: string }
  | { readonly kind: 'unauthorized'; readonly status: 401 | 403; readonly sentence: string }
  | FetchFailure;

export interface WaitAnswer {
  readonly kind: 'wait';
  readonly status: 429 | 503;
  /** How long the server asks to be left alone, if it says so. */
  readonly milliseconds: number | undefined;
  readonly sentence: string;
}

export interface FetchFailure {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  /** The HTTP status, where there was one. */
  readonly status: number | undefined;
  readonly sentence: string;
}
