// The addresses under which VS Code knows articles as documents.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import { ARTICLE_SCHEME } from '../../manifest.ts';
import { headlineInPath } from '../headlineInPath.ts';

/** An article by its number in this library, or by the key by which notes cite it. */
export type ArticleName =
  { readonly kind: 'id'; readonly id: ItemId } | { readonly kind: 'key'; readonly key: string };

/**
 * Gives the address of an article's document; the last part of its path is for people.
 *
 * @example `broadsheet:/article/12/Rain stops play.md`
 */
export function articleUri(id: ItemId, headline: string): vscode.Uri {
  return vscode.Uri.from({ scheme: ARTICLE_SCHEME, path: `/article/${id}/${headlineInPath(headline)}.md` });
}

/** Reads such an address; undefined for any other. */
export function articleName({ scheme, path }: vscode.Uri): ArticleName | undefined {
  const [, name = ''] = /^\/article\/([a-z0-9]{1,100})(?:\/|$)/.exec(path) ?? [];
  if (scheme !== ARTICLE_SCHEME || name === '') return undefined;
  if (/^\d{1,15}$/.test(name)) return { kind: 'id', id: Number(name) as ItemId };
  return /^[a-z]/.test(name) ? { kind: 'key', key: name } : undefined;
}
