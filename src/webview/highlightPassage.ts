// The mark on a passage that was looked up.

const NAME = 'passage';

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
