// The ways from a note back to the source: links on keys, and lines above quotations.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { TextRange } from '../../core/model/search.ts';
import { cutAtWord } from '../../core/text/cutAtWord.ts';
import { localize } from '../localize.ts';
import { setting } from '../settings.ts';
import type { CheckedDocument } from './documentChecks.ts';
import { rangeAt } from './noteDocument.ts';
import { passageCommand, passageLink } from './passageCommand.ts';
import { passageIn } from './passageIn.ts';
import { verdictText } from './verdictText.ts';

type Check = (document: vscode.TextDocument) => Promise<CheckedDocument | undefined>;

/** In UTF-16 units. */
const HEADLINE = 60;

/** Makes each key that the library has a link to the passage that is quoted with it. */
export function createKeyLinks(check: Check): vscode.DocumentLinkProvider {
  return {
    async provideDocumentLinks(document) {
      const note = await check(document);
      if (note?.version !== document.version) return [];
      const links = new Map<number, vscode.DocumentLink>();
      const add = (keyRange: TextRange, itemId: ItemId, passage: TextRange | undefined): void => {
        const range = rangeAt((offset) => document.positionAt(offset), keyRange);
        const link = new vscode.DocumentLink(range, passageLink(itemId, passage));
        link.tooltip = localize('Show in the Reader');
        links.set(keyRange[0], link);
      };
      for (const { key, keyRange } of note.findings.citations) {
        const itemId = note.known.get(key);
        if (itemId !== undefined) add(keyRange, itemId, undefined);
      }
      for (const { quotation, checked } of note.quotations) {
        if (checked.kind === 'checked') add(quotation.keyRange, checked.itemId, passageIn(checked.verdict));
      }
      return [...links.values()];
    },
  };
}

/** Says above each quotation whether it is true, where the settings want that. */
export function createQuotationLenses(
  check: Check,
  onDidChange: vscode.Event<void>,
): vscode.CodeLensProvider {
  return {
    onDidChangeCodeLenses: onDidChange,
    async provideCodeLenses(document) {
      if (!setting('broadsheet.notes.codeLens')) return [];
      const note = await check(document);
      if (note?.version !== document.version) return [];
      return note.quotations.flatMap(({ quotation, checked }) => {
        if (checked.kind !== 'checked') return [];
        const title = `${verdictText(checked.verdict.kind)} · ${cutAtWord(checked.headline, HEADLINE)}`;
        const range = rangeAt((offset) => document.positionAt(offset), quotation.range);
        return [
          new vscode.CodeLens(range, passageCommand(title, checked.itemId, passageIn(checked.verdict))),
        ];
      });
    },
  };
}
