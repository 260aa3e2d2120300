// The package that people install.

import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { build } from '../esbuild.mjs';
import manifest from '../package.json' with { type: 'json' };
import { repository } from './paths.ts';

export interface PackedFile {
  /** Relative to the repository. */
  readonly path: string;
  /** In bytes, unpacked. */
  readonly size: number;
}

export interface Package {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly files: readonly PackedFile[];
}

/** Builds minified and packs `broadsheet-VERSION.vsix` in the repository. */
export async function makePackage(): Promise<Package> {
  await build({ minify: true });
  const path = join(repository, `${manifest.name}-${manifest.version}.vsix`);
  rmSync(path, { force: true });
  await createVSIX({
    cwd: repository,
    packagePath: path,
    // The bundles hold all that they need.
    dependencies: false,
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
  });
  const files = await listFiles({ cwd: repository, packageManager: PackageManager.None });
  return {
    path,
    size: sizeOf(path),
    files: files.map((file) => ({ path: file, size: sizeOf(join(repository, file)) })),
  };
}

const sizeOf = (path: string): number => statSync(path).size;
