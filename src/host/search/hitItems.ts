// How headlines and search hits look in the quick pick.

import * as vscode from 'vscode';
import { publishedIn } from '../../core/cite/publishedIn.ts';
import type { Headline } from '../../core/model/item.ts';
import type { MarkedText, SearchHit, TextRange } from '../../core/model/search.ts';
import { besideText } from '../../core/text/besideText.ts';
import { cutAtWord } from '../../core/text/cutAtWord.ts';
import { relativeDate } from '../../core/text/relativeDate.ts';
import { localize } from '../localize.ts';
import { plainLabel } from '../plainText.ts';
import type { Row } from './rows.ts';

export type HitAction = 'open' | 'cite' | 'quote';

export interface HitButton extends vscode.QuickInputButton {
  readonly action: HitAction;
}

const BUTTONS: Readonly<Record<HitAction, HitButton>> = {
  open: { action: 'open', iconPath: new vscode.ThemeIcon('open-preview'), tooltip: localize('Open') },
  cite: { action: 'cite', iconPath: new vscode.ThemeIcon('mention'), tooltip: localize('Insert Citation') },
  quote: { action: 'quote', iconPath: new vscode.ThemeIcon('quote'), tooltip: localize('Insert Quotation…') },
};

/** Characters that fit a row beside its buttons, so that a long headline leaves source and date in sight. */
const ROW = 74;

/** A headline without a passage, as lists of the newest show it. */
export function headlineRow(item: Headline, now: number, withButtons: boolean): Row {
  return {
    ...common(item, now, withButtons),
    detail: plainLabel(item.summary),
    means: { kind: 'item', item, passage: undefined },
  };
}

/** A hit with its passage, in which the matches stand between ‹ and ›: a quick pick cannot style parts of a text. */
export function hitRow({ item, passage }: SearchHit, now: number, withButtons: boolean): Row {
  return {
    ...common(item, now, withButtons),
    detail: plainLabel(passage === undefined ? item.summary : withMarks(passage)),
    means: { kind: 'item', item, passage: passage && firstMark(passage) },
  };
}

function common(item: Headline, now: number, withButtons: boolean): vscode.QuickPickItem {
  const source = cutAtWord(publishedIn(item) ?? '', 24);
  const date = relativeDate(item.sortAt, now, vscode.env.language);
  // The date behind a name that ends from right to left keeps its digits and letters together.
  const description = [source, besideText(source, date)].filter((part) => part !== '').join(' · ');
  return {
    label: plainLabel(cutAtWord(item.headline, ROW - description.length)),
    description: besideText(item.headline, plainLabel(description)),
    buttons: withButtons
      ? [BUTTONS.open, BUTTONS.cite, ...(item.kind === 'article' ? [BUTTONS.quote] : [])]
      : [],
    alwaysShow: true,
  };
}

function withMarks({ text, marks }: MarkedText): string {
  let marked = '';
  let done = 0;
  for (const [start, end] of joined(text, marks)) {
    marked += `${text.slice(done, start)}‹${text.slice(start, end)}›`;
    done = end;
  }
  return marked + text.slice(done);
}

/** Words beside each other are marked as one. */
function joined(text: string, marks: readonly TextRange[]): TextRange[] {
  const groups: TextRange[] = [];
  for (const [start, end] of marks) {
    const last = groups.at(-1);
    if (last !== undefined && text.slice(last[1], start).trim() === '')
      groups[groups.length - 1] = [last[0], end];
    else groups.push([start, end]);
  }
  return groups;
}

function firstMark({ text, marks, start }: NonNullable<SearchHit['passage']>): TextRange | undefined {
  const [first] = marks;
  const shift = start - (text.startsWith('…') && start > 0 ? 1 : 0);
  return first && [first[0] + shift, first[1] + shift];
}
