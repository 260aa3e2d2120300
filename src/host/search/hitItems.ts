// How headlines and search hits look in the quick pick.

import * as vscode from 'vscode';
import type { Headline } from '../../core/model/item.ts';
import type { MarkedText, SearchHit, TextRange } from '../../core/model/search.ts';
import { cutAtWord } from '../../core/text/cutAtWord.ts';
import { relativeDate } from '../../core/text/relativeDate.ts';
import { plainLabel } from '../plainText.ts';

export type HitAction = 'open' | 'cite' | 'quote';

export interface HitButton extends vscode.QuickInputButton {
  readonly action: HitAction;
}

export interface HitItem extends vscode.QuickPickItem {
  readonly item: Headline;
  /** Where the match stands in the article's text. */
  readonly passage: TextRange | undefined;
}

const BUTTONS: Readonly<Record<HitAction, HitButton>> = {
  open: { action: 'open', iconPath: new vscode.ThemeIcon('open-preview'), tooltip: 'Open' },
  cite: { action: 'cite', iconPath: new vscode.ThemeIcon('mention'), tooltip: 'Insert Citation' },
  quote: { action: 'quote', iconPath: new vscode.ThemeIcon('quote'), tooltip: 'Insert Quotation…' },
};

/** Characters that fit a row beside its buttons, so that a long headline leaves source and date in sight. */
const ROW = 74;

/** A headline without a passage, as lists of the newest show it. */
export function headlineQuickPickItem(item: Headline, now: number): HitItem {
  return { ...common(item, now), detail: plainLabel(item.summary), passage: undefined };
}

/** A hit with its passage, in which the matches stand between ‹ and ›: a quick pick cannot style parts of a text. */
export function hitQuickPickItem({ item, passage }: SearchHit, now: number): HitItem {
  return {
    ...common(item, now),
    detail: plainLabel(passage === undefined ? item.summary : withMarks(passage)),
    passage: passage && firstMark(passage),
  };
}

function common(item: Headline, now: number): Omit<HitItem, 'passage'> {
  const source = cutAtWord(item.outlet ?? item.sourceTitle, 24);
  const description = `${source} · ${relativeDate(item.sortAt, now, vscode.env.language)}`;
  return {
    item,
    label: plainLabel(cutAtWord(item.headline, ROW - description.length)),
    description: plainLabel(description),
    buttons: [BUTTONS.open, BUTTONS.cite, ...(item.kind === 'article' ? [BUTTONS.quote] : [])],
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
