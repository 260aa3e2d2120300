// The package that people install.

import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { build } from '../esbuild.mjs';
import manifest from '../package.json' with { type: 'json' };
import { packageReadme } from './packageReadme.ts';
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

const README = 'dist/README.md';

/**
 * Builds minified and packs `broadsheet-VERSION.vsix` in the repository.
 *
 * @param filesAt The address beneath which the repository's files are read, for the pictures and links of the README:
 * "https://example.org/broadsheet/raw/main". Without it they are left out.
 */
export async function makePackage(filesAt?: string): Promise<Package> {
  // What an earlier build left there would be packed.
  rmSync(join(repository, 'dist'), { recursive: true, force: true });
  await build({ minify: true });
  const path = join(repository, `${manifest.name}-${manifest.version}.vsix`);
  rmSync(path, { force: true });
  const readme = readFileSync(join(repository, 'README.md'), 'utf8');
  writeFileSync(join(repository, README), filesAt === undefined ? packageReadme(readme) : readme);
  await createVSIX({
    cwd: repository,
    packagePath: path,
    // The bundles hold all that they need.
    dependencies: false,
    readmePath: README,
    allowMissingRepository: true,
    ...(filesAt === undefined ? {} : { baseContentUrl: filesAt, baseImagesUrl: filesAt }),
  });
  const files = await listFiles({ cwd: repository, packageManager: PackageManager.None });
  return {
    path,
    size: sizeOf(path),
    files: files.map((file) => ({ path: file, size: sizeOf(join(repository, file)) })),
  };
}

const sizeOf = (path: string): number => statSync(path).size;
