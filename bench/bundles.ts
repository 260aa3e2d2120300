// Bundles what is measured, so that one run measures one state of the code, compiled as it is shipped.

import { build, type BuildOptions } from 'esbuild';
import { measureScript, repository, threadScript } from './places.ts';

const SHARED: BuildOptions = {
  absWorkingDir: repository,
  bundle: true,
  platform: 'node',
  target: 'node24',
  alias: { postcss: './scripts/stubs/empty.cjs' },
  logLevel: 'warning',
};

/** Writes the library's thread. */
export async function bundleThread(): Promise<void> {
  await build({
    ...SHARED,
    entryPoints: ['src/library/worker.node.ts'],
    outfile: threadScript,
    format: 'cjs',
    minify: true,
  });
}

/** Writes the measures, which bring the peers with them. */
export async function bundleMeasures(): Promise<void> {
  await build({
    ...SHARED,
    entryPoints: ['bench/measure.ts'],
    outfile: measureScript,
    format: 'esm',
    // Packages in CommonJS ask for the built-ins by `require`.
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
    },
  });
}
