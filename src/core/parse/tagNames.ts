// The words by which authors and editors file a text.

import { oneLine } from './facts.ts';

const MOST = 50;
const LONGEST = 100;

/**
 * Gives tags as they were written, each once in whatever case, without the "#" that some programs write.
 *
 * @param written Single tags, or several in one text between commas or semicolons.
 * @example ["Ports, #Strikes", "ports"] gives ["Ports", "Strikes"].
 */
export function tagNames(written: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const part of written.flatMap((text) => text.split(/[,;，；、]/u))) {
    const name = oneLine(part)?.replace(/^#\s*(?=\S)/u, '');
    if (name === undefined || name.length > LONGEST || byKey.size >= MOST) continue;
    const key = name.toLowerCase();
    if (!byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}
