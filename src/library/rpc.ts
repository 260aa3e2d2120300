// An interface across threads. Every call settles: with what the other side gives
// or throws, or with an error when the connection ends first.

import { errorOf, errorSentence, type Sentence } from '../core/model/userError.ts';

/** One end of a channel between two threads; messages are copied as by `structuredClone`. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** An interface all of whose members are functions that give promises. */
export type Remote<T> = { [M in keyof T]: (...values: never[]) => Promise<unknown> };

/** The same interface where it is implemented: a function may give its result at once. */
export type Implementation<T extends Remote<T>> = {
  readonly [M in keyof T]: (
    ...values: Parameters<T[M]>
  ) => Awaited<ReturnType<T[M]>> | Promise<Awaited<ReturnType<T[M]>>>;
};

export interface Connection<T> {
  readonly remote: T;
  /** Refuses every later call, and rejects those under way. */
  close(reason: Error): void;
}

interface Call {
  readonly kind: 'call';
  readonly id: number;
  readonly method: string;
  readonly values: readonly unknown[];
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Failure {
  /** Of a `UserError`; undefined for any other. */
  readonly sentence: Sentence | undefined;
  readonly message: string;
  readonly stack: string | undefined;
}

type Reply =
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure };

interface Event {
  readonly kind: 'event';
  readonly event: unknown;
}

/**
 * Makes an interface on this side whose calls run on the other.
 *
 * @param open Opens the channel; called at the first call, and again at the first one after it broke. It is given a
 * function to say that the channel broke, which rejects every call under way.
 * @param methods The names of all functions, given as an object so that the compiler misses none.
 * @param onEvent Called with whatever the other side announces.
 */
export function connect<T extends Remote<T>>(
  open: (broken: (reason: Error) => void) => Port,
  methods: Readonly<Record<keyof T & string, true>>,
  onEvent: (event: unknown) => void,
): Connection<T> {
  const waiting = new Map<number, Waiting>();
  let port: Port | undefined;
  let refusal: Error | undefined;
  let lastId = 0;

  const settle = (message: unknown): void => {
    const received = message as Reply | Event;
    if (received.kind === 'event') {
      onEvent(received.event);
      return;
    }
    const call = waiting.get(received.id);
    waiting.delete(received.id);
    if (received.kind === 'reply') call?.resolve(received.value);
    else call?.reject(toError(received.failure));
  };

  const rejectAll = (reason: Error): void => {
    port = undefined;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };

  const opened = (): Port => {
    if (port === undefined) {
      port = open(rejectAll);
      port.onMessage(settle);
    }
    return port;
  };

  const callOf =
    (method: string) =>
    (...values: readonly unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (refusal !== undefined) {
          reject(refusal);
          return;
        }
        const id = ++lastId;
        opened().post({ kind: 'call', id, method, values } satisfies Call);
        waiting.set(id, { resolve, reject });
      });

  return {
    remote: Object.fromEntries(
      Object.keys(methods).map((method) => [method, callOf(method)]),
    ) as unknown as T,
    close(reason) {
      refusal = reason;
      rejectAll(reason);
    },
  };
}

/**
 * Answers the other side's calls, one after the other.
 *
 * @param open Gives the implementation; called at the first call, and again at the next one if it throws, so that
 * every caller learns why.
 * @returns A function that announces an event to the other side.
 */
export function serve<T extends Remote<T>>(
  port: Port,
  open: () => Implementation<T>,
): (event: unknown) => void {
  let implementation: Implementation<T> | undefined;

  const answer = async ({ id, method, values }: Call): Promise<Reply> => {
    try {
      implementation ??= open();
      const run = implementation[method as keyof T] as (...given: readonly unknown[]) => unknown;
      return { kind: 'reply', id, value: await run(...values) };
    } catch (error) {
      return { kind: 'failure', id, failure: toFailure(error) };
    }
  };

  const reply = async (call: Call): Promise<void> => {
    const message = await answer(call);
    try {
      port.post(message);
    } catch (error) {
      // What the call gave cannot be copied to the other thread.
      port.post({ kind: 'failure', id: call.id, failure: toFailure(error) } satisfies Reply);
    }
  };

  port.onMessage((message) => void reply(message as Call));
  return (event) => port.post({ kind: 'event', event } satisfies Event);
}

function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { sentence: undefined, message: String(error), stack: undefined };
  return { sentence: errorSentence(error), message: error.message, stack: error.stack };
}

function toError({ sentence, message, stack }: Failure): Error {
  const error = sentence === undefined ? new Error(message) : errorOf(sentence);
  if (stack !== undefined) error.stack = stack;
  return error;
}
