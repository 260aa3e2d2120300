// What is dragged out of the sidebar and the reader, as the texts that a drag carries.

import type { ItemId } from './ids.ts';
import type { TextRange } from './search.ts';

/** The media types under which Broadsheet reads again what was dragged out of it. */
export const DRAGGED_HEADLINES = 'application/vnd.broadsheet.headline';
export const DRAGGED_PASSAGE = 'application/vnd.broadsheet.passage';

/** An item, or a passage of it as offsets in its text. */
export interface Dragged {
  readonly itemId: ItemId;
  readonly passage: TextRange | undefined;
}

/** Headlines that are read from one drag. */
const MOST = 20;

/** @example headlinesToDrag([3, 5]) gives "[3,5]". */
export function headlinesToDrag(ids: readonly ItemId[]): string {
  return JSON.stringify(ids);
}

/** @example passageToDrag(3, [10, 20]) gives '{"itemId":3,"passage":[10,20]}'. */
export function passageToDrag(itemId: ItemId, passage: TextRange): string {
  return JSON.stringify({ itemId, passage });
}

/** Reads what a drag carries under the two types; none where it is not what Broadsheet writes, as anybody can drag. */
export function readDragged(passage: string | undefined, headlines: string | undefined): readonly Dragged[] {
  const found = /^\{"itemId":(\d{1,15}),"passage":\[(\d{1,15}),(\d{1,15})\]\}$/.exec(passage ?? '');
  if (found !== null) {
    const [, itemId, start, end] = found.map(Number);
    if (itemId === undefined || start === undefined || end === undefined || start >= end) return [];
    return [{ itemId: itemId as ItemId, passage: [start, end] }];
  }
  if (!/^\[\d{1,15}(?:,\d{1,15})*\]$/.test(headlines ?? '')) return [];
  const ids = headlines?.match(/\d+/g)?.slice(0, MOST) ?? [];
  return ids.map((id) => ({ itemId: Number(id) as ItemId, passage: undefined }));
}
