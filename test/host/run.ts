// What VS Code calls to run the integration tests inside its extension host:
// runs every test file bundled beside it and leaves the results in a file.

import { globSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMocha } from '../../scripts/runMocha.ts';

/** Runs `*.test.cjs` beside this bundle and writes `results.json` there. */
export async function run(): Promise<void> {
  const files = globSync('**/*.test.cjs', { cwd: __dirname }).sort();
  const results = await runMocha(
    files.map((file) => join(__dirname, file)),
    20_000,
  );
  // Renamed when complete, because another process waits for it.
  const unfinished = join(__dirname, 'results.unfinished');
  writeFileSync(unfinished, JSON.stringify(results));
  renameSync(unfinished, join(__dirname, 'results.json'));
}
