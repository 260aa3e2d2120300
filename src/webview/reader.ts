// The script inside the reader: shows the page that it is given, and tells what the person does there.

import type { FromReader, ReaderAction, ReaderPage, ToReader } from '../core/model/readerMessages.ts';
import { highlightPassage } from './highlightPassage.ts';
import { noticeView, pageView, type PageView } from './pageView.ts';
import { followReadingPlace, type ReadingPlace } from './readingPlace.ts';
import { isFollowed } from './safeBody.ts';
import { samePassage } from './samePassage.ts';
import { selectionToolbar } from './selectionToolbar.ts';
import type { Passage } from './textPlaces.ts';

interface Shown {
  readonly page: ReaderPage;
  readonly view: PageView;
  readonly place: ReadingPlace;
}

/** Milliseconds without a change after which a selection is told. */
const PAUSE = 100;

const api = acquireVsCodeApi<{ readonly itemId: number; readonly position: number }>();
const toolbar = selectionToolbar(act);
let shown: Shown | undefined;
let selected: Passage | undefined;
/** The selection that the toolbar was last shown for; it is not shown again for the same one. */
let offered: Passage | undefined;
let selectionTimer = 0;
let pressing = false;

addEventListener('message', ({ data }: MessageEvent<ToReader>) => receive(data));
document.addEventListener('click', followLink);
document.addEventListener('auxclick', followLink);
document.addEventListener('selectionchange', tellSelectionSoon);
document.addEventListener('pointerdown', ({ target }) => {
  pressing = true;
  if (target instanceof Node && toolbar.element.contains(target)) return;
  offered = undefined;
  toolbar.show(undefined);
});
for (const end of ['pointerup', 'pointercancel'] as const) {
  document.addEventListener(end, () => {
    pressing = false;
    tellSelectionSoon();
  });
}
post({ kind: 'ready' });

function receive(message: ToReader): void {
  switch (message.kind) {
    case 'page':
      showPage(message.page);
      return;
    case 'passage':
      showPassage(message.passage);
      return;
    case 'notice':
      clear();
      document.body.replaceChildren(noticeView(message.sentence));
      return;
  }
}

function showPage(page: ReaderPage): void {
  clear();
  const view = pageView(page, picturesShown(), () => post({ kind: 'show images' }));
  document.title = page.headline;
  document.body.replaceChildren(view.element, toolbar.element);
  api.setState({ itemId: page.itemId, position: page.position });
  const place = followReadingPlace(view.article, view.places, page.position, (position) => {
    api.setState({ itemId: page.itemId, position });
    post({ kind: 'scrolled', itemId: page.itemId, position });
  });
  shown = { page, view, place };
  if (page.passage !== undefined) showPassage(page.passage);
}

function showPassage(passage: Passage): void {
  if (shown === undefined) return;
  const { page, view, place } = shown;
  const found = samePassage(passage, page.text, view.places.text);
  highlightPassage(found && view.places.rangeOf(found));
  if (found !== undefined) place.show(found);
}

function clear(): void {
  shown?.place.end();
  shown = undefined;
  selected = undefined;
  offered = undefined;
  clearTimeout(selectionTimer);
  highlightPassage(undefined);
  toolbar.show(undefined);
}

function tellSelectionSoon(): void {
  clearTimeout(selectionTimer);
  selectionTimer = setTimeout(tellSelection, PAUSE);
}

function tellSelection(): void {
  clearTimeout(selectionTimer);
  if (shown === undefined) return;
  const { page, view } = shown;
  const selection = getSelection();
  const range = selection === null || selection.isCollapsed ? undefined : selection.getRangeAt(0);
  const onPage = range && view.places.passageOf(range);
  const passage = onPage && samePassage(onPage, view.places.text, page.text);
  if (!pressing && !same(passage, offered)) {
    offered = passage;
    toolbar.show(passage && view.places.rangeOf(onPage));
  }
  if (same(passage, selected)) return;
  selected = passage;
  post({ kind: 'selection', itemId: page.itemId, passage });
}

function act(action: ReaderAction): void {
  tellSelection();
  toolbar.show(undefined);
  post({ kind: 'act', action });
}

/** The page never goes anywhere; VS Code's own listener further up must not open the link a second time. */
function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null) return;
  event.preventDefault();
  event.stopPropagation();
  const address = link.getAttribute('href') ?? '';
  if (event.button < 2 && isFollowed(address)) post({ kind: 'open link', url: address });
}

function picturesShown(): 'shown' | 'ask' | 'never' {
  const { images } = document.documentElement.dataset;
  return images === 'shown' || images === 'ask' ? images : 'never';
}

function same(one: Passage | undefined, other: Passage | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

function post(message: FromReader): void {
  api.postMessage(message);
}
