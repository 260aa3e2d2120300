// An article as a file that the person keeps, prints or hands on.

import * as vscode from 'vscode';
import type { Article } from '../../core/model/item.ts';
import { UserError } from '../../core/model/userError.ts';
import { cutAtWord } from '../../core/text/cutAtWord.ts';
import { localize } from '../localize.ts';
import { plainMessage } from '../plainText.ts';
import { htmlFile } from './htmlFile.ts';
import { markdownFile } from './markdownFile.ts';

export type SavedForm = 'html' | 'markdown';

const NAME_LENGTH = 80;
const FORMS: Readonly<Record<SavedForm, { readonly name: string; readonly ending: string }>> = {
  html: { name: 'HTML', ending: 'html' },
  markdown: { name: 'Markdown', ending: 'md' },
};

/**
 * Writes an article to a file and offers to open it.
 *
 * @param given Where to; asks where it is not given.
 */
export async function saveArticle(article: Article, form: SavedForm, given: unknown): Promise<void> {
  const target = given instanceof vscode.Uri ? given : await askWhere(article, form);
  if (target === undefined) return;
  const write = form === 'html' ? htmlFile : markdownFile;
  const text = write(article, Date.now(), vscode.env.language);
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(localize('The file could not be written: {0}', reason));
  }
  void offerFile(article, target, form);
}

async function offerFile({ headline }: Article, file: vscode.Uri, form: SavedForm): Promise<void> {
  // A browser can print it, which a page inside VS Code cannot.
  const open = form === 'html' ? localize('Open in Browser') : localize('Open');
  const sentence = plainMessage(localize('“{0}” was saved.', cutAtWord(headline, NAME_LENGTH)));
  if ((await vscode.window.showInformationMessage(sentence, open)) !== open) return;
  if (form === 'html') await vscode.env.openExternal(file);
  else await vscode.commands.executeCommand('vscode.open', file);
}

function askWhere({ headline }: Article, form: SavedForm): Thenable<vscode.Uri | undefined> {
  const { name, ending } = FORMS[form];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = `${fileName(headline)}.${ending}`;
  return vscode.window.showSaveDialog({
    title: localize('Save as {0}', name),
    filters: { [name]: [ending] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, file) }),
  });
}

/** Without what file systems do not take. */
function fileName(headline: string): string {
  const name = headline
    .replace(/[\p{Cc}\p{Cs}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return cutAtWord(name, NAME_LENGTH).replace(/[. …]+$/u, '') || localize('Article');
}
