// The keys with what they do, as rows for the person.

import { COMMANDS } from '../../manifest.ts';
import { localize } from '../localize.ts';
import { keyText } from './keyText.ts';

/** As package.json declares it. */
export interface DeclaredKey {
  readonly command: string;
  readonly key: string;
  /** On macOS, where it is another. */
  readonly mac?: string;
}

export interface KeyRow {
  readonly group: string;
  readonly command: string;
  readonly title: string;
  /** "J", or "Ctrl+K J, on a Mac ⌘K J". */
  readonly keys: string;
}

const GROUPS: readonly (readonly [group: string, commands: readonly string[]])[] = [
  [
    localize('Read on'),
    ['nextHeadline', 'previousHeadline', 'nextUnread', 'scrollOrNextUnread', 'scrollBack'],
  ],
  [localize('Headlines'), ['toggleStar', 'toggleReadLater', 'toggleRead', 'markSourceRead', 'undoMarkRead']],
  [localize('Article'), ['openOriginal', 'insertQuotation', 'insertCitation', 'clip', 'copyWebAddress']],
  [localize('Find'), ['search', 'showKeys']],
];
/** What VS Code itself does in its lists. */
const BUILT_IN: Readonly<Record<string, string>> = { 'list.select': localize('Open, Fold or Unfold') };
/** Keys that VS Code has for it as well. */
const MORE_KEYS: Readonly<Record<string, readonly string[]>> = { 'list.select': [localize('Enter')] };

/** Gives a row for every command with a key, in the order in which they are of use. */
export function keyRows(declared: readonly DeclaredKey[]): readonly KeyRow[] {
  const named = GROUPS.flatMap(([group, commands]) =>
    commands.map((name) => ({ group, command: `broadsheet.${name}` })),
  );
  const known = new Set(named.map(({ command }) => command));
  const others = [...new Set(declared.map(({ command }) => command))]
    .filter((command) => !known.has(command))
    .map((command) => ({
      group: command in BUILT_IN ? localize('Headlines') : localize('Elsewhere'),
      command,
    }));
  return [...named, ...others]
    .map(({ group, command }) => ({
      group,
      command,
      title: titleOf(command),
      keys: keysOf(declared, command),
    }))
    .filter(({ keys }) => keys !== '')
    .sort((one, other) => placeOf(one.group) - placeOf(other.group));
}

function keysOf(declared: readonly DeclaredKey[], command: string): string {
  const keys = declared.filter((each) => each.command === command).map(textOf);
  return [...new Set([...keys, ...(keys.length > 0 ? (MORE_KEYS[command] ?? []) : [])])].join(
    localize(' or '),
  );
}

function textOf({ key, mac }: DeclaredKey): string {
  return mac === undefined ? keyText(key) : localize('{0}, on a Mac {1}', keyText(key), keyText(mac));
}

function titleOf(command: string): string {
  const titles: Readonly<Record<string, string>> = { ...BUILT_IN, ...COMMANDS };
  return titles[command] ?? command;
}

function placeOf(group: string): number {
  const place = GROUPS.findIndex(([name]) => name === group);
  return place < 0 ? GROUPS.length : place;
}
