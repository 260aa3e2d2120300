// Shows what a page hides only until its scripts run.

import { isHidden } from '../allowedMarkup.ts';
import { elementsWhere, textAmounts, type MarkupTree } from '../markupTree.ts';

/** Changes the tree in place: an element with more than half of the page's text is not hidden from its readers. */
export function unhideContent(page: MarkupTree): void {
  const amount = textAmounts(page);
  const half = amount(page).all / 2;
  for (const { attribs } of elementsWhere(
    (element) => isHidden(element.attribs) && amount(element).all > half,
    page.children,
  )) {
    for (const name of ['hidden', 'aria-hidden', 'style']) Reflect.deleteProperty(attribs, name);
  }
}
