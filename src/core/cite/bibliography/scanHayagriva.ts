// Reads Hayagriva files as far as they can be read.

import {
  repeatedKeys,
  type BibliographyProblem,
  type ScannedBibliography,
  type ScannedEntry,
} from './scannedBibliography.ts';
import { yamlField, yamlLines, yamlScalar, type YamlField, type YamlLine } from './yamlLines.ts';

export interface ScannedHayagriva extends ScannedBibliography {
  /** How far the lines of an entry are indented; undefined without entries. */
  readonly indent: number | undefined;
}

/** Gives the entries of a map, told by their indents alone. It takes time proportional to the length. */
export function scanHayagriva(text: string): ScannedHayagriva {
  const problems: BibliographyProblem[] = [];
  const blocks: { readonly field: YamlField; readonly lines: YamlLine[] }[] = [];
  for (const line of yamlLines(text)) {
    if (line.content === '') continue;
    if (line.indent > 0 || line.content.startsWith('\t')) {
      blocks.at(-1)?.lines.push(line);
      if (line.content.startsWith('\t')) {
        problems.push({
          range: [line.start, line.end],
          sentence: 'A line is indented by a tab, which YAML does not allow.',
        });
      }
      continue;
    }
    if (/^(?:---|\.\.\.|%)/u.test(line.content)) continue;
    const field = yamlField(line.content, line.start);
    if (field === undefined) {
      problems.push({
        range: [line.start, line.end],
        sentence: 'A line is neither a key nor part of an entry.',
      });
    } else blocks.push({ field, lines: [line] });
  }
  const entries = blocks.flatMap(({ field, lines }): readonly ScannedEntry[] => {
    const [head, ...below] = lines;
    if (head === undefined) return [];
    return [
      {
        key: field.name,
        keyRange: field.nameRange,
        range: [head.start, lines.at(-1)?.end ?? head.end],
        title: valueOf(below, 'title')?.replace(/[{}]/gu, ''),
        url: valueOf(below, 'url'),
      },
    ];
  });
  const indent = blocks.find(({ lines }) => lines.length > 1)?.lines[1]?.indent;
  return { entries, problems: [...problems, ...repeatedKeys(entries)], indent };
}

/** A text, or the `value` of a map. */
function valueOf(lines: readonly YamlLine[], name: string): string | undefined {
  const indent = lines[0]?.indent ?? 0;
  const at = lines.findIndex((line) => line.indent === indent && yamlField(line.content, 0)?.name === name);
  if (at === -1) return undefined;
  const rest = yamlField(lines[at]?.content ?? '', 0)?.rest ?? '';
  const length = lines.slice(at + 1).findIndex((line) => line.indent <= indent);
  const below = lines.slice(at + 1, length === -1 ? undefined : at + 1 + length);
  if (rest !== '' && !rest.startsWith('#')) {
    const inMap = /^\{.*?\bvalue\s*:\s*(?:"([^"]*)"|'([^']*)'|([^,}\s]+))/u.exec(rest);
    const value = inMap?.[1] ?? inMap?.[2] ?? inMap?.[3];
    return value ?? yamlScalar([rest, ...below.map(({ content }) => content)]);
  }
  const value = below.map(({ content }) => yamlField(content, 0)).find((field) => field?.name === 'value');
  return value === undefined ? undefined : yamlScalar([value.rest]);
}
