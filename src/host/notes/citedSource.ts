// Which article stands behind a citation with a key: of copies that say the same, the one that has a key already.

import * as vscode from 'vscode';
import { publishedIn } from '../../core/cite/publishedIn.ts';
import type { Article, Headline } from '../../core/model/item.ts';
import type { TextRange } from '../../core/model/search.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { plainLabel } from '../plainText.ts';

/** What is cited or quoted. */
export interface Cited {
  readonly article: Article;
  /** In the article's text; undefined where the article is cited as a whole. */
  readonly passage: TextRange | undefined;
}

export interface CitedByKey extends Cited {
  readonly key: string;
}

/** Copies that are offered. */
const MOST = 5;

/**
 * Gives what is cited with its key, made now where it has none. Where another copy with the very words has a key, the
 * person says which of the two is meant.
 *
 * @throws CancellationError where the person leaves the question.
 */
export async function citedSource(library: Library, cited: Cited): Promise<CitedByKey> {
  const { article, passage } = cited;
  const copies = article.citationKey === undefined ? await keyedCopies(library, cited) : [];
  const meant = copies.length === 0 ? undefined : await pickCopy(article, copies);
  return meant ?? { article, passage, key: await library.mintKey(article.id) };
}

/** Gives what is cited with the keys that it has or would be given, without a question and without making one. */
export async function offeredSources(
  library: Pick<Library, 'proposedKeys'>,
  cited: readonly Cited[],
): Promise<readonly CitedByKey[]> {
  const keys = await library.proposedKeys(cited.map(({ article }) => article.id));
  return cited.map((each, index) => ({ ...each, key: keys[index] ?? '' }));
}

async function keyedCopies(library: Library, { article, passage }: Cited): Promise<readonly CitedByKey[]> {
  const others = (await library.sameStory(article.id)).filter(({ citationKey }) => citationKey !== undefined);
  const copies: CitedByKey[] = [];
  for (const { id, citationKey: key } of others.slice(0, MOST)) {
    const copy = await library.read(id);
    if (copy === undefined || key === undefined) continue;
    if (passage === undefined) copies.push({ article: copy, passage, key });
    else {
      const words = article.text.slice(...passage);
      const [checked] = await library.checkQuotations([{ key, words, locator: undefined }]);
      if (checked?.kind === 'checked' && checked.verdict.kind === 'exact')
        copies.push({ article: copy, passage: checked.verdict.range, key });
    }
  }
  return copies;
}

/** Undefined where the article itself is meant. */
async function pickCopy(article: Article, copies: readonly CitedByKey[]): Promise<CitedByKey | undefined> {
  const rows = [
    ...copies.map((copy) => ({
      label: plainLabel(localize('Cite {0} as before', nameOf(copy.article))),
      description: copy.key,
      detail: plainLabel(copy.article.headline),
      copy,
    })),
    {
      label: plainLabel(localize('Cite {0}', nameOf(article))),
      description: localize('with a key of its own'),
      detail: plainLabel(article.headline),
      copy: undefined,
    },
  ];
  const chosen = await vscode.window.showQuickPick(rows, {
    title: localize('The same text is cited already'),
    placeHolder: localize('Which copy do you want to cite?'),
  });
  if (chosen === undefined) throw new vscode.CancellationError();
  return chosen.copy;
}

function nameOf(item: Headline): string {
  return publishedIn(item) ?? localize('“{0}”', item.headline);
}
