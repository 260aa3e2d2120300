// Citations and quotations into the person's notes.

import * as vscode from 'vscode';
import type { CiteStyle } from '../../cite-style/citeStyle.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { Article, Headline } from '../../core/model/item.ts';
import type { PickedItem, PickRequest } from '../../core/model/pick.ts';
import type { TextRange } from '../../core/model/search.ts';
import { UserError } from '../../core/model/userError.ts';
import type { Library } from '../../library/library.ts';
import { CONTEXT_KEYS } from '../../manifest.ts';
import type { Guard } from '../commands.ts';
import { localize } from '../localize.ts';
import { addEntryTo } from './addEntryTo.ts';
import type { Cited, CitedByKey } from './citedSource.ts';
import { citeInNote, prepareCitation, textInWords, type PreparedCitation } from './citeInNote.ts';
import { registerDropIntoNote } from './dropIntoNote.ts';
import { createNewBibliographies } from './newBibliographies.ts';
import { trackNoteEditor } from './noteEditor.ts';
import { registerPasteQuotation } from './pasteQuotation.ts';
import { pickPassage } from './pickPassage.ts';
import { copyReference, insertBibliography } from './references.ts';

/** The article in the reader and what of it is selected. */
export interface Reading {
  readonly article: Article;
  readonly selection: TextRange | undefined;
  /** Whether the person sees it, or another editor covers it. */
  readonly visible: boolean;
  /** Whether it is the active editor. */
  readonly active: boolean;
}

/** What to quote: a passage of the article in the reader, of a row in the tree, or of what a search found. */
export type ToQuote =
  | { readonly kind: 'open' }
  | { readonly kind: 'listed'; readonly item: Headline }
  | ({ readonly kind: 'found' } & PickedItem)
  /** Exactly this passage of an article. */
  | { readonly kind: 'passage'; readonly id: ItemId; readonly passage: TextRange };

export interface NotesParts {
  readonly library: Library;
  readonly guard: Guard;
  readonly citeStyle: CiteStyle;
  readonly extensionUri: vscode.Uri;
  /** Where the citation style that was used last is remembered. */
  readonly memory: vscode.Memento;
  readonly reading: () => Reading | undefined;
  /** Fires when the reader shows something else. */
  readonly onDidRead: vscode.Event<{ readonly article: Article } | undefined>;
  readonly pickItem: (request: PickRequest) => Promise<PickedItem | undefined>;
}

export interface Notes {
  /** Cites an item in the note: this one, or the one in the reader where it is active, or one that the person picks. */
  insertCitation(item: Headline | undefined): Promise<void>;
  /**
   * Quotes what is selected in the reader, where that is what is meant; else the person picks a passage, and first an
   * article where no reader is open. What a search found is never the reader's selection.
   */
  insertQuotation(what: ToQuote): Promise<void>;
  /** Puts the reader's selection on the clipboard as a quotation; without a selection, the citation alone. */
  copyWithCitation(): Promise<void>;
  /** Copies the reference of this item, or of the one in the reader, or of one that the person picks. */
  copyReference(item: Headline | undefined): Promise<void>;
  /** Writes the references of all that the note cites. */
  insertBibliography(): Promise<void>;
  /** Adds the entry of an article that the note cites to the note's bibliography. */
  addBibliographyEntry(key: unknown, note: unknown): Promise<void>;
  readonly disposable: vscode.Disposable;
}

