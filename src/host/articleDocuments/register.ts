// Articles as read-only Markdown documents, on which everything works that the editor can do with text.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { Article, Headline } from '../../core/model/item.ts';
import type { TextRange } from '../../core/model/search.ts';
import { UserError } from '../../core/model/userError.ts';
import { articleMarkdown, type ArticleMarkdown } from '../../core/transfer/articleMarkdown.ts';
import type { LibraryChange, ObservableLibrary } from '../../library/library.ts';
import { ARTICLE_SCHEME } from '../../manifest.ts';
import { coalesce } from '../coalesce.ts';
import type { Guard } from '../commands.ts';
import { createDisposableStore, type Disposable } from '../disposables.ts';
import { localize } from '../localize.ts';
import { articleName, articleUri } from './articleUri.ts';
import { linePlaces } from './linePlaces.ts';

export interface ArticleDocumentsParts {
  readonly library: ObservableLibrary;
  readonly guard: Guard;
}

export interface ArticleDocuments {
  /** Opens an article as a document, with a passage of its text selected. */
  open(item: Headline, passage: TextRange | undefined): Promise<void>;
  /**
   * Gives where a passage of an article's text stands in its document, the headline for none; undefined where there is
   * no such article.
   */
  passageLocation(id: ItemId, passage: TextRange | undefined): Promise<vscode.Location | undefined>;
  readonly disposable: Disposable;
}

const GONE = localize('This article is not in the library.\n');
const REFRESH_INTERVAL = 1000;

export function registerArticleDocuments({ library, guard }: ArticleDocumentsParts): ArticleDocuments {
  const store = createDisposableStore();
  const changed = store.add(new vscode.EventEmitter<vscode.Uri>());

  const textOf = async (uri: vscode.Uri): Promise<string> => {
    const article = await read(library, uri);
    return article === undefined ? GONE : documentOf(article).markdown;
  };
  store.add(
    vscode.workspace.registerTextDocumentContentProvider(ARTICLE_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => guard(() => textOf(uri)),
    }),
  );

  /** Only what is shown and says something else now is read again by the editor. */
  const refreshShown = async (): Promise<void> => {
    for (const document of vscode.workspace.textDocuments) {
      if (document.uri.scheme !== ARTICLE_SCHEME || document.isClosed) continue;
      if ((await textOf(document.uri)) !== document.getText()) changed.fire(document.uri);
    }
  };
  const refresh = store.add(coalesce(() => void guard(refreshShown), REFRESH_INTERVAL));
  store.add({
    dispose: library.onDidChange((change) => {
      if (mayChangeText(change) && isAnyShown()) refresh.request();
    }),
  });

  const passageLocation: ArticleDocuments['passageLocation'] = async (id, passage) => {
    const article = await library.read(id);
    if (article === undefined) return undefined;
    const { markdown, rangeOf } = documentOf(article);
    const place = linePlaces(markdown);
    const [start, end] = passage === undefined ? [0, 0] : rangeOf(passage);
    return new vscode.Location(
      articleUri(id, article.headline),
      new vscode.Range(toPosition(place(start)), toPosition(place(end))),
    );
  };

  return {
    async open(item, passage) {
      const location = await passageLocation(item.id, passage);
      if (location === undefined) throw new UserError(localize('This article is no longer in the library.'));
      const document = await vscode.workspace.openTextDocument(location.uri);
      await vscode.window.showTextDocument(document, {
        preview: true,
        ...(passage === undefined ? {} : { selection: location.range }),
      });
    },
    passageLocation,
    disposable: store,
  };
}

async function read(library: ObservableLibrary, uri: vscode.Uri): Promise<Article | undefined> {
  const name = articleName(uri);
  if (name === undefined) return undefined;
  if (name.kind === 'id') return await library.read(name.id);
  return (await library.articlesByKey([name.key]))[0]?.article;
}

function documentOf(article: Article): ArticleMarkdown {
  return articleMarkdown(article, vscode.env.language);
}

function mayChangeText({ kind }: LibraryChange): boolean {
  return kind === 'items' || kind === 'removed' || kind === 'sources' || kind === 'elsewhere';
}

function isAnyShown(): boolean {
  return vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === ARTICLE_SCHEME);
}

function toPosition([line, character]: readonly [number, number]): vscode.Position {
  return new vscode.Position(line, character);
}
