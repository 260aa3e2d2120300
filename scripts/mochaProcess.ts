// A process of its own for pure or UI tests: RESULTS-FILE TIMEOUT FILE…
// Failures are left to its caller to print; where the tests are slow, it says what it has done so far.

import { writeFileSync } from 'node:fs';
import { runMocha } from './runMocha.ts';
import { resultText } from './testResult.ts';

const [resultsFile = '', timeout = '', ...files] = process.argv.slice(2);
const slow = Number(timeout) > 10_000;
const results = await runMocha(files, Number(timeout), (result) => {
  if (slow && result.outcome !== 'failed') console.log(resultText(result));
});
writeFileSync(resultsFile, JSON.stringify(results));
process.exit(0);
