// The list of rules: what they are, and what can be done with each.

import * as vscode from 'vscode';
import type { Rule, RuleId } from '../../core/model/rule.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { plainLabel, plainMessage } from '../plainText.ts';
import { actionText, broughtBackText, doneText, itemsText } from './ruleText.ts';

interface RuleRow extends vscode.QuickPickItem {
  readonly means: RuleAct | undefined;
}

type ForRule = 'apply' | 'bring back' | 'remove';

type RuleAct =
  { readonly kind: 'new' | 'bring all back' } | { readonly kind: ForRule | 'ask'; readonly rule: Rule };

const APPLY: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('play'),
  tooltip: localize('Apply to What Is Here'),
};
const REMOVE: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('trash'),
  tooltip: localize('Remove'),
};
const ICONS: Readonly<Record<Rule['action']['kind'], string>> = {
  mute: 'mute',
  read: 'check',
  star: 'star-empty',
  tag: 'tag',
};

/**
 * Shows the rules until the person leaves.
 *
 * @param onNew Called when they want another one.
 */
export async function showRules(library: Library, onNew: () => Promise<unknown>): Promise<void> {
  for (;;) {
    const act = await pickAct(await library.rules(), await library.countMuted());
    if (act === undefined) return;
    switch (act.kind) {
      case 'new':
        await onNew();
        break;
      case 'ask':
        await actOn(library, act.rule, await pickForRule(act.rule));
        break;
      case 'bring all back':
        await bringBack(library, undefined);
        break;
      default:
        await actOn(library, act.rule, act.kind);
    }
  }
}

async function actOn(library: Library, { id, action }: Rule, kind: ForRule | undefined): Promise<void> {
  if (kind === 'remove') await library.removeRule(id);
  if (kind === 'bring back') await bringBack(library, id);
  if (kind === 'apply')
    void vscode.window.showInformationMessage(plainMessage(doneText(action, await library.applyRule(id))));
}

async function bringBack(library: Library, id: RuleId | undefined): Promise<void> {
  const count = await library.unmute(id);
  void vscode.window.showInformationMessage(broughtBackText(count));
}

async function pickForRule(rule: Rule): Promise<ForRule | undefined> {
  const bringBackRow = {
    label: localize('$(unmute) Bring Back What It Muted'),
    detail: localize('It stands in its lists again, as read.'),
    act: 'bring back' as const,
  };
  const rows = [
    { label: localize('$(play) Apply to What Is Here'), detail: '', act: 'apply' as const },
    ...(rule.action.kind === 'mute' ? [bringBackRow] : []),
    {
      label: localize('$(trash) Remove'),
      detail: localize('What it did to items stays as it is.'),
      act: 'remove' as const,
    },
  ];
  const chosen = await vscode.window.showQuickPick(rows, { title: plainLabel(ruleText(rule)) });
  return chosen?.act;
}

async function pickAct(rules: readonly Rule[], muted: number): Promise<RuleAct | undefined> {
  const picker = vscode.window.createQuickPick<RuleRow>();
  picker.title = localize('Rules');
  picker.placeholder =
    rules.length === 0
      ? localize('There is no rule yet.')
      : localize('Rules act on what arrives, in this order.');
  picker.matchOnDescription = true;
  picker.items = [
    ...rules.map((rule) => ({
      label: `$(${ICONS[rule.action.kind]}) ${plainLabel(actionText(rule.action))}`,
      description: plainLabel(rule.query),
      buttons: [APPLY, REMOVE],
      means: { kind: 'ask', rule } as const,
    })),
    { label: localize('$(add) New Rule…'), alwaysShow: true, means: { kind: 'new' } },
    ...(muted === 0 ? [] : [bringAllBackRow(muted)]),
  ];
  const act = await new Promise<RuleAct | undefined>((resolve) => {
    picker.onDidAccept(() => resolve(picker.activeItems[0]?.means));
    picker.onDidTriggerItemButton(({ button, item: { means } }) => {
      if (means?.kind === 'ask') resolve({ kind: button === REMOVE ? 'remove' : 'apply', rule: means.rule });
    });
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
  picker.dispose();
  return act;
}

function bringAllBackRow(muted: number): RuleRow {
  return {
    label: localize('$(unmute) Bring Back All That Was Muted'),
    description: itemsText(muted, true),
    alwaysShow: true,
    means: { kind: 'bring all back' },
  };
}

function ruleText({ query, action }: Rule): string {
  return localize('{0}: {1}', actionText(action), query);
}
