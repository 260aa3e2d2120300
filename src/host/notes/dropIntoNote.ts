// What is dragged into a note: a passage of the reader becomes a quotation, headlines of the sidebar become citations.

import * as vscode from 'vscode';
import { DRAGGED_HEADLINES, DRAGGED_PASSAGE, readDragged } from '../../core/model/dragged.ts';
import type { Library } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import { localize } from '../localize.ts';
import type { PreparedCitation } from './citeInNote.ts';
import { offeredSources, type CitedByKey } from './citedSource.ts';
import { definitionEdit } from './insertInto.ts';
import { textOnLine, watchOffers } from './offeredEdits.ts';

export interface DropParts {
  readonly library: Pick<Library, 'read' | 'proposedKeys'>;
  readonly guard: Guard;
  readonly prepare: (
    document: vscode.TextDocument,
    cited: CitedByKey,
    isAlone: boolean,
  ) => Promise<PreparedCitation>;
}

/** A text, so that what VS Code's own Markdown makes of a drop gives way. */
const KIND = vscode.DocumentDropOrPasteEditKind.Text.append('broadsheet', 'citation');

/** By a pattern, which counts for more than "*": VS Code would insert the bare words of a passage first. */
const EVERY_DOCUMENT: vscode.DocumentFilter = { pattern: '**' };

export function registerDropIntoNote({ library, guard, prepare }: DropParts): vscode.Disposable {
  const offers = watchOffers(guard);

  const cited = async (transfer: vscode.DataTransfer): Promise<readonly CitedByKey[]> => {
    const dragged = readDragged(
      await transfer.get(DRAGGED_PASSAGE)?.asString(),
      await transfer.get(DRAGGED_HEADLINES)?.asString(),
    );
    const all = await Promise.all(
      dragged.map(async ({ itemId, passage }) => {
        const article = await library.read(itemId);
        return article && { article, passage };
      }),
    );
    // Together, so that no two are given one key.
    return offeredSources(
      library,
      all.filter((each) => each !== undefined),
    );
  };

  const provider = vscode.languages.registerDocumentDropEditProvider(
    EVERY_DOCUMENT,
    {
      async provideDocumentDropEdits(document, position, transfer, token) {
        const sources = (await guard(() => cited(transfer))) ?? [];
        if (sources.length === 0 || token.isCancellationRequested) return undefined;
        const isAlone = document.lineAt(position.line).isEmptyOrWhitespace;
        const prepared = await guard(() =>
          Promise.all(sources.map((source) => prepare(document, source, isAlone))),
        );
        if (prepared === undefined) return undefined;
        const text = prepared.map((each) => textOnLine(each.text)).join(isAlone ? '\n' : ' ');
        const title =
          sources[0]?.passage === undefined ? localize('Insert Citation') : localize('Insert Quotation');
        const edit = new vscode.DocumentDropEdit(text, title, KIND);
        const definitions = prepared
          .flatMap((each) => definitionEdit(document, each.text)?.entries() ?? [])
          .flatMap(([, edits]) => edits);
        if (definitions.length > 0) {
          edit.additionalEdit = new vscode.WorkspaceEdit();
          edit.additionalEdit.set(document.uri, definitions);
        }
        offers.offer({
          note: document.uri,
          text,
          async finish() {
            for (const each of prepared) await each.finish();
          },
        });
        return edit;
      },
    },
    { providedDropEditKinds: [KIND], dropMimeTypes: [DRAGGED_PASSAGE, DRAGGED_HEADLINES] },
  );
  return vscode.Disposable.from(offers, provider);
}
