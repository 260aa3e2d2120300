// Asks how long a source's articles are kept, and puts it into effect.

import * as vscode from 'vscode';
import { KEEP_EVERYTHING, type Retention } from '../../core/model/retention.ts';
import type { Source } from '../../core/model/source.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { plainMessage } from '../plainText.ts';

const DAYS = [7, 30, 90, 365];
const NUMBERS = [100, 500, 1000, 5000];

/**
 * Sets a source's rule, after the person agreed where it takes articles out of the library now.
 *
 * @param given The rule; asks where it is not given.
 */
export async function keepArticlesFor(
  library: Library,
  source: Source,
  given: Retention | undefined,
): Promise<void> {
  const rule = given ?? (await askRule(source));
  if (rule === undefined) return;
  const count = given === undefined ? await library.countRemovable(source.id, rule) : 0;
  if (count > 0 && !(await agrees(source, count))) return;
  await library.setRetention(source.id, rule);
  const removed = await removeAll(library);
  void vscode.window.showInformationMessage(
    plainMessage(
      localize(
        '“{0}” {1}.{2}',
        source.title,
        ruleInWords(rule),
        removed > 0 ? localize(' {0} left the library.', removed) : '',
      ),
    ),
  );
}

/** Removes what sources no longer keep, step by step; gives the number of items. */
export async function removeAll(library: Library): Promise<number> {
  let removed = 0;
  for (;;) {
    const { removals, more } = await library.applyRetention();
    for (const { headlines } of removals) removed += headlines.length;
    if (!more) return removed;
  }
}

interface Choice extends vscode.QuickPickItem {
  readonly choose: () => Retention | Promise<Retention | undefined>;
}

async function askRule(source: Source): Promise<Retention | undefined> {
  const { retention } = source;
  const choices: Choice[] = [
    { label: localize('Keep everything'), choose: () => KEEP_EVERYTHING },
    {
      label: localize('Limit the age…'),
      description:
        retention.days === undefined ? localize('no limit now') : localize('{0} now', inDays(retention.days)),
      choose: () => askNumber('days', DAYS, inDays, retention),
    },
    {
      label: localize('Limit the number…'),
      description:
        retention.newest === undefined
          ? localize('no limit now')
          : localize('the newest {0} now', retention.newest),
      choose: () => askNumber('newest', NUMBERS, (number) => localize('The newest {0}', number), retention),
    },
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    title: localize('Keep Articles of “{0}”', source.title),
    placeHolder: localize('Starred, cited and quoted articles are always kept.'),
  });
  return chosen?.choose();
}

async function askNumber(
  limit: keyof Retention,
  numbers: readonly number[],
  label: (number: number) => string,
  now: Retention,
): Promise<Retention | undefined> {
  const choices: Choice[] = [
    ...numbers.map((number) => ({ label: label(number), choose: () => ({ ...now, [limit]: number }) })),
    { label: localize('No limit'), choose: () => ({ ...now, [limit]: undefined }) },
    { label: localize('Another number…'), choose: () => askOther(limit, now) },
  ];
  const title = limit === 'days' ? localize('Keep Articles by Age') : localize('Keep the Newest Articles');
  const chosen = await vscode.window.showQuickPick(choices, { title });
  return chosen?.choose();
}

async function askOther(limit: keyof Retention, now: Retention): Promise<Retention | undefined> {
  const typed = await vscode.window.showInputBox({
    prompt: limit === 'days' ? localize('For how many days?') : localize('How many of the newest articles?'),
    validateInput: (value) =>
      /^\s*[1-9]\d{0,6}\s*$/.test(value) ? undefined : localize('Type a whole number from 1.'),
  });
  return typed === undefined ? undefined : { ...now, [limit]: Number(typed) };
}

async function agrees(source: Source, count: number): Promise<boolean> {
  const remove = localize('Remove');
  const detail = localize(
    'They leave the library and cannot be brought back. Starred, cited and quoted ones stay, and so do those that another source lists. Files on disk are not touched.',
  );
  const chosen = await vscode.window.showWarningMessage(
    count === 1
      ? localize('Remove 1 article of “{0}” now?', source.title)
      : localize('Remove {0} articles of “{1}” now?', count, source.title),
    { modal: true, detail },
    remove,
  );
  return chosen === remove;
}

function ruleInWords({ days, newest }: Retention): string {
  const limits = [
    ...(days === undefined ? [] : [localize('articles for {0}', inDays(days))]),
    ...(newest === undefined ? [] : [localize('the newest {0}', newest)]),
  ];
  return limits.length === 0
    ? localize('keeps everything')
    : localize('keeps {0}', limits.join(localize(' and at most ')));
}

function inDays(days: number): string {
  if (days === 365) return localize('1 year');
  return days === 1 ? localize('1 day') : localize('{0} days', days);
}
