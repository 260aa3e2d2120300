// Reads lists of CSL in YAML as far as they can be read.

import { scanJson } from './scanJson.ts';
import {
  repeatedKeys,
  type BibliographyProblem,
  type ScannedBibliography,
  type ScannedEntry,
} from './scannedBibliography.ts';
import { yamlField, yamlLines, yamlScalar, type YamlField, type YamlLine } from './yamlLines.ts';

/** How a file holds its list. */
export type YamlList =
  /** Dashes, each at this indent; `end` is behind the last line of the last item, where there is one. */
  | {
      readonly kind: 'block';
      readonly indent: number;
      readonly dash: string;
      readonly end: number | undefined;
    }
  /** Brackets, as JSON has them, from this offset on. */
  | { readonly kind: 'flow'; readonly start: number }
  /** `references:` with nothing behind it, up to this offset. */
  | { readonly kind: 'empty'; readonly end: number }
  | { readonly kind: 'none' }
  /** Something that is no list stands under `references`. */
  | { readonly kind: 'other' };

export interface ScannedCslYaml extends ScannedBibliography {
  readonly list: YamlList;
}

/**
 * Gives the items of the list that is a file, or stands in it under `references`. Only indents are looked at, so
 * what is wrong in one item costs no other. It takes time proportional to the length.
 */
