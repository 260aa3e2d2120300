// The clock over one exchange with a server.

export interface TimeLimits {
  /** For all of it, redirects included. */
  readonly milliseconds: number;
  /** For silence: until the answer begins, and between two parts of it. */
  readonly idleMilliseconds: number;
}

export type Stopped = 'timeout' | 'too slow' | 'aborted';

export interface RunningLimits {
  /** Ends the exchange when a limit is reached or the person has had enough. */
  readonly signal: AbortSignal;
  /** Says which it was; undefined while the exchange may go on. */
  stopped(): Stopped | undefined;
  /** Something was heard, or asked anew. */
  alive(): void;
  /** Gives what the promise gives, or rejects as soon as the exchange is to end. */
  within<T>(promise: Promise<T>): Promise<T>;
  /** To be called when the exchange is over. */
  end(): void;
}

/** Starts the clock: `timeout` is a silence, `too slow` an answer that takes too long altogether. */
export function startLimits(limits: TimeLimits, outer: AbortSignal): RunningLimits {
  const controller = new AbortController();
  let reason: Stopped | undefined;
  const stop = (why: Stopped): void => {
    reason ??= why;
    controller.abort(new Error(why));
  };
  const abort = (): void => stop('aborted');
  const total = setTimeout(() => stop('too slow'), limits.milliseconds);
  const awaitSilence = () => setTimeout(() => stop('timeout'), limits.idleMilliseconds);
  let idle = awaitSilence();
  outer.addEventListener('abort', abort, { once: true });
  if (outer.aborted) abort();
  return {
    signal: controller.signal,
    stopped: () => reason,
    alive() {
      clearTimeout(idle);
      if (reason === undefined) idle = awaitSilence();
    },
    within: (promise) =>
      new Promise((resolve, reject) => {
        const give = (): void => reject(new Error(reason));
        controller.signal.addEventListener('abort', give, { once: true });
        void promise
          .then(resolve, reject)
          .finally(() => controller.signal.removeEventListener('abort', give));
      }),
    end() {
      clearTimeout(total);
      clearTimeout(idle);
      outer.removeEventListener('abort', abort);
    },
  };
}
