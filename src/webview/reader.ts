// The script inside the reader: shows the page that it is given, and tells what the person does there.

import type { FromReader, ReaderAction, ReaderPage, ToReader } from '../core/model/readerMessages.ts';
import { samePassage, samePlace } from '../core/text/samePassage.ts';
import { highlightClippings, highlightPassage } from './highlightPassage.ts';
import { keepKeysInside } from './keysInside.ts';
import { noticeView, pageView, type PageActs, type PageView } from './pageView.ts';
import { watchReadingEnd } from './readingEnd.ts';
import { followReadingPlace, type ReadingPlace } from './readingPlace.ts';
import { readingProgress } from './readingProgress.ts';
import { isFollowed } from './safeBody.ts';
import { scrollPage } from './scrollPage.ts';
import { followSelection } from './selectedPassage.ts';
import { selectionToolbar } from './selectionToolbar.ts';
import type { Passage } from './textPlaces.ts';
import { applyTypography } from './typography.ts';

interface Shown {
  readonly page: ReaderPage;
  readonly view: PageView;
  readonly place: ReadingPlace;
  readonly end: () => void;
}

/** What is remembered over a reload of the window. */
interface Remembered {
  readonly itemId: number;
  readonly position: number;
  readonly kept: boolean;
}

const api = acquireVsCodeApi<Remembered>();
const toolbar = selectionToolbar(act);
let shown: Shown | undefined;
let kept = api.getState()?.kept === true;

const acts: PageActs = {
  onShowImages: () => post({ kind: 'show images' }),
  onGetFullText: () => post({ kind: 'get full text' }),
  onCompare: () => post({ kind: 'compare versions' }),
  onChooseVersion: () => post({ kind: 'choose version' }),
  onShowCurrentVersion: () => post({ kind: 'show current version' }),
  onShowCitingNotes: () => post({ kind: 'show citing notes' }),
  onKeepOpen: () => post({ kind: 'keep open' }),
  onGo: (to) => post({ kind: 'go', to }),
  onOpen: (itemId, beside) => post({ kind: 'open item', itemId, beside }),
};

addEventListener('message', ({ data }: MessageEvent<ToReader>) => receive(data));
document.addEventListener('click', followLink);
document.addEventListener('auxclick', followLink);
keepKeysInside();
const selection = followSelection({
  toolbar,
  shown: () => shown && { page: shown.page, places: shown.view.places },
  onChange: (itemId, passage) => post({ kind: 'selection', itemId, passage }),
});
post({ kind: 'ready' });

function receive(message: ToReader): void {
  switch (message.kind) {
    case 'page':
      showPage(message.page);
      return;
    case 'typography':
      applyTypography(message.typography);
      return;
    case 'kept':
      kept = message.kept;
      if (shown !== undefined) remember(shown.page.itemId, shown.place.now());
      return;
    case 'passage':
      showPassage(message.passage);
      return;
    case 'clippings':
      if (shown?.page.itemId === message.itemId) showClippings(shown, message.passages);
      return;
    case 'full text':
      if (shown?.page.itemId === message.itemId) shown.view.showFullText(message.state);
      return;
    case 'related':
      if (shown?.page.itemId === message.itemId) shown.view.showRelated(message.sameStory, message.similar);
      return;
    case 'cited':
      if (shown?.page.itemId === message.itemId) shown.view.showCited(message.notes);
      return;
    case 'scroll':
      if (!scrollPage(message.pages) && message.pages > 0) post({ kind: 'past the end' });
      return;
    case 'notice':
      clear();
      document.body.replaceChildren(noticeView(message.sentence));
      return;
  }
}

function showPage(given: ReaderPage): void {
  const page = { ...given, position: placeKept(given) };
  const before =
    shown?.page.itemId === page.itemId
      ? { scrollY, text: shown.page.text, selected: selection.now() }
      : undefined;
  clear();
  const view = pageView(page, picturesShown(), acts);
  const progress = readingProgress(view.article);
  document.title = page.headline;
  toolbar.setLinked(page.url !== undefined);
  view.element.append(toolbar.element);
  document.body.replaceChildren(progress.element, view.element);
  remember(page.itemId, page.position);
  const place = followReadingPlace(view.article, view.places, page.position, (position) => {
    remember(page.itemId, position);
    post({ kind: 'scrolled', itemId: page.itemId, position });
  });
  shown = { page, view, place, end: allOf(place.end, progress.end, view.watch()) };
  if (page.position !== given.position)
    post({ kind: 'scrolled', itemId: page.itemId, position: page.position });
  if (page.passage !== undefined) showPassage(page.passage);
  else if (before !== undefined) stayWhereWeWere(before, shown);
  const endOfWatching = watchReadingEnd(view.end, {
    onNear: () => post({ kind: 'wants related', itemId: page.itemId }),
    onRead() {
      if (page.tellsEnd) post({ kind: 'read to the end', itemId: page.itemId });
    },
  });
  shown = { ...shown, end: allOf(shown.end, endOfWatching) };
}

/** What the words cannot hold: a page scrolled by less than its headline, and a selection. */
function stayWhereWeWere(
  before: { readonly scrollY: number; readonly text: string; readonly selected: Passage | undefined },
  { page, view }: Shown,
): void {
  if (page.position === 0) scrollTo({ top: before.scrollY, behavior: 'instant' });
  const words = before.selected && samePassage(before.selected, before.text, page.text);
  const found = words && samePassage(words, page.text, view.places.text);
  if (found !== undefined) {
    const { startContainer, startOffset, endContainer, endOffset } = view.places.rangeOf(found);
    getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  }
}

/** Another version of the article that is being read goes on at the same words; this page knows the place best. */
function placeKept({ itemId, text, position }: ReaderPage): number {
  if (shown?.page.itemId !== itemId || shown.page.text === text) return position;
  return samePlace(shown.place.now(), shown.view.places.text, text);
}

function showPassage(passage: Passage): void {
  if (shown === undefined) return;
  const { page, view, place } = shown;
  const found = samePassage(passage, page.text, view.places.text);
  highlightPassage(found && view.places.rangeOf(found));
  if (found !== undefined) place.show(found);
}

function showClippings({ page, view }: Shown, passages: readonly Passage[]): void {
  const onPage = passages.map((passage) => samePassage(passage, page.text, view.places.text));
  highlightClippings(
    onPage.filter((passage) => passage !== undefined).map((passage) => view.places.rangeOf(passage)),
  );
}

function clear(): void {
  shown?.end();
  shown = undefined;
  selection.clear();
  highlightPassage(undefined);
  highlightClippings([]);
}

function act(action: ReaderAction): void {
  selection.tell();
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

function remember(itemId: number, position: number): void {
  api.setState({ itemId, position, kept });
}

function allOf(...ends: readonly (() => void)[]): () => void {
  return () => ends.forEach((end) => end());
}

function post(message: FromReader): void {
  api.postMessage(message);
}
