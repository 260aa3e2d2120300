// The list of rules: what they are, and what can be done with each.

import * as vscode from 'vscode';
import type { Rule } from '../../core/model/rule.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { plainLabel, plainMessage } from '../plainText.ts';
import { actionText, doneText } from './ruleText.ts';

interface RuleRow extends vscode.QuickPickItem {
  readonly means: RuleAct | undefined;
}

type RuleAct = { readonly kind: 'new' } | { readonly kind: 'apply' | 'remove' | 'ask'; readonly rule: Rule };

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
    const act = await pickAct(await library.rules());
    switch (act?.kind) {
      case undefined:
        return;
      case 'new':
        await onNew();
        break;
      case 'ask':
        await actOn(library, act.rule, await pickForRule(act.rule));
        break;
      case 'apply':
      case 'remove':
        await actOn(library, act.rule, act.kind);
    }
  }
}

async function actOn(
  library: Library,
  { id, action }: Rule,
  kind: 'apply' | 'remove' | undefined,
): Promise<void> {
  if (kind === 'remove') await library.removeRule(id);
  if (kind === 'apply')
    void vscode.window.showInformationMessage(plainMessage(doneText(action, await library.applyRule(id))));
}

async function pickForRule(rule: Rule): Promise<'apply' | 'remove' | undefined> {
  const rows = [
    { label: localize('$(play) Apply to What Is Here'), detail: '', act: 'apply' as const },
    {
      label: localize('$(trash) Remove'),
      detail: localize('What it did to items stays as it is.'),
      act: 'remove' as const,
    },
  ];
  const chosen = await vscode.window.showQuickPick(rows, { title: plainLabel(ruleText(rule)) });
  return chosen?.act;
}

async function pickAct(rules: readonly Rule[]): Promise<RuleAct | undefined> {
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

function ruleText({ query, action }: Rule): string {
  return localize('{0}: {1}', actionText(action), query);
}
