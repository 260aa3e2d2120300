// What the reader's page remembers across a reload of the window.

import type { ItemId } from '../../core/model/ids.ts';

/** The item that was shown and the offset in its text of the line that was at the top. */
export interface PlaceLeft {
  readonly itemId: ItemId;
  readonly position: number | undefined;
  /** Whether the tab stays open as it is. */
  readonly kept: boolean;
}

/** Reads the state that the page kept; undefined for anything else than such a state. */
export function placeLeft(state: unknown): PlaceLeft | undefined {
  if (typeof state !== 'object' || state === null || !('itemId' in state)) return undefined;
  const position = 'position' in state ? state.position : 0;
  if (!isCount(state.itemId) || !isCount(position)) return undefined;
  return { itemId: state.itemId as ItemId, position, kept: 'kept' in state && state.kept === true };
}

/**
 * Gives what a tab shows again after a reload. A page's state reaches the disk a while after what it shows, so that a tab
 * that was in use shows what was opened last; a tab that is kept open is about one item alone.
 */
export function placeToRestore(
  state: unknown,
  last: ItemId | undefined,
  wasInUse: boolean,
): PlaceLeft | undefined {
  const own = placeLeft(state);
  if (last === undefined || own?.kept === true || own?.itemId === last) return own;
  return own === undefined || wasInUse ? { itemId: last, position: undefined, kept: false } : own;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
