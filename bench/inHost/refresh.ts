// Measures how a refresh holds the event loop of a real extension host; prints the result.

import { build as buildExtension } from '../../esbuild.mjs';
import type { Held } from '../measures/watch.ts';
import { prepareHostMeasure } from './hostMeasure.ts';

await buildExtension({ minify: true });
const measure = await prepareHostMeasure<readonly (readonly Held[])[]>('refreshInHost', {
  scripts: { inHost: 'bench/inHost/refresh.host.ts', serverThread: 'bench/refresh/serverThread.ts' },
  result: 'turns.json',
  settings: { 'broadsheet.refresh.automatic': false },
  patience: 180_000,
});
console.log(`\nRESULT ${JSON.stringify(await measure())}`);
process.exit(0);
