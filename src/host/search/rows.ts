// The rows of the search's quick pick, and what each stands for.

import * as vscode from 'vscode';
import type { Headline } from '../../core/model/item.ts';
import type { TextRange } from '../../core/model/search.ts';
import { plainLabel } from '../plainText.ts';

export interface Row extends vscode.QuickPickItem {
  readonly means: Meaning;
}

export type Meaning =
  /** An item, and where the match stands in its text. */
  | { readonly kind: 'item'; readonly item: Headline; readonly passage: TextRange | undefined }
  /** Puts a query into the box. */
  | { readonly kind: 'query'; readonly query: string }
  | { readonly kind: 'help' }
  /** Only says something. */
  | { readonly kind: 'nothing' };

export function separator(label: string): Row {
  return { label, kind: vscode.QuickPickItemKind.Separator, means: { kind: 'nothing' } };
}

/** A row that cannot be chosen for anything. */
export function remark(label: string, detail?: string): Row {
  return {
    label: plainLabel(label),
    ...(detail === undefined ? {} : { detail: plainLabel(detail) }),
    alwaysShow: true,
    means: { kind: 'nothing' },
  };
}

/** A row that puts a query into the box. */
export function queryRow(label: string, description: string, query: string): Row {
  return {
    label: plainLabel(label),
    description: plainLabel(description),
    alwaysShow: true,
    means: { kind: 'query', query },
  };
}
