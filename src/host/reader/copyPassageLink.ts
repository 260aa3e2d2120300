// The address of a passage, by which a browser finds it on the article's page.

import * as vscode from 'vscode';
import { withTextFragment } from '../../core/cite/textFragment.ts';
import type { Article } from '../../core/model/item.ts';
import type { TextRange } from '../../core/model/search.ts';
import { UserError } from '../../core/model/userError.ts';
import { localize } from '../localize.ts';

export interface PassageToLink {
  readonly article: Article;
  readonly selection: TextRange;
}

/** Puts it on the clipboard. */
export async function copyPassageLink({ article, selection }: PassageToLink): Promise<void> {
  if (article.url === undefined)
    throw new UserError(localize('No address is known for “{0}”.', article.headline));
  await vscode.env.clipboard.writeText(withTextFragment(article.url, article.text, selection));
  vscode.window.setStatusBarMessage(localize('Link to the passage copied'), 3000);
}
