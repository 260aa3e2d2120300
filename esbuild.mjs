// Builds what is shipped, for a host with Node and for one in a browser. Only the
// entries see `vscode`: the workers and the reader's script are bundled without
// it, which proves them free of it.

import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { writeCitationStyles } from './scripts/citationStyles.ts';

const repository = import.meta.dirname;

/**
 * Builds everything into `dist/`: minified for the package, else with source maps.
 *
 * @param {{ readonly minify: boolean }} options
 * @returns {Promise<void>}
 */
export async function build({ minify }) {
  writeCitationStyles(`${repository}/dist`);
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
  /** @type {import('esbuild').BuildOptions} */
  const web = { ...shared, platform: 'browser', conditions: ['worker'], target: 'es2023' };
  /** @type {import('esbuild').BuildOptions} */
  const webThread = {
    ...web,
    format: 'iife',
    // SQLite is handed over as bytes; nothing is looked for beside the script.
    define: { 'import.meta.url': '"https://localhost/"' },
  };
  await Promise.all([
    bundle({
      ...node,
      entryPoints: ['src/extension.node.ts'],
      outfile: 'dist/extension.node.cjs',
      external: ['vscode'],
    }),
    bundle({ ...node, entryPoints: ['src/library/worker.node.ts'], outfile: 'dist/worker.node.cjs' }),
    bundle({
      ...node,
      entryPoints: ['src/checker/broadsheetCheck.node.ts'],
      outfile: 'dist/broadsheetCheck.node.cjs',
      // Where notes are checked need not be where they are written.
      target: 'node20',
      banner: { js: '#!/usr/bin/env node' },
    }),
    bundle({ ...node, entryPoints: ['src/cite-style/worker.node.ts'], outfile: 'dist/citeStyle.node.cjs' }),
    bundle({
      ...web,
      format: 'cjs',
      entryPoints: ['src/extension.web.ts'],
      outfile: 'dist/extension.web.cjs',
      external: ['vscode'],
    }),
    bundle({ ...webThread, entryPoints: ['src/library/worker.web.ts'], outfile: 'dist/worker.web.js' }),
    bundle({ ...webThread, entryPoints: ['src/cite-style/worker.web.ts'], outfile: 'dist/citeStyle.web.js' }),
    bundle({
      ...shared,
      platform: 'browser',
      format: 'iife',
      target: 'es2023',
      entryPoints: ['src/webview/reader.ts'],
      outfile: 'dist/reader.js',
    }),
    bundle({
      ...shared,
      platform: 'browser',
      format: 'iife',
      target: 'es2023',
      entryPoints: ['src/webview/brief.ts'],
      outfile: 'dist/brief.js',
    }),
  ]);
  const sqlite = import.meta.resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm');
  copyFileSync(fileURLToPath(sqlite), `${repository}/dist/sqlite3.wasm`);
}

if (import.meta.main) await build({ minify: process.argv.includes('--minify') });
