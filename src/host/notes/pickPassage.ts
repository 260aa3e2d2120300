// Lets the person pick a passage of an article that is not selected in the reader.

import * as vscode from 'vscode';
import type { Article } from '../../core/model/item.ts';
import type { TextRange } from '../../core/model/search.ts';
import { cutAtWord } from '../../core/text/cutAtWord.ts';
import { paragraphsOf } from '../../core/text/paragraphs.ts';
import { localize } from '../localize.ts';
import { plainLabel } from '../plainText.ts';

interface PassageItem extends vscode.QuickPickItem {
  readonly passage: TextRange;
}

/** Characters that fit one line of the list. */
const LINE = 84;

/**
 * Gives the range of the paragraph that the person picked in the article's text; undefined where they left.
 *
 * @param near The paragraph that this range begins in is offered for Return.
 */
export function pickPassage({ text, headline }: Article, near?: TextRange): Promise<TextRange | undefined> {
  const items = paragraphsOf(text).map(([start, end]) => passageItem(text.slice(start, end), [start, end]));
  const picker = vscode.window.createQuickPick<PassageItem>();
  picker.title = localize('Quote from “{0}”', headline);
  picker.placeholder = localize('Pick a paragraph, or type words of it');
  picker.matchOnDetail = true;
  picker.items = items;
  const around = items.find(
    ({ passage: [start, end] }) => near !== undefined && start <= near[0] && near[0] < end,
  );
  if (around !== undefined) picker.activeItems = [around];
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]?.passage);
      picker.dispose();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

/** A paragraph on two lines, the rest behind an ellipsis. */
function passageItem(paragraph: string, passage: TextRange): PassageItem {
  const line = paragraph.replace(/\s+/g, ' ');
  const label = cutAtWord(line, LINE);
  if (label === line) return { passage, label: plainLabel(line) };
  const shown = label.slice(0, -1);
  return { passage, label: plainLabel(shown), detail: plainLabel(line.slice(shown.length).trim()) };
}
