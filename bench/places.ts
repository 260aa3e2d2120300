// Where the benchmark keeps its files.

import { dirname, join } from 'node:path';

/** The bundled measures lie elsewhere and are told. */
export const repository = process.env['BROADSHEET_REPOSITORY'] ?? dirname(import.meta.dirname);

/** May be deleted at any time. */
export const benchCache = join(repository, '.vscode-test/bench');

/** The library's thread, bundled as it is shipped. */
export const threadScript = join(benchCache, 'worker.node.cjs');

/** Every measure in one file. */
export const measureScript = join(benchCache, 'measure.mjs');
