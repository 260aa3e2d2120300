// Asks for a rule in two steps, tries it, and adds it.

import * as vscode from 'vscode';
import type { Rule, RuleAction } from '../../core/model/rule.ts';
import type { Library } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import { localize } from '../localize.ts';
import { plainLabel, plainMessage } from '../plainText.ts';
import { pickQuery } from './pickQuery.ts';
import { proposedQueries, type About } from './proposedQueries.ts';
import { actionText, doneText, itemsText, newRuleText } from './ruleText.ts';
import { tryQuery } from './tryQuery.ts';

interface ActionRow extends vscode.QuickPickItem {
  readonly choose: () => RuleAction | Promise<RuleAction | undefined>;
}

const TITLE = localize('New Rule');
/** Counted before the person is asked about what is here. */
const LIMIT = 1000;
const LONGEST_TAG = 60;

const ACTIONS: readonly ActionRow[] = [
  {
    label: localize('$(mute) Mute'),
    detail: localize('Kept and found by search, but in no list.'),
    choose: () => ({ kind: 'mute' }),
  },
  { label: localize('$(check) Mark as Read'), choose: () => ({ kind: 'read' }) },
  { label: localize('$(star-empty) Star'), choose: () => ({ kind: 'star' }) },
  { label: localize('$(tag) Tag…'), detail: localize('Found by search with tag:name.'), choose: askTag },
];

/** Adds a rule that the person describes, and does what it says to what is here if they want it; undefined where they left. */
export async function newRule(
  library: Library,
  guard: Guard,
  about: About | undefined,
): Promise<Rule | undefined> {
  const query = await pickQuery(library, guard, { title: TITLE, queries: proposedQueries(about) });
  if (query === undefined) return undefined;
  const row = await vscode.window.showQuickPick(ACTIONS, {
    title: `${TITLE} (2/2)`,
    placeHolder: plainLabel(localize('What is to be done with items that match {0}?', query)),
  });
  const action = await row?.choose();
  if (action === undefined) return undefined;
  const { count, isAll } = await tryQuery(library, query, LIMIT);
  const alsoHere = count === 0 ? false : await askAboutHere(query, action, itemsText(count, isAll));
  if (alsoHere === undefined) return undefined;
  const rule = await library.addRule({ query, action });
  const done = alsoHere ? ` ${doneText(action, await library.applyRule(rule.id))}` : '';
  void vscode.window.showInformationMessage(plainMessage(`${newRuleText(action, query)}${done}`));
  return rule;
}

/** Whether the rule is for what is here, too; undefined where the person left. */
async function askAboutHere(query: string, action: RuleAction, items: string): Promise<boolean | undefined> {
  const yes = { label: localize('Also apply to the {0} here', items), alsoHere: true };
  const no = { label: localize('Only to what arrives from now on'), alsoHere: false };
  const chosen = await vscode.window.showQuickPick([no, yes], {
    title: TITLE,
    placeHolder: plainLabel(localize('{0} what matches {1}', actionText(action), query)),
  });
  return chosen?.alsoHere;
}

async function askTag(): Promise<RuleAction | undefined> {
  const typed = await vscode.window.showInputBox({
    title: TITLE,
    prompt: localize('The name of the tag.'),
    validateInput: (value) => (isTag(value) ? undefined : localize('Type a name without quotation marks.')),
  });
  const tag = typed?.trim() ?? '';
  return tag === '' ? undefined : { kind: 'tag', tag };
}

function isTag(value: string): boolean {
  return value.length <= LONGEST_TAG && !/["“”„«»]/.test(value);
}
