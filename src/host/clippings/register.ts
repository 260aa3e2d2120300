// Passages that the person keeps: clipped in the reader, listed in a view of their own.

import * as vscode from 'vscode';
import type { Clipping } from '../../core/model/clipping.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { Article } from '../../core/model/item.ts';
import type { TextRange } from '../../core/model/search.ts';
import { UserError } from '../../core/model/userError.ts';
import type { Library, ObservableLibrary } from '../../library/library.ts';
import { VIEWS } from '../../manifest.ts';
import { coalesce } from '../coalesce.ts';
import type { Guard } from '../commands.ts';
import { createDisposableStore } from '../disposables.ts';
import { localize } from '../localize.ts';
import { plainMessage } from '../plainText.ts';
import { asClipping, clippedNodes, clippingTreeItem, type ClippingTreeNode } from './clippingNodes.ts';
import { typedComment, typedTags } from './clippingTags.ts';

/** The article in the reader and what of it is selected. */
export interface Clippable {
  readonly article: Article;
  readonly selection: TextRange | undefined;
}

export interface ClippingsParts {
  readonly library: ObservableLibrary;
  readonly guard: Guard;
  readonly reading: () => Clippable | undefined;
  /** Shows an article at a passage of it. */
  readonly open: (id: ItemId, passage: TextRange | undefined) => Promise<void>;
  /** Quotes a passage of an article in the note. */
  readonly quote: (id: ItemId, passage: TextRange) => Promise<void>;
}

export interface Clippings {
  /** Keeps what is selected in the reader, with the comment given or one that is asked for. */
  clip(comment: unknown): Promise<void>;
  open(row: unknown): Promise<void>;
  insert(row: unknown): Promise<void>;
  editComment(row: unknown, comment: unknown): Promise<void>;
  editTags(row: unknown, tags: unknown): Promise<void>;
  remove(row: unknown): Promise<void>;
  readonly disposable: vscode.Disposable;
}

/** More than a person looks through; the rest is found by searching the articles. */
const SHOWN = 2000;
const REFRESH_INTERVAL = 200;

export function registerClippings({ library, guard, reading, open, quote }: ClippingsParts): Clippings {
  const store = createDisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());

  const children = async (node?: ClippingTreeNode): Promise<readonly ClippingTreeNode[]> => {
    if (node === undefined) return clippedNodes(await library.clippings(undefined, SHOWN));
    return node.kind === 'clipped' ? node.clippings.map((clipping) => ({ kind: 'clipping', clipping })) : [];
  };
  store.add(
    vscode.window.createTreeView<ClippingTreeNode>(VIEWS.clippings, {
      showCollapseAll: true,
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: async (node) => [...((await guard(() => children(node))) ?? [])],
        getTreeItem: (node) => clippingTreeItem(node, Date.now()),
      },
    }),
  );
  const refresh = store.add(coalesce(() => changed.fire(), REFRESH_INTERVAL));
  store.add({
    dispose: library.onDidChange(({ kind }) => {
      // An article that was edited may have lost what was clipped from it.
      if (kind === 'clippings' || kind === 'items' || kind === 'removed' || kind === 'elsewhere')
        refresh.request();
    }),
  });

  return {
    async clip(given) {
      const { article, selection } = reading() ?? {};
      if (article === undefined || selection === undefined)
        throw new UserError(localize('Select the words to clip in the reader first.'));
      const line =
        typeof given === 'string'
          ? given
          : await vscode.window.showInputBox({
              title: localize('Clip'),
              prompt: localize(
                'A comment, with #tags if you like. Without one, the words alone are clipped.',
              ),
            });
      if (line === undefined) return;
      await library.addClipping({ itemId: article.id, passage: selection, ...typedComment(line) });
      vscode.window.setStatusBarMessage(localize('Clipped'), 3000);
    },
    async open(row) {
      const clipping = chosen(row);
      await open(clipping.item.id, clipping.passage);
      if (clipping.passage === undefined)
        void vscode.window.showWarningMessage(plainMessage(goneSentence(clipping)));
    },
    async insert(row) {
      const clipping = chosen(row);
      if (clipping.passage === undefined) throw new UserError(goneSentence(clipping));
      await quote(clipping.item.id, clipping.passage);
    },
    async editComment(row, given) {
      const clipping = chosen(row);
      const comment = await answered(given, { title: localize('Edit Comment'), value: clipping.comment });
      if (comment !== undefined) await library.changeClipping(clipping.id, { comment: comment.trim() });
    },
    async editTags(row, given) {
      const clipping = chosen(row);
      const value = clipping.tags.join(', ');
      const tags = await answered(given, {
        title: localize('Edit Tags'),
        prompt: localize('Parted by commas'),
        value,
      });
      if (tags !== undefined) await library.changeClipping(clipping.id, { tags: typedTags(tags) });
    },
    async remove(row) {
      const clipping = chosen(row);
      if (clipping.passage === undefined && !(await isLastCopyGivenUp())) return;
      await library.removeClipping(clipping.id);
      void guard(() => offerUndo(library, clipping));
    },
    disposable: store,
  };
}

/** Words that are gone from the article stand in the clipping alone, so that there is no way back. */
async function isLastCopyGivenUp(): Promise<boolean> {
  const remove = localize('Remove');
  const sentence = localize('The article no longer has these words, so they are lost with the clipping.');
  return (await vscode.window.showWarningMessage(sentence, { modal: true }, remove)) === remove;
}

async function offerUndo(library: Library, { item, passage, comment, tags }: Clipping): Promise<void> {
  if (passage === undefined) return;
  const undo = localize('Undo');
  const answer = await vscode.window.showInformationMessage(localize('The clipping was removed.'), undo);
  if (answer === undo) await library.addClipping({ itemId: item.id, passage, comment, tags });
}

function chosen(row: unknown): Clipping {
  const clipping = asClipping(row);
  if (clipping === undefined) throw new UserError(localize('Choose a clipping in the sidebar first.'));
  return clipping;
}

async function answered(given: unknown, question: vscode.InputBoxOptions): Promise<string | undefined> {
  return typeof given === 'string' ? given : vscode.window.showInputBox(question);
}

function goneSentence({ words }: Clipping): string {
  const shown = words.replace(/\s+/g, ' ').slice(0, 80).trim();
  return localize(
    'The article no longer says “{0}{1}”. Compare its versions to see what became of it.',
    shown,
    words.length > 80 ? '…' : '',
  );
}
