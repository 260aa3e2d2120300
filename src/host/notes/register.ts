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
}

export interface NotesParts {
  readonly library: Library;
  readonly reading: () => Reading | undefined;
  /** Lets the person pick an item, with one offered first. */
  readonly pickItem: (title: string, first: Headline | undefined) => Promise<Headline | undefined>;
}

export interface Notes {
  /** Cites an item in the note; asks which where none is given. */
  insertCitation(item: Headline | undefined): Promise<void>;
  /**
   * Quotes a passage: of this item, or of the article in the reader, or of one that the person picks. The passages
   * are offered beginning at the one around `near`.
   */
  insertQuotation(item: Headline | undefined, near?: TextRange): Promise<void>;
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

  return {
    async insertCitation(given) {
      const item = given ?? (await pickItem('Insert Citation', reading()?.article));
      if (item === undefined) return;
      const inserted = await insert((language) => ({
        kind: 'inline',
        text: attribution(item, language, vscode.env.language),
      }));
      if (inserted) await library.markCited(item.id, 'cited');
    },
    async insertQuotation(given, near) {
      const open = reading();
      if (open?.selection !== undefined && (given === undefined || given.id === open.article.id)) {
        await quote(open.article, open.selection);
        return;
      }
      const item = given ?? open?.article ?? (await pickItem('Insert Quotation', undefined));
      if (item === undefined) return;
      const article = await articleOf(item.id);
      const passage = await pickPassage(article, near);
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
      vscode.window.setStatusBarMessage(
        selection === undefined ? 'Citation copied' : 'Quotation copied',
        3000,
      );
    },
    disposable: editors,
  };
}

async function newNote(beside: boolean): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
  return vscode.window.showTextDocument(
    document,
    beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
  );
}
