// `npm run package`: makes the VSIX and holds it to its limits.

import { Advice, runProgram } from './advice.ts';
import { makePackage } from './vsix.ts';

/** In bytes: what VS Code reads at activation, and what a person downloads. */
const limits = { entry: 200_000, package: 2_000_000 };

await runProgram(async () => {
  const { path, size, files } = await makePackage();
  for (const file of files) console.log(`${kilobytes(file.size).padStart(10)}  ${file.path}`);
  console.log(`${kilobytes(size).padStart(10)}  ${path}`);
  const entry = files.find((file) => file.path === 'dist/extension.node.cjs')?.size ?? Infinity;
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

/** "63.8 kB" */
function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