export function scanCslYaml(text: string): ScannedCslYaml {
  const lines = yamlLines(text);
  const from = firstLine(lines);
  if (from === undefined) return { entries: [], problems: [], list: { kind: 'none' } };
  const first = lines[from];
  if (first === undefined) return { entries: [], problems: [], list: { kind: 'none' } };
  if (first.content.startsWith('[')) return flow(text, first.start + first.indent);
  const field = first.content.startsWith('-')
    ? undefined
    : yamlField(first.content, first.start + first.indent);
  if (field?.rest.startsWith('[') === true) return flow(text, field.restStart);
  const below = lines.slice(from + 1).find(({ content }) => content !== '');
  const isBare = field !== undefined && /^(?:#|$)/u.test(field.rest);
  if (isBare && below !== undefined && below.indent > 0 && below.content.startsWith('[')) {
    return flow(text, below.start + below.indent);
  }
  const isOther = field !== undefined && (!isBare || (below?.indent ?? 0) > 0) && !isItem(below);
  if (isOther) return { entries: [], problems: [], list: { kind: 'other' } };
  return block(text, lines, field === undefined ? from : from + 1, first.end);
}

function isItem(line: YamlLine | undefined): boolean {
  return line !== undefined && /^-(?:\s|$)/u.test(line.content);
}

function flow(text: string, start: number): ScannedCslYaml {
  const { entries, problems } = scanJson(text, start);
  return { entries, problems, list: { kind: 'flow', start } };
}

/** The line of `references:`, or of the first dash of a list that is not under a name. */
function firstLine(lines: readonly YamlLine[]): number | undefined {
  const named = lines.findIndex(
    ({ indent, content }) => indent === 0 && /^["']?references["']?[ \t]*:/u.test(content),
  );
  if (named !== -1) return named;
  const first = lines.findIndex(({ content }) => content !== '' && !/^(?:---|%)/u.test(content));
  return /^(?:-(?:\s|$)|\[)/u.test(lines[first]?.content ?? '') ? first : undefined;
}

function block(text: string, lines: readonly YamlLine[], from: number, headEnd: number): ScannedCslYaml {
  const entries: ScannedEntry[] = [];
  const problems: BibliographyProblem[] = [];
  const first = lines.slice(from).find(({ content }) => content !== '');
  const dash = /^-(?:\s+|$)/u.exec(first?.content ?? '')?.[0];
  if (first === undefined || dash === undefined) {
    return { entries, problems, list: { kind: 'empty', end: headEnd } };
  }
  const { indent } = first;
  let item: YamlLine[] = [];
  let end: number | undefined;
  const finish = (): void => {
    const [head] = item;
    // What looks like a comment may be a line of a text, and goes with the item when it is indented like one.
    const last = item.findLast((line) => line.content !== '' || (!line.isBlank && line.indent > indent));
    if (head === undefined || last === undefined) return;
    end = last.end;
    const entry = itemOf(item);
    if (entry === undefined) {
      problems.push({
        range: [head.start + head.indent, head.end],
        sentence: 'An item of the list has no “id”.',
      });
    } else entries.push({ ...entry, range: [head.start + head.indent, last.end] });
  };
  for (const line of lines.slice(from)) {
    const isItem =
      line.indent === indent && /^-(?:\s|$)/u.test(line.content) && !line.content.startsWith('---');
    if (isItem) {
      finish();
      item = [line];
    } else if (line.content !== '' && line.indent <= indent && !line.content.startsWith('\t')) break;
    else item.push(line);
    if (/^\s*\t/u.test(text.slice(line.start, line.end)) && line.content !== '') {
      problems.push({
        range: [line.start, line.end],
        sentence: 'A line is indented by a tab, which YAML does not allow.',
      });
    }
  }
  finish();
  return {
    entries,
    problems: [...problems, ...repeatedKeys(entries)],
    list: { kind: 'block', indent, dash: dash.trim() === dash ? '- ' : dash, end },
  };
}

function itemOf(lines: readonly YamlLine[]): Omit<ScannedEntry, 'range'> | undefined {
  const [head, ...below] = lines;
  if (head === undefined) return undefined;
  const dash = /^-\s*/u.exec(head.content)?.[0] ?? '';
  const inline = head.content.slice(dash.length);
  const firstBelow = below.find(({ content }) => content !== '');
  const indent = inline === '' ? (firstBelow?.indent ?? 0) : head.indent + dash.length;
  if (inline.startsWith('{')) return flowItem(inline, head.start + head.indent + dash.length);
  const fields = new Map<string, { readonly field: YamlField; readonly lines: string[] }>();
  let open: string[] | undefined;
  const take = (content: string, at: number): void => {
    const field = yamlField(content, at);
    open = field === undefined ? open : [field.rest];
    if (field !== undefined && open !== undefined && !fields.has(field.name))
      fields.set(field.name, { field, lines: open });
  };
  if (inline !== '') take(inline, head.start + head.indent + dash.length);
  for (const line of below) {
    if (line.indent === indent && line.content !== '') take(line.content, line.start + line.indent);
    else open?.push(line.content);
  }
  const id = fields.get('id');
  if (id === undefined) return undefined;
  const { restStart, rest } = id.field;
  const quoted = /^["']/u.test(rest) ? 1 : 0;
  const key = yamlScalar([rest]);
  const textOf = (name: string): string | undefined => {
    const found = fields.get(name);
    return found === undefined ? undefined : yamlScalar(found.lines);
  };
  if (key === '') return undefined;
  return {
    key,
    keyRange: [restStart + quoted, restStart + quoted + key.length],
    title: textOf('title')?.replace(/\\(?=[!-/:-@[-`{-~])/gu, ''),
    url: textOf('URL') ?? textOf('url'),
  };
}

/** `- {id: rain, title: Rain}` on one line. */
function flowItem(inline: string, at: number): Omit<ScannedEntry, 'range'> | undefined {
  const found = /[{,]\s*"?id"?\s*:\s*(?:"([^"]*)"|'([^']*)'|([^,}\s]+))/u.exec(inline);
  const key = found?.[1] ?? found?.[2] ?? found?.[3];
  if (found === null || key === undefined) return undefined;
  const start = at + found.index + found[0].lastIndexOf(key);
  return {
    key,
    keyRange: [start, start + key.length],
    title: undefined,
    url: /"?URL"?\s*:\s*"?([^\s",}]+)/u.exec(inline)?.[1],
  };
}
