// What the tree of headlines consists of.

import type { Headline } from '../../core/model/item.ts';
import type { SourceId } from '../../core/model/ids.ts';
import type { Source } from '../../core/model/source.ts';

export interface SourceNode {
  readonly kind: 'source';
  readonly source: Source;
}

export interface HeadlineNode {
  readonly kind: 'headline';
  readonly item: Headline;
  /** The source beneath which it is listed, which need not be the item's own. */
  readonly listedIn: SourceId;
}

/** Stands at the end of a list that goes on. */
export interface MoreNode {
  readonly kind: 'more';
  readonly sourceId: SourceId;
  readonly left: number;
}

export type Node = SourceNode | HeadlineNode | MoreNode;

/** Takes a value that VS Code passed to a command for a node, if it is one of this kind. */
export function asNode<K extends Node['kind']>(
  kind: K,
  value: unknown,
): Extract<Node, { kind: K }> | undefined {
  const matches = typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
  return matches ? (value as Extract<Node, { kind: K }>) : undefined;
}
