// Work on many hosts: some at once, few for each host, and no host waits behind another's long line.

export interface TurnLimits {
  /** How many at once. */
  readonly total: number;
  /** How many of them for one host. */
  readonly perHost: number;
}

/** Runs the work when its turn has come, and gives what it gives. */
export type InTurn = <T>(host: string, work: () => Promise<T>) => Promise<T>;

interface Line {
  running: number;
  readonly waiting: (() => void)[];
}

/** Makes a queue of its own, in which the hosts take turns. */
export function createTurns({ total, perHost }: TurnLimits): InTurn {
  const lines = new Map<string, Line>();
  /** The hosts that have work waiting and may begin some of it, in the order of their turns. */
  const ready = new Set<string>();
  let running = 0;

  const start = (): void => {
    for (const host of ready) {
      if (running >= total) return;
      ready.delete(host);
      const line = lines.get(host);
      const begin = line?.waiting.shift();
      if (line === undefined || begin === undefined) continue;
      running++;
      line.running++;
      stand(host, line);
      begin();
    }
  };
  /** Goes to the end of the hosts' own line, if it is its turn again at all. */
  const stand = (host: string, line: Line): void => {
    if (line.waiting.length > 0 && line.running < perHost) ready.add(host);
    if (line.waiting.length === 0 && line.running === 0) lines.delete(host);
  };

  return async (host, work) => {
    const line = lines.get(host) ?? { running: 0, waiting: [] };
    lines.set(host, line);
    await new Promise<void>((begin) => {
      line.waiting.push(begin);
      stand(host, line);
      start();
    });
    try {
      return await work();
    } finally {
      running--;
      line.running--;
      stand(host, line);
      start();
    }
  };
}
