// The command by which links in notes open the reader at a passage.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { TextRange } from '../../core/model/search.ts';

/** Not in the palette: it is of no use without what it is about. */
export const OPEN_PASSAGE = 'broadsheet.openPassage';

/** Opens the reader at a passage of an article, or where the person left it. */
export type OpenPassage = (itemId: ItemId, passage: TextRange | undefined) => Promise<void>;

export function passageCommand(
  title: string,
  itemId: ItemId,
  passage: TextRange | undefined,
): vscode.Command {
  return { command: OPEN_PASSAGE, title, arguments: [itemId, ...(passage ?? [])] };
}

/** The same as a link. */
export function passageLink(itemId: ItemId, passage: TextRange | undefined): vscode.Uri {
  const values = [itemId, ...(passage ?? [])];
  return vscode.Uri.parse(`command:${OPEN_PASSAGE}?${encodeURIComponent(JSON.stringify(values))}`);
}

/** A link can be written by anybody, so that its values are looked at. */
export async function openPassageFrom(values: readonly unknown[], open: OpenPassage): Promise<void> {
  const [itemId, start, end] = values;
  if (!isCount(itemId)) return;
  const passage = isCount(start) && isCount(end) && start <= end ? ([start, end] as const) : undefined;
  await open(itemId as ItemId, passage);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
