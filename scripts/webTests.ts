// The integration tests as one script for a web extension host, where there is no Node: what they use of it is
// replaced, and tests that need more are left out.

import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build as bundle, type BuildOptions, type Plugin } from 'esbuild';
import { repository } from './paths.ts';
import type { TestResult } from './testResult.ts';

const stands = join(repository, 'test/host/web');
/** Modules of Node and what takes their place. */
const REPLACED: Readonly<Record<string, string>> = {
  'node:assert/strict': join(stands, 'assert.ts'),
  'node:fs': join(stands, 'memoryFiles.ts'),
  'node:os': join(stands, 'nodeParts.ts'),
  'node:path': join(stands, 'nodeParts.ts'),
  'node:process': join(stands, 'nodeParts.ts'),
};
const ABSENT = 'absent';

/** Takes the web's variant of a file where there is one, and nothing for what only Node has. */
const withoutNode: Plugin = {
  name: 'without-node',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path }) => {
      const replaced = REPLACED[path];
      return replaced === undefined ? { path, namespace: ABSENT } : { path: replaced };
    });
    build.onResolve({ filter: /\.node\.ts$/ }, ({ path, resolveDir }) => {
      const variant = join(resolveDir, path.replace(/\.node\.ts$/, '.web.ts'));
      return existsSync(variant) ? { path: variant } : undefined;
    });
    // It would else export itself in the place of the tests.
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `(function (module, exports, define) { ${readFileSync(path, 'utf8')}\n })();`,
    }));
    build.onLoad({ filter: /.*/, namespace: ABSENT }, () => ({ contents: 'module.exports = {};' }));
  },
};

const options: BuildOptions = {
  absWorkingDir: repository,
  bundle: true,
  platform: 'browser',
  conditions: ['worker'],
  format: 'cjs',
  target: 'es2023',
  external: ['vscode'],
  alias: { postcss: './scripts/stubs/empty.cjs' },
  inject: [join(stands, 'nodeGlobals.ts')],
  plugins: [withoutNode],
  logLevel: 'warning',
};

/** Writes the script, which exports `run()`, and gives the tests that it leaves out, with the reasons. */
export async function bundleWebTests(outfile: string): Promise<readonly TestResult[]> {
  const files = globSync('test/host/**/*.test.ts', { cwd: repository }).sort();
  rmSync(dirname(outfile), { recursive: true, force: true });
  const needs = await needsOf(files);
  const runnable = files.filter((file) => !needs.has(file));
  const loads = runnable.map(
    (file) => `${JSON.stringify(relative('test/host', file))}: () => import('./${file}'),`,
  );
  await bundle({
    ...options,
    outfile,
    sourcemap: 'inline',
    stdin: {
      contents: `import { runWebTests } from './test/host/web/run.ts';
        export const run = () => runWebTests({ ${loads.join('\n')} });`,
      resolveDir: repository,
    },
  });
  return [...needs].map(([file, modules]) => ({
    title: relative('test/host', file),
    outcome: 'skipped',
    detail: `it needs ${modules.join(' and ')}, which a browser has not`,
  }));
}

/** The modules of Node that end up in the bundle of a test, and that nothing takes the place of. */
async function needsOf(files: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { metafile } = await bundle({
    ...options,
    entryPoints: [...files],
    outdir: join(repository, 'dist-test/unused'),
    write: false,
    metafile: true,
  });
  const needs = new Map<string, readonly string[]>();
  for (const { entryPoint, inputs } of Object.values(metafile.outputs)) {
    const absent = Object.keys(inputs)
      .filter((input) => input.startsWith(`${ABSENT}:`))
      .map((input) => input.slice(ABSENT.length + 1));
    if (entryPoint !== undefined && absent.length > 0) needs.set(entryPoint, absent);
  }
  return needs;
}
