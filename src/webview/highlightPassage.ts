// The marks on a passage that was looked up and on those that were clipped.

const NAME = 'passage';
const CLIPPINGS = 'clipping';

/**
 * Marks a range of the page, or takes the mark away. The page's elements stay as they are (CSS Custom Highlight
 * API); a browser without it selects the range instead.
 */
export function highlightPassage(range: Range | undefined): void {
  if ('highlights' in CSS) {
    CSS.highlights.delete(NAME);
    if (range !== undefined) CSS.highlights.set(NAME, new Highlight(range));
  } else if (range !== undefined) {
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }
}

/** Marks the clipped passages, and no others than these; a browser that cannot leaves them as they are. */
export function highlightClippings(ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(CLIPPINGS);
  if (ranges.length > 0) CSS.highlights.set(CLIPPINGS, new Highlight(...ranges));
}