export function registerNotes(parts: NotesParts): Notes {
  const { library, guard, reading, pickItem } = parts;
  const editors = trackNoteEditor();
  const newBibliographies = createNewBibliographies();
  const citing = { library, guard, newBibliographies };
  const cite = async (editor: vscode.TextEditor, cited: Cited): Promise<void> => {
    await citeInNote(citing, editor, cited);
    await vscode.commands.executeCommand('setContext', CONTEXT_KEYS.hasCited, true);
  };
  const prepare = (
    document: vscode.TextDocument,
    cited: CitedByKey,
    isAlone: boolean,
  ): Promise<PreparedCitation> =>
    prepareCitation(citing, document, cited, isAlone, () => Promise.resolve(cited));
  const pasting = registerPasteQuotation({ library, guard, onDidRead: parts.onDidRead, prepare });
  const dropping = registerDropIntoNote({ library, guard, prepare });

  const insert = async (cited: Cited): Promise<void> => {
    const editor = await editors.current();
    if (editor !== undefined) {
      await cite(editor, cited);
      return;
    }
    const [create, copy] = [localize('New Note'), localize('Copy')];
    const chosen = await vscode.window.showInformationMessage(
      localize('No note is open to insert into.'),
      create,
      copy,
    );
    if (chosen === copy) await copyInWords(cited);
    if (chosen === create) await cite(await newNote(reading() !== undefined), cited);
  };
  const copyInWords = async (cited: Cited): Promise<void> => {
    await vscode.env.clipboard.writeText(textInWords(cited, 'markdown'));
    await library.markCited(cited.article.id, cited.passage === undefined ? 'cited' : 'quoted');
  };

  const read = async (id: ItemId): Promise<Article> => {
    const article = await library.read(id);
    if (article === undefined) throw new UserError(localize('This article is not in the library any more.'));
    return article;
  };
  const articleOf = async (id: ItemId): Promise<Article> => {
    const article = await read(id);
    if (article.text !== '') return article;
    throw new UserError(
      localize(
        'Only the headline of “{0}” is known, so there is no text to quote. Insert a citation instead.',
        article.headline,
      ),
    );
  };

  const itemToQuote = async (
    what: Exclude<ToQuote, { kind: 'passage' }>,
    open: Reading | undefined,
  ): Promise<PickedItem | undefined> => {
    if (what.kind === 'found') return what;
    const item = what.kind === 'listed' ? what.item : open?.article;
    if (item !== undefined) return { item, passage: undefined };
    return pickItem({ title: localize('Insert Quotation'), first: undefined, articlesOnly: true });
  };
  const itemMeant = async (given: Headline | undefined, title: string): Promise<Headline | undefined> => {
    const open = reading();
    if (given !== undefined) return given;
    if (open?.active === true) return open.article;
    return (await pickItem({ title, first: open?.article, articlesOnly: false }))?.item;
  };

  return {
    async insertCitation(given) {
      const item = await itemMeant(given, localize('Insert Citation'));
      if (item !== undefined) await insert({ article: await read(item.id), passage: undefined });
    },
    async insertQuotation(what) {
      if (what.kind === 'passage') {
        await insert({ article: await articleOf(what.id), passage: what.passage });
        return;
      }
      const open = reading();
      if (open?.selection !== undefined && isSelectionMeant(what, open)) {
        await insert({ article: await fresh(open.article), passage: open.selection });
        return;
      }
      const picked = await itemToQuote(what, open);
      if (picked === undefined) return;
      const article = await articleOf(picked.item.id);
      const passage = await pickPassage(article, picked.passage);
      if (passage !== undefined) await insert({ article, passage });
    },
    async copyWithCitation() {
      const open = reading();
      if (open === undefined)
        throw new UserError(localize('Open an article first, and select the words to copy.'));
      const { article, selection: passage } = open;
      await copyInWords({ article, passage });
      vscode.window.setStatusBarMessage(
        passage === undefined ? localize('Citation copied') : localize('Quotation copied'),
        3000,
      );
    },
    async copyReference(given) {
      const item = await itemMeant(given, localize('Copy Reference'));
      if (item !== undefined) await copyReference(parts, item);
    },
    async insertBibliography() {
      const editor = await editors.current();
      if (editor === undefined)
        throw new UserError(localize('Open the note first whose references you want to list.'));
      await insertBibliography(parts, editor);
    },
    addBibliographyEntry: (key, note) => addEntryTo({ library, newBibliographies }, key, note),
    disposable: vscode.Disposable.from(editors, pasting, dropping),
  };

  /** The offsets of a selection are those of the revision in the reader, but a key may have been made since. */
  async function fresh(article: Article): Promise<Article> {
    const now = await library.read(article.id);
    return now === undefined ? article : { ...article, citationKey: now.citationKey };
  }
}

function isSelectionMeant(what: ToQuote, { article, visible }: Reading): boolean {
  return what.kind === 'open' || (what.kind === 'listed' && what.item.id === article.id && visible);
}

async function newNote(beside: boolean): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
  return vscode.window.showTextDocument(
    document,
    beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
  );
}
