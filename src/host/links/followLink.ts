// Does what a link asks for.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { TextRange } from '../../core/model/search.ts';
import { UserError } from '../../core/model/userError.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { plainMessage } from '../plainText.ts';
import { linkRequest, type LinkRequest } from './linkRequest.ts';
import { passageInText } from './passageInText.ts';

export interface LinkPorts {
  readonly library: Pick<Library, 'articlesByKey' | 'itemAt' | 'read'>;
  readonly openArticle: (id: ItemId, passage: TextRange | undefined) => Promise<void>;
  /** Called with the query of a link. */
  readonly showSearch: (query: string) => Promise<void>;
  /** Called when the person wants to search for what a link named and the library does not have. */
  readonly search: () => Promise<void>;
  /** Called when the person wants the page of a link kept: the one request that a link leads to. */
  readonly savePage: (url: string) => Promise<void>;
}

type ArticleRequest = Extract<LinkRequest, { kind: 'article' }>;

/**
 * Follows a link; what stands in it can be from anybody.
 *
 * @throws UserError for a link that leads to nothing.
 */
export async function followLink(
  ports: LinkPorts,
  { path, query }: Pick<vscode.Uri, 'path' | 'query'>,
): Promise<void> {
  const request = linkRequest(path, query);
  if (request === undefined) throw new UserError(localize('This link leads to nothing in Broadsheet.'));
  if (request.kind === 'search') await ports.showSearch(request.query);
  else await openLinked(ports, request);
}

async function openLinked(ports: LinkPorts, request: ArticleRequest): Promise<void> {
  const { library, openArticle } = ports;
  const { key, url, passage } = request;
  const cited = key === undefined ? undefined : (await library.articlesByKey([key]))[0]?.article;
  const id = cited?.id ?? (url === undefined ? undefined : await library.itemAt(url));
  if (id === undefined) {
    await offerOther(ports, request);
    return;
  }
  const article = cited ?? (await library.read(id));
  await openArticle(id, article && passageInText(passage, article.text));
}

/** The library has no such article; nothing is fetched unless the person says so. */
async function offerOther({ search, savePage }: LinkPorts, { key, url }: ArticleRequest): Promise<void> {
  const searching = localize('Search…');
  const saving = localize('Save Page');
  const sentence =
    url === undefined
      ? localize('No article in your library has the key “{0}”.', key ?? '')
      : localize('The article at {0} is not in your library.', url);
  const choices = url === undefined ? [searching] : [saving, searching];
  const chosen = await vscode.window.showInformationMessage(plainMessage(sentence), ...choices);
  if (chosen === searching) await search();
  if (chosen === saving && url !== undefined) await savePage(url);
}
