// The texts of package.json, which stand in a file for each language.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './sourceFiles.ts';

/** Texts by their keys. */
export type Texts = Readonly<Record<string, string>>;

/** Reads a file of texts of the repository. */
export function textsOf(file: string): Texts {
  return JSON.parse(readFileSync(join(repository, file), 'utf8')) as Texts;
}

/** Gives the keys that a manifest names, as `%key%`, in their order. */
export function keysIn(manifest: string): readonly string[] {
  return [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? '');
}

/** Gives a manifest as VS Code shows it in English; a key without a text stays as it stands. */
export function resolveKeys(manifest: string): unknown {
  const english = textsOf('package.nls.json');
  return JSON.parse(manifest, (_, value: unknown) =>
    typeof value === 'string' ? (english[/^%([\w.-]+)%$/.exec(value)?.[1] ?? ''] ?? value) : value,
  );
}

/** Gives what a translation must take over as it stands: placeholders, code, commands of links and names of settings. */
export function fixedParts(text: string): readonly string[] {
  return (text.match(/\{\w+\}|`[^`]*`|\(command:[\w.]+\)|\$\([\w-]+\)|\bbroadsheet\.[\w.]*\w/g) ?? []).sort();
}
