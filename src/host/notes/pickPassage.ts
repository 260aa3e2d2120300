// Lets the person pick a passage of an article that is not selected in the reader.

import * as vscode from 'vscode';
import type { Article } from '../../core/model/item.ts';
import type { TextRange } from '../../core/model/search.ts';
import { paragraphsOf } from '../../core/text/paragraphs.ts';
import { plainLabel } from '../plainText.ts';

interface PassageItem extends vscode.QuickPickItem {
  readonly passage: TextRange;
}

const LABEL = 110;

/** Gives the range of the paragraph that the person picked in the article's text; undefined where they left. */
export async function pickPassage({ text, headline }: Article): Promise<TextRange | undefined> {
  const items = paragraphsOf(text).map(([start, end]): PassageItem => {
    const line = plainLabel(text.slice(start, end).replace(/\s+/g, ' '));
    return {
      passage: [start, end],
      label: line.slice(0, LABEL),
      detail: line.slice(LABEL),
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: `Quote from “${headline}”`,
    placeHolder: 'Pick a paragraph, or type to find it',
    matchOnDetail: true,
  });
  return picked?.passage;
}
