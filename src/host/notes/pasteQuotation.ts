// “Paste as Quotation”: what was copied from an article in the reader comes into a note with its citation.

import * as vscode from 'vscode';
import { noteLanguage } from '../../core/cite/noteLanguage.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { Article } from '../../core/model/item.ts';
import type { Library } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import { localize } from '../localize.ts';
import { offeredSources, type CitedByKey } from './citedSource.ts';
import { definitionEdit } from './insertInto.ts';
import type { PreparedCitation } from './citeInNote.ts';
import { textOnLine, watchOffers } from './offeredEdits.ts';
import { canBeFound, wordsInText } from './wordsInText.ts';

export interface PasteParts {
  readonly library: Library;
  readonly guard: Guard;
  /** Fires when the reader shows something else. */
  readonly onDidRead: vscode.Event<{ readonly article: Article } | undefined>;
  readonly prepare: (
    document: vscode.TextDocument,
    cited: CitedByKey,
    isAlone: boolean,
  ) => Promise<PreparedCitation>;
}

const KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('broadsheet', 'quotation');
const PLAIN = 'text/plain';
/** Articles that something may have been copied from. */
const REMEMBERED = 8;

/**
 * Offers to paste text as a quotation where it is from an article that was in the reader; which one is told by the words
 * alone, as a page cannot say who copied.
 */
export function registerPasteQuotation({
  library,
  guard,
  onDidRead,
  prepare,
}: PasteParts): vscode.Disposable {
  let recent: readonly ItemId[] = [];
  const following = onDidRead((open) => {
    if (open === undefined || recent[0] === open.article.id) return;
    recent = [open.article.id, ...recent.filter((id) => id !== open.article.id)].slice(0, REMEMBERED);
  });

  const citedBy = async (words: string): Promise<CitedByKey | undefined> => {
    for (const id of recent) {
      const article = await library.read(id);
      const passage = article && wordsInText(words, article.text);
      if (article === undefined || passage === undefined) continue;
      const [cited] = await offeredSources(library, [{ article, passage }]);
      return cited;
    }
    return undefined;
  };

  const offers = watchOffers(guard);
  const provider = vscode.languages.registerDocumentPasteEditProvider(
    '*',
    {
      async provideDocumentPasteEdits(document, ranges, transfer, _context, token) {
        const [range] = ranges;
        if (range === undefined || ranges.length > 1 || recent.length === 0) return undefined;
        if (noteLanguage(document.languageId, document.uri.path) === undefined) return undefined;
        const words = await transfer.get(PLAIN)?.asString();
        if (words === undefined || !canBeFound(words) || token.isCancellationRequested) return undefined;
        const cited = await guard(() => citedBy(words));
        if (cited === undefined) return undefined;
        const isAlone = document.lineAt(range.start.line).isEmptyOrWhitespace;
        const prepared = await guard(() => prepare(document, cited, isAlone));
        if (prepared === undefined) return undefined;
        const text = textOnLine(prepared.text);
        const edit = new vscode.DocumentPasteEdit(text, localize('Paste as Quotation'), KIND);
        const definition = definitionEdit(document, prepared.text);
        if (definition !== undefined) edit.additionalEdit = definition;
        // A plain paste stays what the keys for it do.
        edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
        offers.offer({ note: document.uri, text, finish: () => prepared.finish() });
        return [edit];
      },
    },
    { providedPasteEditKinds: [KIND], pasteMimeTypes: [PLAIN] },
  );
  return vscode.Disposable.from(following, offers, provider);
}
