// Which tab shows an article: as editors do it, one that is not kept open is used again.

/** What is known of a tab. */
export interface ReaderTab {
  itemId(): number | undefined;
  /** Whether it stays open as it is. */
  isKept(): boolean;
  column(): number | undefined;
}

/**
 * Gives the tab to show an item in; undefined where it needs a new one.
 *
 * @param tabs The one used last first.
 * @param besides The column that the item must not cover; any will do where undefined.
 */
export function panelFor<Tab extends ReaderTab>(
  tabs: readonly Tab[],
  itemId: number,
  besides: number | undefined,
): Tab | undefined {
  const possible = besides === undefined ? tabs : tabs.filter((tab) => tab.column() !== besides);
  return possible.find((tab) => tab.itemId() === itemId) ?? possible.find((tab) => !tab.isKept());
}
