// The addresses under which VS Code's editors know the versions of articles.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import { VERSION_SCHEME } from '../../manifest.ts';
import { headlineInPath } from '../headlineInPath.ts';

export interface VersionPlace {
  readonly itemId: ItemId;
  /** Counts the versions from 1. */
  readonly ordinal: number;
}

/** Gives the address of a version; its path is for people, its query says which one it is. */
export function versionUri({ itemId, ordinal }: VersionPlace, headline: string): vscode.Uri {
  return vscode.Uri.from({
    scheme: VERSION_SCHEME,
    path: `/${headlineInPath(headline)}, version ${ordinal}`,
    query: `${itemId}.${ordinal}`,
  });
}

/** Reads such an address; undefined for any other. */
export function versionPlace({ scheme, query }: vscode.Uri): VersionPlace | undefined {
  const numbers = /^(\d{1,15})\.(\d{1,9})$/.exec(query);
  if (scheme !== VERSION_SCHEME || numbers === null) return undefined;
  return { itemId: Number(numbers[1]) as ItemId, ordinal: Number(numbers[2]) };
}
