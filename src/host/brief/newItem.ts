// Says in the status bar how much is new, and leads to the brief.

import * as vscode from 'vscode';
import type { NewCount } from '../../core/brief/brief.ts';
import { newHeadlines } from '../../core/brief/briefPage.ts';
import { clock } from '../../core/brief/timeline.ts';
import type { CommandId } from '../../manifest.ts';
import { localize } from '../localize.ts';

export interface NewItem extends vscode.Disposable {
  /** Shows the count; nothing where it is 0. */
  show(found: NewCount): void;
}

/** @param most What was counted up to. */
export function createNewItem(most: number): NewItem {
  const item = vscode.window.createStatusBarItem('broadsheet.new', vscode.StatusBarAlignment.Left, 10);
  item.name = localize('New Headlines');
  item.command = 'broadsheet.openBrief' satisfies CommandId;
  return {
    show({ count, since }) {
      if (count === 0) {
        item.hide();
        return;
      }
      const isCut = count >= most;
      item.text = localize('$(coffee) {0}{1} new', count, isCut ? '+' : '');
      const words = localize(
        '{0} since {1}',
        newHeadlines(count, isCut, localize),
        clock(since, Date.now(), vscode.env.language),
      );
      item.tooltip = localize('{0}. Open the Morning Brief', words);
      item.accessibilityInformation = { label: `Broadsheet: ${words}`, role: 'button' };
      item.show();
    },
    dispose: () => item.dispose(),
  };
}
