// `npm run bench [-- --quick] [MEASURE…]`: Broadsheet beside its peers in one run; prints the report, and a whole run
// writes it to bench/RESULTS.md. A run of some measures only needs the files that an earlier one like it built.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { npm } from '../scripts/npm.mjs';
import { collect } from './collect.ts';
import { bundleMeasures, bundleThread } from './bundles.ts';
import { benchCache } from './places.ts';
import { describeMachine, load } from './report/machine.ts';
import { resultsPage } from './report/resultsPage.ts';

const quick = process.argv.includes('--quick');
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const peers = ['minisearch', 'flexsearch', '@orama/orama', '@vscode/ripgrep'];

if (!peers.every((name) => existsSync(join(import.meta.dirname, 'node_modules', name)))) {
  console.log('Installing the peers (npm ci) …');
  if (!npm(['ci'], import.meta.dirname)) {
    console.error('The peers could not be installed: see whether `npm ping` reaches the registry.');
    process.exit(1);
  }
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
mkdirSync(benchCache, { recursive: true });
await bundleThread();
await bundleMeasures();
const before = load();
const results = await collect({ quick, only, say: (sentence) => console.error(sentence) });
const busy = before > 0.7 ? ' Other work was loading the machine: these figures are not final.' : '';
const circumstances = `Load before the run ${before.toFixed(1)}.${busy}`;
const page = await format(resultsPage(results, describeMachine(), circumstances), { parser: 'markdown' });
writeFileSync(join(benchCache, 'results.json'), JSON.stringify(results));
const whole = !quick && only.length === 0;
writeFileSync(whole ? join(import.meta.dirname, 'RESULTS.md') : join(benchCache, 'RESULTS.md'), page);
console.log(`\n${page}`);
if (results.failures.length > 0) process.exitCode = 1;
