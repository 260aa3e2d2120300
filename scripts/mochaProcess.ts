// A process of its own for pure or UI tests: RESULTS-FILE TIMEOUT FILE…
// Where the tests are slow, it says what it has done so far; failures are printed by its caller as well.

import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { runMocha } from './runMocha.ts';
import { resultText } from './testResult.ts';

/** Made-up inputs are the same in every run of all checks; mocha by itself makes others each time. */
const SEED = 2026;

fc.configureGlobal({ seed: SEED });
const [resultsFile = '', timeout = '', ...files] = process.argv.slice(2);
const slow = Number(timeout) > 10_000;
const results = await runMocha(files, Number(timeout), (result) => {
  if (slow) console.log(resultText(result));
});
writeFileSync(resultsFile, JSON.stringify(results));
process.exit(0);
