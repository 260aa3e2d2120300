// The cells of a table that can be written as lines.

import type { MarkupElement, MarkupNode } from './cleanMarkup.ts';

export interface TableCells {
  /** Undefined where the table has no head. */
  readonly head: readonly MarkupElement[] | undefined;
  readonly rows: readonly (readonly MarkupElement[])[];
  readonly columns: number;
}

/** What is more than a line in a cell. */
const MORE = new Set('blockquote dl figure h1 h2 h3 h4 h5 h6 hr ol pre table ul'.split(' '));

/** Gives the cells; undefined for a table that only arranges a page, or whose cells are more than a line each. */
export function tableCells(table: MarkupElement): TableCells | undefined {
  const rows = table.children.flatMap(rowsOf);
  const cells = rows.map((row) => row.children.filter(isCell));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  if (columns < 2 || cells.flat().some((cell) => isMore(cell.children))) return undefined;
  const [first, ...others] = cells;
  const hasHead =
    table.children.some((part) => part.kind === 'element' && part.name === 'thead') ||
    (first?.every(({ name }) => name === 'th') ?? false);
  return { head: hasHead ? first : undefined, rows: hasHead ? others : cells, columns };
}

function rowsOf(node: MarkupNode): readonly MarkupElement[] {
  if (node.kind === 'text') return [];
  if (node.name === 'tr') return [node];
  return ['tbody', 'thead', 'tfoot'].includes(node.name) ? node.children.flatMap(rowsOf) : [];
}

function isCell(node: MarkupNode): node is MarkupElement {
  return node.kind === 'element' && (node.name === 'td' || node.name === 'th');
}

function isMore(nodes: readonly MarkupNode[]): boolean {
  const elements = nodes.filter((node) => node.kind === 'element');
  if (elements.filter(({ name }) => name === 'p').length > 1) return true;
  return elements.some(({ name, children }) => MORE.has(name) || isMore(children));
}
