// The light bulb on quotations and keys: each offer is one edit that touches nothing else.

import * as vscode from 'vscode';
import type { CheckedQuotation } from '../../../core/model/citation.ts';
import type { TextRange } from '../../../core/model/search.ts';
import { localize } from '../../localize.ts';
import type { KeysOf } from '../bibliographyKeys.ts';
import { citationAt } from '../checkedNote.ts';
import { addEntryCommand, canAddEntries } from '../citing/accepted.ts';
import { SOURCE } from '../diagnostics.ts';
import type { CheckedDocument } from '../documentChecks.ts';
import { rangeAt } from '../noteDocument.ts';
import { passageCommand } from '../passageCommand.ts';
import { passageIn } from '../passageIn.ts';
import { repairsOf } from './repairs.ts';

/** A selection of a whole note would ask for all of them. */
const MOST = 20;

export function createQuickFixes(
  check: (document: vscode.TextDocument) => Promise<CheckedDocument | undefined>,
  keysOf: KeysOf,
): vscode.CodeActionProvider {
  return {
    async provideCodeActions(document, range, { only, diagnostics }) {
      if (only !== undefined && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
      const note = await check(document);
      if (note?.version !== document.version) return [];
      const selected: TextRange = [document.offsetAt(range.start), document.offsetAt(range.end)];
      const ours = diagnostics.filter(({ source }) => source === SOURCE);
      const touched = note.quotations.filter(({ quotation }) => touches(quotation.range, selected));
      const fixes = touched.slice(0, MOST).flatMap(({ quotation, checked }) => {
        if (checked.kind !== 'checked') return [];
        const about = ours.filter((diagnostic) =>
          diagnostic.range.intersection(rangeAt((offset) => document.positionAt(offset), quotation.range)),
        );
        const repairs = repairsOf(note.findings, quotation, checked.verdict).map(
          ({ title, edits, isPreferred }) => {
            const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
            action.edit = new vscode.WorkspaceEdit();
            action.edit.set(
              document.uri,
              edits.map(({ range: place, text }) =>
                vscode.TextEdit.replace(
                  rangeAt((offset) => document.positionAt(offset), place),
                  text,
                ),
              ),
            );
            action.isPreferred = isPreferred;
            action.diagnostics = about;
            return action;
          },
        );
        return [...repairs, ...showingSource(checked, about)];
      });
      return [...fixes, ...(await missingEntries(keysOf, document, note, selected))];
    },
  };
}

function touches(range: TextRange, selected: TextRange): boolean {
  return range[0] <= selected[1] && selected[0] <= range[1];
}

function showingSource(
  checked: Extract<CheckedQuotation, { kind: 'checked' }>,
  about: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  if (about.length === 0) return [];
  const action = new vscode.CodeAction(localize('Show the source'), vscode.CodeActionKind.QuickFix);
  action.command = passageCommand(localize('Show the source'), checked.itemId, passageIn(checked.verdict));
  action.diagnostics = [...about];
  return [action];
}

/** Only for a key under the cursor: reading bibliographies is no work for a note's every quotation. */
async function missingEntries(
  keysOf: KeysOf,
  document: vscode.TextDocument,
  note: CheckedDocument,
  selected: TextRange,
): Promise<readonly vscode.CodeAction[]> {
  const cited = citationAt(note, selected[0]);
  if (cited === undefined || !note.known.has(cited.key)) return [];
  const { isNamed, keys } = await keysOf(document, note.findings.language);
  if (!isNamed || keys.has(cited.key)) return [];
  if (!(await canAddEntries())) return [];
  const title = localize('Add “{0}” to the bibliography', cited.key);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = addEntryCommand(title, cited.key, document.uri);
  return [action];
}
