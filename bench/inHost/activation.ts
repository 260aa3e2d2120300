// Measures activation in a real extension host with a new profile; `node activation.ts ROUNDS` prints the results.

import { build as buildExtension } from '../../esbuild.mjs';
import { prepareHostMeasure } from './hostMeasure.ts';
import type { ActivationResult } from './activationResult.ts';

await buildExtension({ minify: true });
const activate = await prepareHostMeasure<ActivationResult>('activation', {
  scripts: { inHost: 'bench/inHost/activation.host.ts' },
  result: 'activation.json',
  patience: 60_000,
});
const results: ActivationResult[] = [];
for (let round = 0; round < Number(process.argv[2] ?? 1); round++) results.push(await activate());
console.log(`\nRESULT ${JSON.stringify(results)}`);
process.exit(0);
