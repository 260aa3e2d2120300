// References in a citation style: one for the clipboard, or all that a note cites.

import * as vscode from 'vscode';
import { findQuotations } from '../../core/cite/find/findQuotations.ts';
import { noteLanguage } from '../../core/cite/noteLanguage.ts';
import { markupOf } from '../../core/cite/write/markupOf.ts';
import type { Headline } from '../../core/model/item.ts';
import { UserError } from '../../core/model/userError.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { insertInto } from './insertInto.ts';
import { pickStyle, type StyleParts } from './pickStyle.ts';
import { referenceMarkup } from './referenceMarkup.ts';
import { referenceOf } from './referenceOf.ts';

export interface ReferencesParts extends StyleParts {
  readonly library: Library;
}

/** Puts an item's reference on the clipboard, in the style that the person picks. */
export async function copyReference(parts: ReferencesParts, item: Headline): Promise<void> {
  const [key = 'item'] = await parts.library.proposedKeys([item.id]);
  const reference = await referenceOf(parts.library, item, key);
  const style = await pickStyle(parts, localize('Copy Reference'), reference);
  if (style === undefined) return;
  const [written] = await parts.citeStyle.formatReferences({
    ...style,
    items: [reference],
    keys: [key],
    kind: 'bibliography',
    order: 'given',
  });
  if (written === undefined)
    throw new UserError(localize('This style has no reference for a text of this kind. Pick another one.'));
  await vscode.env.clipboard.writeText(written.text);
  await parts.library.markCited(item.id, 'cited');
  vscode.window.setStatusBarMessage(localize('Reference copied'), 3000);
}

/**
 * Writes the references of all articles that a note cites behind the cursor, in the style that the person picks.
 *
 * @throws UserError where the note cites nothing that the library has.
 */
export async function insertBibliography(parts: ReferencesParts, editor: vscode.TextEditor): Promise<void> {
  const { library, citeStyle } = parts;
  const { document } = editor;
  const language = noteLanguage(document.languageId, document.uri.path) ?? 'markdown';
  const { citations } = findQuotations(document.getText(), language);
  const keys = [...new Set(citations.map(({ key }) => key))];
  const cited = await library.articlesByKey(keys);
  const items = await Promise.all(cited.map(({ key, article }) => referenceOf(library, article, key)));
  const [sample] = items;
  if (sample === undefined)
    throw new UserError(
      localize('This note cites no article of the library by its key, so there is nothing to list.'),
    );
  const style = await pickStyle(parts, localize('Insert Bibliography'), sample);
  if (style === undefined) return;
  const written = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: localize('Writing the bibliography') },
    () =>
      citeStyle.formatReferences({
        ...style,
        items,
        keys: items.map(({ id }) => id),
        kind: 'bibliography',
        order: 'style',
      }),
  );
  if (written.length === 0)
    throw new UserError(localize('This style has no bibliography for texts of this kind. Pick another one.'));
  const lines = written.map(({ html }) => referenceMarkup(html, markupOf(language)));
  await insertInto(editor, { kind: 'block', text: `${lines.join('\n\n')}\n` });
}
