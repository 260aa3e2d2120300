// SQLite in WebAssembly as a browser has it, in Node.

import initSqlite from '@sqlite.org/sqlite-wasm';
import type { OpenMemoryDatabase } from '../../../src/library/store/memoryDatabase.ts';
import { openWasmDatabase } from '../../../src/library/store/wasmDatabase.web.ts';

const sqlite = await initSqlite();

export const openMemory: OpenMemoryDatabase = (bytes) => openWasmDatabase(sqlite, bytes);
