// Entries of YAML lists in the terms of CSL.

import { escapeMarkdown } from '../escapeMarkdown.ts';
import type { CslItem } from '../reference/cslItem.ts';
import { yamlString } from './yamlString.ts';

/** Fields whose words Pandoc reads as Markdown. */
const WORDS = new Set(['title', 'container-title', 'section', 'source', 'literal', 'family', 'given']);

/**
 * Gives an item of a list, its first line with the dash. Words are escaped for Markdown, as Pandoc's manual says that
 * it reads them so in YAML bibliographies.
 *
 * @param dash The dash and the spaces behind it, which indent the lines below.
 */
export function cslYamlEntry(item: CslItem, dash = '- '): string {
  const lines = mapLines(item);
  const indent = ' '.repeat(dash.length);
  return lines.map((line, index) => `${index === 0 ? dash : indent}${line}`).join('\n');
}

/** Pandoc takes a backslash before a space for a space that does not break. */
function pandocText(text: string): string {
  return escapeMarkdown(text).replace(/(?<!\\)((?:\\\\)*)\\(?= )/gu, '$1\\\\');
}

function mapLines(record: object): readonly string[] {
  return Object.entries(record).flatMap(([name, value]: readonly [string, unknown]) =>
    fieldLines(name, value),
  );
}

function fieldLines(name: string, value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return [`${name}: ${yamlString(WORDS.has(name) ? pandocText(value) : value)}`];
  }
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return [`${name}:`, ...items.flatMap(itemLines)];
  }
  return typeof value === 'object' && value !== null ? [`${name}:`, ...mapLines(value).map(indented)] : [];
}

function itemLines(item: unknown): readonly string[] {
  if (Array.isArray(item)) return [`- [${item.join(', ')}]`];
  const lines = mapLines(item as object);
  return lines.map((line, index) => (index === 0 ? `- ${line}` : indented(line)));
}

function indented(line: string): string {
  return `  ${line}`;
}
