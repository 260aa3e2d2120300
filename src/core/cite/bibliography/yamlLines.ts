// The lines of a YAML file, without asking whether all of it is YAML.

import type { TextRange } from '../../model/search.ts';

export interface YamlLine {
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
  readonly indent: number;
  /** Whether it has nothing but white space, not even a comment. */
  readonly isBlank: boolean;
  /** Without indent and line end; empty also for a comment. */
  readonly content: string;
}

export interface YamlField {
  readonly name: string;
  readonly nameRange: TextRange;
  /** Behind the colon, on the same line. */
  readonly rest: string;
  readonly restStart: number;
}

const LINE = /[^\r\n]*(?:\r\n|\n|\r|$)/gu;
const FIELD =
  /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s"'#&*![\]{},|>%@`-][^#\s]*?|[^\s"'#][^:#]*?))[ \t]*:(?:[ \t]+|$)/u;

export function yamlLines(text: string): readonly YamlLine[] {
  const lines: YamlLine[] = [];
  for (const { 0: whole, index } of text.matchAll(LINE)) {
    if (whole === '') break;
    const mark = index === 0 && whole.startsWith('\uFEFF') ? 1 : 0;
    const line = whole.slice(mark).replace(/[\r\n]+$/u, '');
    const indent = /^ */u.exec(line)?.[0].length ?? 0;
    const content = line.slice(indent).trimEnd();
    lines.push({
      start: index + mark,
      end: index + mark + line.length,
      indent,
      isBlank: content === '',
      content: content.startsWith('#') ? '' : content,
    });
  }
  return lines;
}

/** Gives the field that a line's content begins with: "title: Rain" at the offset where the content stands. */
export function yamlField(content: string, at: number): YamlField | undefined {
  const found = FIELD.exec(content);
  if (found === null) return undefined;
  const { 0: whole, 1: double, 2: single, 3: plain = '' } = found;
  const mark = double === undefined && single === undefined ? 0 : 1;
  const written = double ?? single ?? plain;
  return {
    name: scalarText(written, mark === 0 ? '' : double === undefined ? "'" : '"'),
    nameRange: [at + mark, at + mark + written.length],
    rest: content.slice(whole.length),
    restStart: at + whole.length,
  };
}

/**
 * Gives the text of a scalar from its first line and the lines below that belong to it.
 *
 * @example yamlScalar(["\"Rain", "stops\" # today"]) gives "Rain stops".
 */
export function yamlScalar(lines: readonly string[]): string {
  const [first = '', ...more] = lines;
  if (/^[|>][-+0-9]*(?:\s+#.*)?$/u.test(first)) return joined(more);
  const all = joined(lines);
  const double = /^"((?:[^"\\]|\\.)*)"?/u.exec(all);
  if (double !== null) return scalarText(double[1] ?? '', '"');
  const single = /^'((?:[^']|'')*)'?/u.exec(all);
  if (single !== null) return scalarText(single[1] ?? '', "'");
  return all.replace(/(?:^|\s+)#.*$/u, '');
}

function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

function scalarText(written: string, quote: string): string {
  if (quote === "'") return written.replaceAll("''", "'");
  if (quote === '') return written;
  return written.replace(
    /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/gu,
    (_, four?: string, two?: string, character?: string) =>
      character === undefined
        ? String.fromCharCode(Number.parseInt(four ?? two ?? '', 16))
        : character === 'n' || character === 't'
          ? ' '
          : character,
  );
}
