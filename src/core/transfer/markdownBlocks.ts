// The body of an article as Markdown: paragraphs, headings, lists, quotations, tables and code.

import type { TextRange } from '../model/search.ts';
import { createTextFlow, type TextFlowBuilder, type TextRun } from '../text/textFlow.ts';
import type { MarkupElement, MarkupNode, MarkupText } from './cleanMarkup.ts';
import { inlineParts, type InheritedMark, type Runs } from './inlineParts.ts';
import { markdownInline, type Stretch } from './markdownInline.ts';
import { createMarkdownLines, type MarkdownLines } from './markdownLines.ts';
import { tableCells } from './tableCells.ts';

export interface MarkdownBody {
  readonly markdown: string;
  /** The plain text of the body, by the rules of `core/text/textFlow.ts`. */
  readonly text: string;
  /** Gives where a passage of the text stands in the Markdown, without white space at its ends. */
  rangeOf(passage: TextRange): TextRange;
}

const BLOCKS = new Set(
  'address article aside blockquote caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Gives the Markdown of a body that `cleanMarkup` read. */
export function markdownBlocks(nodes: readonly MarkupNode[]): MarkdownBody {
  const { text, runs } = readText(nodes);
  const lines = createMarkdownLines(text.length);
  writeBlocks(nodes, [], { text, runs, lines });
  const { markdown, rangeOf } = lines.finish();
  return { markdown, text, rangeOf };
}

interface Writing {
  readonly text: string;
  readonly runs: Runs;
  readonly lines: MarkdownLines;
}

/** Writes blocks, and what stands between them as paragraphs. */
function writeBlocks(
  nodes: readonly MarkupNode[],
  inherited: readonly InheritedMark[],
  writing: Writing,
): void {
  let between: MarkupNode[] = [];
  const flush = (): void => {
    writeStretch(between, inherited, 'paragraph', '', writing);
    between = [];
  };
  for (const node of nodes) {
    if (node.kind === 'text' || (!BLOCKS.has(node.name) && !hasBlock(node))) {
      between.push(node);
      continue;
    }
    flush();
    writeBlock(node, inherited, writing);
  }
  flush();
}

function writeBlock(element: MarkupElement, inherited: readonly InheritedMark[], writing: Writing): void {
  const { name, children, attributes } = element;
  const { lines } = writing;
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      // The headline is the only title of the document.
      const level = Math.max(2, Number(name.charAt(1)));
      writeStretch(children, inherited, 'heading', `${'#'.repeat(level)} `, writing);
      return;
    }
    case 'blockquote':
      lines.inside('> ', '> ', () => writeBlocks(children, inherited, writing));
      return;
    case 'ul':
    case 'ol':
      writeList(element, inherited, writing);
      return;
    case 'pre':
      writeCode(children, writing);
      return;
    case 'hr':
      lines.block('___', []);
      return;
    case 'table': {
      const rows = tableCells(element);
      if (rows === undefined) writeBlocks(children, inherited, writing);
      else writeTable(element, rows, inherited, writing);
      return;
    }
    case 'a':
      writeBlocks(children, [...inherited, { kind: 'link', address: attributes['href'] }], writing);
      return;
    default:
      writeBlocks(children, inherited, writing);
  }
}

function writeStretch(
  nodes: readonly MarkupNode[],
  inherited: readonly InheritedMark[],
  place: Stretch['place'],
  sign: string,
  { text, runs, lines }: Writing,
): void {
  const parts = inlineParts(nodes, inherited, runs);
  if (parts !== undefined) lines.block(sign, markdownInline({ text, place, ...parts }));
}

function writeList(
  { name, children, attributes }: MarkupElement,
  inherited: readonly InheritedMark[],
  writing: Writing,
): void {
  const { lines } = writing;
  let number = Math.max(0, Number(attributes['start'] ?? 1));
  const list = lines.beginList(name === 'ol' ? 'numbers' : 'points', number);
  for (const child of children) {
    if (child.kind === 'text') continue;
    if (child.name !== 'li') {
      writeBlocks([child], inherited, writing);
      continue;
    }
    const marker = name === 'ol' ? `${number}${list.sign} ` : `${list.sign} `;
    list.item(marker, () => writeBlocks(child.children, inherited, writing));
    number++;
  }
  list.end();
}

/** Code is written as it stands, between fences that are longer than any in it (CommonMark 0.31, § 4.5). */
function writeCode(nodes: readonly MarkupNode[], { text, runs, lines }: Writing): void {
  const parts = inlineParts(nodes, [], runs);
  if (parts === undefined) return;
  const [start, end] = parts.range;
  const code = text.slice(start, end).replace(/\s+$/, '');
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pieces = code.split('').map((written, index) => ({ at: start + index, written }));
  lines.block(`${fence}\n`, [...pieces, { at: undefined, written: `\n${fence}` }], true);
}

/** A table of GitHub's Markdown (§ 4.10 of its specification); one without a head gets an empty one. */
function writeTable(
  table: MarkupElement,
  { head, rows, columns }: NonNullable<ReturnType<typeof tableCells>>,
  inherited: readonly InheritedMark[],
  { text, runs, lines }: Writing,
): void {
  for (const child of table.children)
    if (child.kind === 'element' && child.name === 'caption') {
      const parts = inlineParts(child.children, inherited, runs);
      if (parts !== undefined) lines.block('', markdownInline({ text, place: 'paragraph', ...parts }));
    }
  const row = (cells: readonly MarkupElement[]) => [
    ...Array.from({ length: columns }, (_, index) => {
      const parts = inlineParts(cells[index]?.children ?? [], inherited, runs);
      const pieces = parts === undefined ? [] : markdownInline({ text, place: 'cell', ...parts });
      return [{ at: undefined, written: '| ' }, ...pieces, { at: undefined, written: ' ' }];
    }).flat(),
    { at: undefined, written: '|' },
  ];
  const rule = `|${' --- |'.repeat(columns)}`;
  const lineEnd = { at: undefined, written: '\n' };
  lines.block(
    '',
    [
      ...row(head ?? []),
      lineEnd,
      { at: undefined, written: rule },
      ...rows.flatMap((cells) => [lineEnd, ...row(cells)]),
    ],
    true,
  );
}

function hasBlock(element: MarkupElement): boolean {
  return element.children.some(
    (child) => child.kind === 'element' && (BLOCKS.has(child.name) || hasBlock(child)),
  );
}

/** Derives the text as it was derived when the article was taken in, and where each text node went. */
function readText(nodes: readonly MarkupNode[]): { readonly text: string; readonly runs: Runs } {
  const flow = createTextFlow();
  const order: MarkupText[] = [];
  addText(nodes, flow, order);
  const { text, runs } = flow.finish();
  const nothing: TextRun = { start: 0, end: 0, preserved: false, skipped: 0 };
  return { text, runs: new Map(order.map((node, index) => [node, runs[index] ?? nothing])) };
}

function addText(nodes: readonly MarkupNode[], flow: TextFlowBuilder, order: MarkupText[]): void {
  for (const node of nodes) {
    if (node.kind === 'text') {
      order.push(node);
      flow.text(node.data);
    } else {
      flow.open(node.name);
      addText(node.children, flow, order);
      flow.close(node.name);
    }
  }
}
