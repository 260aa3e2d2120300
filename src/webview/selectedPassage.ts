// What is selected in the article: told to the extension, offered to the toolbar, and taken along when it is dragged.

import { DRAGGED_PASSAGE, passageToDrag } from '../core/model/dragged.ts';
import type { ItemId } from '../core/model/ids.ts';
import type { ReaderPage } from '../core/model/readerMessages.ts';
import { samePassage } from '../core/text/samePassage.ts';
import type { SelectionToolbar } from './selectionToolbar.ts';
import type { Passage, TextPlaces } from './textPlaces.ts';

export interface SelectedPassage {
  /** As offsets in the page's text. */
  now(): Passage | undefined;
  /** Tells what is selected at this moment. */
  tell(): void;
  /** Forgets all, as another page comes. */
  clear(): void;
}

export interface SelectedPassageParts {
  readonly toolbar: SelectionToolbar;
  /** The page that is shown and the map of its text. */
  readonly shown: () => { readonly page: ReaderPage; readonly places: TextPlaces } | undefined;
  /** Called when another passage is selected than before. */
  readonly onChange: (itemId: number, passage: Passage | undefined) => void;
}

/** Milliseconds without a change after which a selection is told. */
const PAUSE = 100;

/** Follows the selection from now on. */
export function followSelection({ toolbar, shown, onChange }: SelectedPassageParts): SelectedPassage {
  let selected: Passage | undefined;
  /** The selection that the toolbar was last shown for; it is not shown again for the same one. */
  let offered: Passage | undefined;
  let timer = 0;
  let pressing = false;

  const tell = (): void => {
    clearTimeout(timer);
    const on = shown();
    if (on === undefined) return;
    const { page, places } = on;
    const selection = getSelection();
    const range = selection === null || selection.isCollapsed ? undefined : selection.getRangeAt(0);
    const onPage = range && places.passageOf(range);
    const passage = onPage && samePassage(onPage, places.text, page.text);
    if (!pressing && !same(passage, offered)) {
      offered = passage;
      toolbar.show(passage && places.rangeOf(onPage));
    }
    if (same(passage, selected)) return;
    selected = passage;
    tellMenu(passage);
    onChange(page.itemId, passage);
  };
  const tellSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, PAUSE);
  };

  document.addEventListener('selectionchange', tellSoon);
  document.addEventListener('pointerdown', ({ target }) => {
    pressing = true;
    if (target instanceof Node && toolbar.element.contains(target)) return;
    offered = undefined;
    toolbar.show(undefined);
  });
  for (const end of ['pointerup', 'pointercancel', 'dragend'] as const) {
    document.addEventListener(end, () => {
      pressing = false;
      tellSoon();
    });
  }
  document.addEventListener('dragstart', ({ dataTransfer }) => {
    tell();
    const page = shown()?.page;
    // A link or a picture is dragged as what it is, and the words of an older version are quoted from nowhere.
    if (dataTransfer === null || dataTransfer.types.includes('text/uri-list') || page === undefined) return;
    if (selected === undefined || page.version !== undefined) return;
    dataTransfer.setData(DRAGGED_PASSAGE, passageToDrag(page.itemId as ItemId, selected));
  });

  return {
    now: () => selected,
    tell,
    clear() {
      clearTimeout(timer);
      selected = undefined;
      offered = undefined;
      toolbar.show(undefined);
      tellMenu(undefined);
    },
  };
}

/** What the page's context menu offers depends on it. */
function tellMenu(passage: Passage | undefined): void {
  const webviewSection = passage === undefined ? 'page' : 'passage';
  document.body.dataset['vscodeContext'] = JSON.stringify({ webviewSection });
}

function same(one: Passage | undefined, other: Passage | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}
