// How long the event loop of this thread is held while something is done.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

export interface Held {
  /** Milliseconds by which a timer of 1 ms was late at worst; includes waiting for a core. */
  readonly latest: number;
  readonly latestP99: number;
  /** The most milliseconds of processor time that this thread spent between two beats of a timer of 1 ms. */
  readonly busiest: number;
}

export async function watch(work: () => Promise<unknown>): Promise<Held> {
  // What was compiled and loaded before does not count.
  await wait(500);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let busiest = 0;
  let before = processorTime();
  const beat = setInterval(() => {
    const now = processorTime();
    busiest = Math.max(busiest, now - before);
    before = now;
  }, 1);
  delay.enable();
  await work();
  delay.disable();
  clearInterval(beat);
  // The monitor's own interval of 1 ms is no delay.
  return { latest: delay.max / 1e6 - 1, latestP99: delay.percentile(99) / 1e6 - 1, busiest };
}

/** Of this thread, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
