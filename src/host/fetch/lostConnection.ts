// Tells feeds that cannot be reached from a computer that is offline: such outcomes are held back until it is clear.

import type { FailureReason, FetchOutcome } from '../../core/schedule/fetchOutcome.ts';
import { fetchFailure } from './fetchFailure.ts';
import type { FetchLimits } from './fetchResource.ts';
import { isIpAddress, isLocalName, isPrivateAddress } from './privateAddress.ts';

export interface LostConnection<F> {
  /** Hands the outcome on, now or when it is clear whose fault it is. */
  take(feed: F, outcome: FetchOutcome, host: string): Promise<void>;
  /** Hands on what is still held back, unless the connection is lost. */
  finish(): Promise<void>;
  isLost(): boolean;
}

export interface LostConnectionPorts<F> {
  readonly isOnline: (() => Promise<boolean>) | undefined;
  readonly hand: (feed: F, outcome: FetchOutcome) => Promise<void>;
  readonly limits: FetchLimits;
  readonly onOffline: () => void;
}

/** Hosts that cannot be reached in a row after which the connection is in doubt. */
const SEVERAL = 5;

/** What being offline looks like, and a dead site as well. */
const DOUBTFUL: ReadonlySet<FailureReason> = new Set(['offline', 'host not found', 'unreachable']);
/** Failures that only a server can bring about. */
const ANSWERED: ReadonlySet<FailureReason> = new Set([
  'status',
  'too large',
  'too slow',
  'redirect loop',
  'forbidden redirect',
]);

interface Held<F> {
  readonly feed: F;
  readonly outcome: FetchOutcome;
  readonly host: string;
}

/** Starts without doubt. Any answer from the internet ends a doubt. */
export function createLostConnection<F>(ports: LostConnectionPorts<F>): LostConnection<F> {
  let held: Held<F>[] = [];
  let enough = SEVERAL;
  let lost = false;

  const release = async (): Promise<void> => {
    const released = held;
    held = [];
    for (const { feed, outcome, host } of released)
      await ports.hand(feed, asItsOwn(outcome, host, ports.limits));
  };
  const doubt = async (otherwise: boolean): Promise<void> => {
    const online = ports.isOnline === undefined ? otherwise : await ports.isOnline();
    if (online) await release();
    else if (held.length > 0) {
      lost = true;
      ports.onOffline();
    }
  };

  return {
    async take(feed, outcome, host) {
      if (isDoubtful(outcome)) {
        held.push({ feed, outcome, host });
        if (new Set(held.map((one) => one.host)).size < enough) return;
        // A list with many dead sites shall not be asked about after every few of them.
        enough *= 2;
        return doubt(false);
      }
      if (isAnswered(outcome) && isOutside(host)) await release();
      return ports.hand(feed, outcome);
    },
    finish: () => (held.length === 0 || lost ? Promise.resolve() : doubt(true)),
    isLost: () => lost,
  };
}

function isDoubtful(outcome: FetchOutcome): boolean {
  return outcome.kind === 'failed' && DOUBTFUL.has(outcome.reason);
}

function isAnswered(outcome: FetchOutcome): boolean {
  if (outcome.kind === 'failed') return ANSWERED.has(outcome.reason);
  return outcome.kind !== 'postponed';
}

/** This computer and its network answer also when they are cut off. */
function isOutside(host: string): boolean {
  return !isLocalName(host) && !(isIpAddress(host) && isPrivateAddress(host));
}

/** While others answer, it is not this computer that is offline. */
function asItsOwn(outcome: FetchOutcome, host: string, limits: FetchLimits): FetchOutcome {
  return outcome.kind === 'failed' && outcome.reason === 'offline'
    ? fetchFailure('unreachable', host, limits)
    : outcome;
}
