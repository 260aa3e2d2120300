// Says beside the cursor's place whether the quotations of the note are true.

import * as vscode from 'vscode';
import { tally } from '../../core/cite/check/tally.ts';
import { cutAtWord } from '../../core/text/cutAtWord.ts';
import { localize } from '../localize.ts';
import { plainMarkdown } from '../plainText.ts';
import type { CheckedDocument } from './documentChecks.ts';
import { hasProblems, tallyText } from './summary.ts';
import { verdictText } from './verdictText.ts';

export interface StatusItem extends vscode.Disposable {
  /** Shows a note where it is the one with the cursor; undefined for one that has nothing to be shown. */
  show(document: vscode.TextDocument, note: CheckedDocument | undefined): void;
  /** Forgets what was shown of a note. */
  forget(document: vscode.TextDocument): void;
  clear(): void;
}

/** Lines of the tooltip. */
const LISTED = 12;
const LINE = 70;

export function createStatusItem(): StatusItem {
  const item = vscode.window.createStatusBarItem(
    'broadsheet.quotations',
    vscode.StatusBarAlignment.Right,
    90,
  );
  item.name = localize('Quotations');
  item.command = 'workbench.panel.markers.view.focus';
  const notes = new Map<vscode.TextDocument, CheckedDocument>();

  const draw = (): void => {
    const active = vscode.window.activeTextEditor?.document;
    const note = active && notes.get(active);
    const counts = note && tally(note.quotations.map(({ checked }) => checked));
    const text = counts && tallyText(counts);
    if (note === undefined || counts === undefined || text === undefined) {
      item.hide();
      return;
    }
    item.text = `${hasProblems(counts) ? '$(warning)' : '$(quote)'} ${text}`;
    item.accessibilityInformation = { label: `Broadsheet: ${text}` };
    item.tooltip = tooltipOf(note);
    item.show();
  };
  const listening = vscode.window.onDidChangeActiveTextEditor(draw);
  draw();

  return {
    show(document, note) {
      if (note === undefined) notes.delete(document);
      else notes.set(document, note);
      draw();
    },
    forget(document) {
      notes.delete(document);
      draw();
    },
    clear() {
      notes.clear();
      draw();
    },
    dispose() {
      listening.dispose();
      item.dispose();
    },
  };
}

function tooltipOf({ quotations, document }: CheckedDocument): vscode.MarkdownString {
  const checked = quotations.flatMap(({ quotation, checked: { kind, ...rest } }) =>
    kind === 'checked' && 'verdict' in rest ? [{ quotation, verdict: rest.verdict }] : [],
  );
  // Those that are not as the source has them first.
  const ordered = checked.toSorted(
    (one, other) => Number(isTrue(one.verdict)) - Number(isTrue(other.verdict)),
  );
  const lines = ordered.slice(0, LISTED).map(({ quotation, verdict }) => {
    const line = document.positionAt(quotation.range[0]).line + 1;
    const words = cutAtWord(quotation.words.replace(/\s+/g, ' '), LINE);
    const mark = isTrue(verdict) ? '' : '**';
    const quoted = plainMarkdown(localize('Line {0}: “{1}”', line, words));
    return `${mark}${quoted}${mark} — ${plainMarkdown(verdictText(verdict.kind))}`;
  });
  const left = ordered.length - LISTED;
  const more = left > 0 ? [plainMarkdown(localize('… and {0} more', left))] : [];
  return new vscode.MarkdownString([...lines, ...more].join('\n\n'));
}

function isTrue({ kind }: { readonly kind: string }): boolean {
  return kind === 'exact' || kind === 'altered as marked';
}
