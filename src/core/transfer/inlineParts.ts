// The words, marks and pictures of a stretch of markup without blocks.

import type { TextRange } from '../model/search.ts';
import type { TextRun } from '../text/textFlow.ts';
import type { MarkupElement, MarkupNode, MarkupText } from './cleanMarkup.ts';
import type { Mark, Picture } from './markdownInline.ts';

/** Where each text node stands in the article's text. */
export type Runs = ReadonlyMap<MarkupText, TextRun>;

/** What all words of a stretch are, as an element around its block says so. */
export type InheritedMark = Pick<Mark, 'kind' | 'address'>;

export interface InlineParts {
  readonly range: TextRange;
  /** Outer ones before those inside them. */
  readonly marks: readonly Mark[];
  readonly pictures: readonly Picture[];
}

const KINDS: Readonly<Partial<Record<string, Mark['kind']>>> = {
  a: 'link',
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  del: 'deleted',
  s: 'deleted',
  code: 'code',
  kbd: 'code',
  samp: 'code',
};

/** A picture of so many points is there to be counted, not to be seen. */
const PIXEL = 2;

/** Gives the parts of a stretch; undefined where there is nothing to be seen. */
export function inlineParts(
  nodes: readonly MarkupNode[],
  inherited: readonly InheritedMark[],
  runs: Runs,
): InlineParts | undefined {
  const range = rangeOf(nodes, runs);
  const marks: Mark[] = range === undefined ? [] : inherited.map((mark) => ({ ...mark, range }));
  const pictures: Picture[] = [];
  let at = range?.[0] ?? 0;
  const walk = (node: MarkupNode): void => {
    if (node.kind === 'text') {
      const run = runs.get(node);
      if (run !== undefined && run.end > run.start) at = run.end;
      return;
    }
    if (node.name === 'img') pictures.push(...pictureOf(node, at));
    const mark = markOf(node, runs);
    if (mark !== undefined) marks.push(mark);
    node.children.forEach(walk);
  };
  nodes.forEach(walk);
  if (range === undefined && pictures.length === 0) return undefined;
  return { range: range ?? [0, 0], marks, pictures };
}

function markOf(element: MarkupElement, runs: Runs): Mark | undefined {
  const kind = KINDS[element.name];
  const range = kind === undefined ? undefined : rangeOf(element.children, runs);
  const address = element.attributes['href'];
  if (kind === undefined || range === undefined || (kind === 'link' && address === undefined))
    return undefined;
  return { kind, range, address };
}

function rangeOf(nodes: readonly MarkupNode[], runs: Runs): TextRange | undefined {
  let [start, end] = [Infinity, -Infinity];
  for (const node of nodes) {
    const run = node.kind === 'text' ? runs.get(node) : undefined;
    const inside =
      node.kind === 'text' ? run && ([run.start, run.end] as const) : rangeOf(node.children, runs);
    if (inside === undefined || inside[1] <= inside[0]) continue;
    start = Math.min(start, inside[0]);
    end = Math.max(end, inside[1]);
  }
  return end > start ? [start, end] : undefined;
}

function pictureOf({ attributes }: MarkupElement, at: number): readonly Picture[] {
  const { src, alt, title, width, height } = attributes;
  if ([width, height].some((length) => length !== undefined && Number(length) <= PIXEL)) return [];
  const address = src !== undefined && /^https?:/i.test(src) ? src : undefined;
  return [{ at, words: (alt ?? title ?? '').replace(/\s+/g, ' ').trim(), address }];
}
