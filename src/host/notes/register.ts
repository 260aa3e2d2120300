// Citations and quotations into the person's notes.

import * as vscode from 'vscode';
import { attribution } from '../../core/cite/attribution.ts';
import { noteLanguage, type NoteLanguage } from '../../core/cite/noteLanguage.ts';
import { quotation } from '../../core/cite/quotation.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { Article, Headline } from '../../core/model/item.ts';
import type { TextRange } from '../../core/model/search.ts';
import { UserError } from '../../core/model/userError.ts';
import type { Library } from '../../library/library.ts';
import { insertInto, type NoteText } from './insertInto.ts';
import { trackNoteEditor } from './noteEditor.ts';
import { pickPassage } from './pickPassage.ts';

/** The article in the reader and what of it is selected. */
export interface Reading {
  readonly article: Article;
  readonly selection: TextRange | undefined;
  /** Whether the person sees it, or another editor covers it. */
  readonly visible: boolean;
  /** Whether it is the active editor. */
  readonly active: boolean;
}

/** How an item is asked for. */
export interface PickRequest {
  readonly title: string;
  /** Offered for Return. */
  readonly first: Headline | undefined;
  /** Whether only what has a body will do. */
  readonly articlesOnly: boolean;
}

/** An item that the person picked, with the passage that the search found in it. */
export interface PickedItem {
  readonly item: Headline;
  readonly passage: TextRange | undefined;
}

/** What to quote: a passage of the article in the reader, of a row in the tree, or of what a search found. */
export type ToQuote =
  | { readonly kind: 'open' }
  | { readonly kind: 'listed'; readonly item: Headline }
  | ({ readonly kind: 'found' } & PickedItem);

export interface NotesParts {
  readonly library: Library;
  readonly reading: () => Reading | undefined;
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
  readonly disposable: vscode.Disposable;
}

/** Makes the text for a note in the note's language. */
type Write = (language: NoteLanguage) => NoteText;

export function registerNotes({ library, reading, pickItem }: NotesParts): Notes {
  const editors = trackNoteEditor();

  const insert = async (write: Write): Promise<boolean> => {
    const editor = await editors.current();
    if (editor !== undefined) {
      await insertInto(editor, write(noteLanguage(editor.document.languageId)));
      return true;
    }
    const [create, copy] = ['New Note', 'Copy'];
    const chosen = await vscode.window.showInformationMessage(
      'No note is open to insert into.',
      create,
      copy,
    );
    if (chosen === copy) await vscode.env.clipboard.writeText(write('markdown').text);
    if (chosen === create) await insertInto(await newNote(reading() !== undefined), write('markdown'));
    return chosen !== undefined;
  };

  const articleOf = async (id: ItemId): Promise<Article> => {
    const article = await library.read(id);
    if (article === undefined) throw new UserError('This article is not in the library any more.');
    if (article.text !== '') return article;
    throw new UserError(
      `Only the headline of “${article.headline}” is known, so there is no text to quote. Insert a citation instead.`,
    );
  };

  const quote = async (article: Article, passage: TextRange): Promise<void> => {
    const words = article.text.slice(...passage);
    const inserted = await insert((language) => ({
      kind: 'block',
      text: quotation(words, article, language, vscode.env.language),
    }));
    if (inserted) await library.markCited(article.id, 'quoted');
  };

  const itemToQuote = async (what: ToQuote, open: Reading | undefined): Promise<PickedItem | undefined> => {
    if (what.kind === 'found') return what;
    const item = what.kind === 'listed' ? what.item : open?.article;
    if (item !== undefined) return { item, passage: undefined };
    return pickItem({ title: 'Insert Quotation', first: undefined, articlesOnly: true });
  };

  return {
    async insertCitation(given) {
      const open = reading();
      const item =
        given ??
        (open?.active === true
          ? open.article
          : (await pickItem({ title: 'Insert Citation', first: open?.article, articlesOnly: false }))?.item);
      if (item === undefined) return;
      const inserted = await insert((language) => ({
        kind: 'inline',
        text: attribution(item, language, vscode.env.language),
      }));
      if (inserted) await library.markCited(item.id, 'cited');
    },
    async insertQuotation(what) {
      const open = reading();
      if (open?.selection !== undefined && isSelectionMeant(what, open)) {
        await quote(open.article, open.selection);
        return;
      }
      const picked = await itemToQuote(what, open);
      if (picked === undefined) return;
      const article = await articleOf(picked.item.id);
      const passage = await pickPassage(article, picked.passage);
      if (passage !== undefined) await quote(article, passage);
    },
    async copyWithCitation() {
      const open = reading();
      if (open === undefined) throw new UserError('Open an article first, and select the words to copy.');
      const { article, selection } = open;
      const text =
        selection === undefined
          ? attribution(article, 'markdown', vscode.env.language)
          : quotation(article.text.slice(...selection), article, 'markdown', vscode.env.language);
      await vscode.env.clipboard.writeText(text);
      await library.markCited(article.id, selection === undefined ? 'cited' : 'quoted');
      vscode.window.setStatusBarMessage(
        selection === undefined ? 'Citation copied' : 'Quotation copied',
        3000,
      );
    },
    disposable: editors,
  };
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
