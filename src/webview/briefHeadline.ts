// One headline of the brief: a link that opens the reader.

import type { BriefHeadline } from '../core/brief/briefMessages.ts';
import { element } from './element.ts';
import { localize } from './localize.ts';

/** Builds the link of a headline, which the script follows by its item's number. */
export function headlineLink({ itemId, headline, language, read }: BriefHeadline): HTMLElement {
  const link = element(
    'a',
    { href: `#item-${itemId}`, 'data-item': String(itemId), dir: 'auto', lang: language },
    [headline],
  );
  mark(link, read);
  return link;
}

/** Shows items as read, or not, among these links. */
export function setRead(links: readonly HTMLElement[], itemIds: readonly number[], read: boolean): void {
  const changed = new Set(itemIds.map(String));
  for (const link of links) if (changed.has(link.dataset['item'] ?? '')) mark(link, read);
}

/** What the eye sees by the colour, a screen reader says. */
function mark(link: HTMLElement, read: boolean): void {
  link.classList.toggle('read', read);
  link.querySelector('.unseen')?.remove();
  if (read)
    link.append(
      element('span', { class: 'unseen', lang: document.documentElement.lang }, [localize(', read')]),
    );
}
