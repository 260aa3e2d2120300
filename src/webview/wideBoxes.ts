// What may be wider than the page scrolls in a box of its own.

import { element } from './element.ts';
import { localize } from './localize.ts';

/** Puts tables and code into boxes; gives the boxes. */
export function boxWide(body: DocumentFragment): readonly HTMLElement[] {
  const tables = [...body.querySelectorAll('table')].map((table, index) =>
    boxIn(table, numbered(localize('Table'), index, table.caption?.textContent)),
  );
  const codes = [...body.querySelectorAll('pre')].map((code, index) =>
    boxIn(code, numbered(localize('Code'), index, undefined)),
  );
  return [...tables, ...codes];
}

/**
 * Lets the keyboard reach those boxes that scroll, and says what they are; others are no place of their own.
 *
 * @returns Ends the watching.
 */
export function watchBoxes(boxes: readonly HTMLElement[]): () => void {
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target instanceof HTMLElement) showWhetherItScrolls(target);
    }
  });
  for (const box of boxes) sizes.observe(box);
  return () => sizes.disconnect();
}

function showWhetherItScrolls(box: HTMLElement): void {
  if (box.scrollWidth > box.clientWidth) {
    box.tabIndex = 0;
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', box.dataset['name'] ?? '');
  } else {
    for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
  }
}

function boxIn(wide: HTMLElement, name: string): HTMLElement {
  const box = element('div', { class: 'wide', 'data-name': name });
  wide.replaceWith(box);
  box.append(wide);
  return box;
}

/** Several regions of one name could not be told apart. */
function numbered(kind: string, index: number, caption: string | undefined): string {
  const words = caption?.replace(/\s+/g, ' ').trim() ?? '';
  return words === '' ? `${kind} ${index + 1}` : `${kind} ${index + 1}: ${words}`;
}
