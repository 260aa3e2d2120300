// `npm run package`: makes the VSIX and holds it to its limits. `npm run package -- --files-at ADDRESS` shows the
// README's pictures in galleries, from where the repository's files are read.

import { Advice, runProgram } from './advice.ts';
import { makePackage } from './vsix.ts';

/**
 * In bytes: what VS Code reads at activation, and what a person downloads. An entry holds every feature of the
 * sidebar, the reader and the notes, as each of them can be the first that a person uses.
 */
const limits = { entry: 640_000, package: 3_000_000 };

await runProgram(async () => {
  const filesAt = filesAtAddress();
  const { path, size, files } = await makePackage(filesAt);
  for (const file of files) console.log(`${kilobytes(file.size).padStart(10)}  ${file.path}`);
  console.log(`${kilobytes(size).padStart(10)}  ${path}`);
  if (filesAt === undefined) {
    console.log('Packed without the pictures of the README: --files-at says where galleries find them.');
  }
  const sizeOf = (path: string): number => files.find((file) => file.path === path)?.size ?? Infinity;
  const entry = Math.max(sizeOf('dist/extension.node.cjs'), sizeOf('dist/extension.web.cjs'));
  if (entry > limits.entry) {
    throw new Advice(
      `The entry has ${kilobytes(entry)}, ${kilobytes(limits.entry)} are allowed: see what it bundles.`,
    );
  }
  if (size > limits.package) {
    throw new Advice(
      `The package has ${kilobytes(size)}, ${kilobytes(limits.package)} are allowed: see .vscodeignore.`,
    );
  }
});

function filesAtAddress(): string | undefined {
  const at = process.argv.indexOf('--files-at');
  if (at < 0) return undefined;
  const address = process.argv[at + 1] ?? '';
  if (!/^https:\/\/./u.test(address)) {
    throw new Advice('Give an address after --files-at: https://example.org/broadsheet/raw/main');
  }
  return address;
}

/** "63.8 kB" */
function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
