// Paths in YAML metadata.

import { isMap, parseDocument } from 'yaml';

const DEEPEST = 40;
const MOST_ALIASES = 20;

/**
 * Gives the texts that stand under a name in a map of YAML, alone or in a list. Metadata that is being typed is read
 * as far as it can be read.
 */
export function metadataPaths(yaml: string, name: string): readonly string[] {
  if (isTooDeep(yaml)) return [];
  try {
    const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
    if (!isMap(document.contents)) return [];
    const fields: unknown = document.toJS({ mapAsMap: true, maxAliasCount: MOST_ALIASES });
    const value: unknown = fields instanceof Map ? fields.get(name) : undefined;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.filter((path) => typeof path === 'string').map((path) => path.trim());
  } catch {
    return [];
  }
}

/** The parser goes down into brackets by calling itself. */
function isTooDeep(yaml: string): boolean {
  let depth = 0;
  for (const [bracket] of yaml.matchAll(/[[{\]}]/gu)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    if (depth > DEEPEST) return true;
  }
  return false;
}
