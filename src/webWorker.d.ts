// The little of a web worker's surroundings that *.web.ts files use and that Node's types lack.

interface WorkerMessage {
  readonly data: unknown;
}

interface WorkerFault {
  readonly message: string;
}

declare class Worker {
  /** Runs the script at an address, which in an extension host is one that `URL.createObjectURL` gave. */
  constructor(script: string, options?: { readonly name?: string });
  onmessage: ((message: WorkerMessage) => void) | null;
  onerror: ((fault: WorkerFault) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

/** The worker's own scope, seen from inside. */
declare const self: {
  onmessage: ((message: WorkerMessage) => void) | null;
  postMessage(message: unknown): void;
};
