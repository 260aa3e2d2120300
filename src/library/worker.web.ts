// The library's thread in a web extension host.

import initSqlite from '@sqlite.org/sqlite-wasm';
import { serve, type Port } from './rpc.ts';
import { createMemoryLibrary, type MemoryEvent, type MemoryLibrary } from './saved/memoryLibrary.ts';
import type { ThreadStart } from './spawn.web.ts';
import { openWasmDatabase } from './store/wasmDatabase.web.ts';

/** Its parameter, which the package's types lack, is the module object of Emscripten. */
type InitSqlite = (module: {
  readonly wasmBinary: Uint8Array;
  readonly print: (text: string) => void;
  readonly printErr: (text: string) => void;
}) => ReturnType<typeof initSqlite>;

// The first message is SQLite; calls come when it is ready.
self.onmessage = ({ data }) => void start(data as Uint8Array);

async function start(wasm: Uint8Array): Promise<void> {
  const say = (message: ThreadStart): void => self.postMessage(message);
  try {
    const sqlite = await (initSqlite as InitSqlite)({ wasmBinary: wasm, print: silent, printErr: silent });
    const port: Port = {
      post: (message) => self.postMessage(message),
      onMessage: (listener) => (self.onmessage = ({ data }) => listener(data)),
    };
    const announce: (event: MemoryEvent) => void = serve<MemoryLibrary>(port, () =>
      createMemoryLibrary({
        open: (bytes) => openWasmDatabase(sqlite, bytes),
        now: Date.now,
        announce: (event) => announce(event),
      }),
    );
    say({ kind: 'ready' });
  } catch (error) {
    say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
}

function silent(): void {
  return undefined;
}
