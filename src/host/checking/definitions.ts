// Where the words of a quotation are defined: in its source, which VS Code shows beside the note when it is peeked at.

import type * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { TextRange } from '../../core/model/search.ts';
import type { Library } from '../../library/library.ts';
import { citedAt, type QuotationInNote } from './checkedNote.ts';
import type { CheckedDocument } from './documentChecks.ts';
import { rangeAt } from './noteDocument.ts';
import { passageIn } from './passageIn.ts';
import type { LocatePassage } from './passageLocations.ts';

/** Gives where a passage, or else an article, stands in the document that VS Code shows of it. */
export type ArticleLocation = (
  itemId: ItemId,
  passage: TextRange | undefined,
) => Promise<vscode.Location | undefined>;

/** Gives for a quotation or a key of the library the passage in the version of the article that it is in. */
export function createDefinitions(
  library: Pick<Library, 'articlesByKey'>,
  check: (document: vscode.TextDocument) => Promise<CheckedDocument | undefined>,
  locate: LocatePassage,
  articleLocation: ArticleLocation,
): vscode.DefinitionProvider {
  return {
    async provideDefinition(document, position) {
      const note = await check(document);
      if (note?.version !== document.version) return undefined;
      const cited = citedAt(note, document.offsetAt(position));
      if (cited === undefined) return undefined;
      const { key, range, quoted } = cited;
      const target = await locationOf(library, key, quoted, { locate, articleLocation });
      return target && [{ ...target, originSelectionRange: rangeAt((at) => document.positionAt(at), range) }];
    },
  };
}

/** The passage, or the beginning of the article where nothing is quoted or the words are not in it. */
async function locationOf(
  library: Pick<Library, 'articlesByKey'>,
  key: string,
  quoted: QuotationInNote | undefined,
  { locate, articleLocation }: { readonly locate: LocatePassage; readonly articleLocation: ArticleLocation },
): Promise<vscode.DefinitionLink | undefined> {
  const [found] = await library.articlesByKey([key]);
  if (found === undefined) return undefined;
  const { id } = found.article;
  const verdict = quoted?.checked.kind === 'checked' ? quoted.checked.verdict : undefined;
  const location =
    verdict?.kind === 'source changed since'
      ? await locate(id, verdict.revision, verdict.then.range)
      : await articleLocation(id, verdict && passageIn(verdict));
  return location && { targetUri: location.uri, targetRange: location.range };
}
