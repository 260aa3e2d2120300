// Builds what is shipped. Only the entry sees `vscode`: the worker and the
// reader's script are bundled without it, which proves them free of it.

import { build as bundle } from 'esbuild';

const repository = import.meta.dirname;

/**
 * Builds everything into `dist/`: minified for the package, else with source maps.
 *
 * @param {{ readonly minify: boolean }} options
 * @returns {Promise<void>}
 */
export async function build({ minify }) {
  /** @type {import('esbuild').BuildOptions} */
  const shared = {
    absWorkingDir: repository,
    bundle: true,
    minify,
    sourcemap: !minify,
    // sanitize-html needs postcss for style attributes only, which are never allowed here.
    alias: { postcss: './scripts/stubs/empty.cjs' },
    logLevel: 'warning',
  };
  /** @type {import('esbuild').BuildOptions} */
  const node = { ...shared, platform: 'node', format: 'cjs', target: 'node24' };
  await Promise.all([
    bundle({
      ...node,
      entryPoints: ['src/extension.node.ts'],
      outfile: 'dist/extension.node.cjs',
      external: ['vscode'],
    }),
    bundle({ ...node, entryPoints: ['src/library/worker.node.ts'], outfile: 'dist/worker.node.cjs' }),
    bundle({
      ...shared,
      platform: 'browser',
      format: 'iife',
      target: 'es2023',
      entryPoints: ['src/webview/reader.ts'],
      outfile: 'dist/reader.js',
    }),
  ]);
}

if (import.meta.main) await build({ minify: process.argv.includes('--minify') });
