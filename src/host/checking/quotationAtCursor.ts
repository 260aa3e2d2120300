// The quotation or key at the cursor: whether there is one, for keys and menus, and what the reader shows of it.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { TextRange } from '../../core/model/search.ts';
import { UserError } from '../../core/model/userError.ts';
import { CONTEXT_KEYS } from '../../manifest.ts';
import { coalesce } from '../coalesce.ts';
import { createDisposableStore } from '../disposables.ts';
import { localize } from '../localize.ts';
import { citationAround, citedAt, type CheckedNote } from './checkedNote.ts';
import type { CheckedDocument } from './documentChecks.ts';
import { passageIn } from './passageIn.ts';

/** A passage of an article; undefined where only the article is cited. */
export interface CitedPassage {
  readonly itemId: ItemId;
  readonly passage: TextRange | undefined;
}

export interface QuotationAtCursor extends vscode.Disposable {
  /**
   * Gives what the cursor is on in the active editor.
   *
   * @throws UserError where that is no quotation and no key of the library.
   */
  get(): Promise<CitedPassage>;
  /** Looks again, as a note was checked. */
  update(): void;
}

/** Milliseconds between two looks while the cursor moves. */
const INTERVAL = 100;

export function createQuotationAtCursor(
  check: (document: vscode.TextDocument) => Promise<CheckedDocument | undefined>,
): QuotationAtCursor {
  const store = createDisposableStore();
  let isOnQuotation = false;

  const look = async (): Promise<CitedPassage | undefined> => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return undefined;
    const { document, selection } = editor;
    const note = await check(document);
    return note?.version === document.version
      ? passageAt(note, document.offsetAt(selection.active))
      : undefined;
  };
  const updateContext = async (): Promise<void> => {
    const isNow = (await look()) !== undefined;
    if (isNow === isOnQuotation) return;
    isOnQuotation = isNow;
    await vscode.commands.executeCommand('setContext', CONTEXT_KEYS.onQuotation, isNow);
  };
  const updates = store.add(coalesce(() => void updateContext(), INTERVAL));
  store.add(vscode.window.onDidChangeTextEditorSelection(() => updates.request()));
  store.add(vscode.window.onDidChangeActiveTextEditor(() => updates.request()));

  return {
    async get() {
      const cited = await look();
      if (cited === undefined) {
        throw new UserError(
          localize('Put the cursor on a quotation, or on a citation key of your library, first.'),
        );
      }
      return cited;
    },
    update: () => updates.request(),
    dispose: () => store.dispose(),
  };
}

/** Anywhere in a citation its key is meant, also on the page or paragraph behind it. */
function passageAt(note: CheckedNote, offset: number): CitedPassage | undefined {
  const cited = citedAt(note, citationAround(note, offset)?.keyRange[0] ?? offset);
  const checked = cited?.quoted?.checked;
  const passage = checked?.kind === 'checked' ? passageIn(checked.verdict) : undefined;
  return cited && { itemId: cited.itemId, passage };
}
