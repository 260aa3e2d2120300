// What the reader's page remembers across a reload of the window.

import type { ItemId } from '../../core/model/ids.ts';

/** The item that was shown and the offset in its text of the line that was at the top. */
export interface PlaceLeft {
  readonly itemId: ItemId;
  readonly position: number;
}

/** Reads the state that the page kept; undefined for anything else than such a state. */
export function placeLeft(state: unknown): PlaceLeft | undefined {
  if (typeof state !== 'object' || state === null || !('itemId' in state)) return undefined;
  const position = 'position' in state ? state.position : 0;
  if (!isCount(state.itemId) || !isCount(position)) return undefined;
  return { itemId: state.itemId as ItemId, position };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
