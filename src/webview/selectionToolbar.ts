// The buttons that float at a selection.

import type { ReaderAction } from '../core/model/readerMessages.ts';
import { localize } from './localize.ts';

export interface SelectionToolbar {
  readonly element: HTMLElement;
  /** Shows the buttons at a range of the page, or hides them. */
  show(range: Range | undefined): void;
  /** Leaves out what needs the address of the article where none is known. */
  setLinked(isLinked: boolean): void;
}

const ACTIONS: readonly { readonly action: ReaderAction; readonly label: string }[] = [
  { action: 'quote', label: localize('Quote in note') },
  { action: 'copy', label: localize('Copy with citation') },
  { action: 'clip', label: localize('Clip') },
  { action: 'copy link', label: localize('Copy link') },
  { action: 'search', label: localize('Search for this') },
];
/** Pixels between the selection and the buttons. */
const GAP = 8;

/**
 * Makes the toolbar, hidden. While it shows, Tab goes to it, the arrow keys move inside it and Escape hides it
 * (ARIA Authoring Practices, toolbar pattern).
 */
export function selectionToolbar(onAct: (action: ReaderAction) => void): SelectionToolbar {
  const element = document.createElement('div');
  element.className = 'selection-toolbar';
  element.setAttribute('role', 'toolbar');
  element.setAttribute('aria-label', localize('Selected passage'));
  element.hidden = true;
  const buttons = ACTIONS.map(({ action, label }, index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.tabIndex = index === 0 ? 0 : -1;
    button.addEventListener('click', () => onAct(action));
    return button;
  });
  const ofLink = buttons.filter((_, index) => ACTIONS[index]?.action === 'copy link');
  element.append(...buttons);

  // A press must not take the selection away.
  element.addEventListener('pointerdown', (event) => event.preventDefault());
  element.addEventListener('mousedown', (event) => event.preventDefault());
  document.addEventListener('keydown', (event) => {
    if (element.hidden) return;
    const shown = buttons.filter((button) => !button.hidden);
    const inside = shown.findIndex((button) => button === document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape') element.hidden = true;
    else if (event.key === 'Tab' && inside < 0 && !event.shiftKey) shown[0]?.focus();
    else if (step !== undefined && inside >= 0) shown.at((inside + step) % shown.length)?.focus();
    else return;
    event.preventDefault();
    // What VS Code has these keys do is not meant.
    event.stopPropagation();
  });

  return {
    element,
    show(range) {
      element.hidden = range === undefined;
      if (range !== undefined) place(element, range);
    },
    setLinked(isLinked) {
      for (const button of ofLink) button.hidden = !isLinked;
    },
  };
}

/** Above the selection's first line where there is room, else below its last, and always inside the window. */
function place(element: HTMLElement, range: Range): void {
  const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return;
  const { offsetWidth, offsetHeight } = element;
  const above = first.top - offsetHeight - GAP;
  const top = above >= GAP ? above : last.bottom + GAP;
  const room = document.documentElement.clientWidth - offsetWidth - GAP;
  const left = (first.left + first.right - offsetWidth) / 2;
  element.style.left = `${scrollX + Math.max(GAP, Math.min(left, room))}px`;
  element.style.top = `${scrollY + Math.max(GAP, Math.min(top, innerHeight - offsetHeight - GAP))}px`;
}
