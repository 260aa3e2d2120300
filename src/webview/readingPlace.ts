// Where in the text the person is, and staying there while the page changes its shape.

import { firstIndex, type Passage, type TextPlaces } from './textPlaces.ts';

export interface ReadingPlace {
  /** Scrolls a passage into view. */
  show(passage: Passage): void;
  /** Gives the offset of the first visible line. */
  now(): number;
  /** Ends all listening. */
  end(): void;
}

/** Pixels between the top of the window and the line that is being read: less than stand between two lines. */
const MARGIN = 4;
/** Milliseconds without a movement after which a place is told. */
const PAUSE = 200;

/**
 * Follows the reading place in an article that is on the page.
 *
 * @param position Offset in the article's text of the line to begin at.
 * @param onMove Gets the offset of the first visible line when another one stays in its place.
 */
export function followReadingPlace(
  article: HTMLElement,
  places: TextPlaces,
  position: number,
  onMove: (position: number) => void,
): ReadingPlace {
  const ending = new AbortController();
  let told = position;
  /** Held until the person scrolls, as fonts and pictures that come in move the lines. */
  let held: Held | undefined;
  let ownScroll = -1;
  let width = article.clientWidth;
  let timer = 0;

  const scrollToHeld = (): void => {
    if (held === undefined) return;
    const line = scrollY + lineAt(places, held.offset).top;
    // What can be seen from the beginning is shown from there, with the headline.
    const top =
      line < innerHeight * held.near || held.offset === 0 ? 0 : line - innerHeight * held.top - MARGIN;
    scrollTo({ top, behavior: 'instant' });
    ownScroll = scrollY;
  };
  /** The event of a scroll comes later than the scroll. */
  const isHeld = (): boolean => Math.abs(scrollY - ownScroll) < 2;
  const tell = (): void => {
    const now = firstVisible(article, places);
    if (now === told) return;
    told = now;
    onMove(now);
  };

  const sizes = new ResizeObserver(() => {
    if (article.clientWidth !== width) held ??= atTop(told);
    width = article.clientWidth;
    scrollToHeld();
  });
  sizes.observe(article);
  addEventListener(
    'scroll',
    () => {
      if (isHeld()) return;
      held = undefined;
      clearTimeout(timer);
      timer = setTimeout(tell, PAUSE);
    },
    { signal: ending.signal, passive: true },
  );

  held = atTop(position);
  scrollToHeld();
  return {
    show([start]) {
      held = { offset: start, top: 0.25, near: 0.6 };
      scrollToHeld();
      tell();
    },
    now: () => (isHeld() && held?.top === 0 ? held.offset : firstVisible(article, places)),
    end() {
      clearTimeout(timer);
      sizes.disconnect();
      ending.abort();
    },
  };
}

/** An offset in the text, and in heights of the window: where its line is put, and how far down it need not be. */
interface Held {
  readonly offset: number;
  readonly top: number;
  readonly near: number;
}

function atTop(offset: number): Held {
  return { offset, top: 0, near: 0 };
}

function firstVisible(article: HTMLElement, places: TextPlaces): number {
  if (article.getBoundingClientRect().top >= MARGIN) return 0;
  const offset = firstIndex(places.text.length, (index) => lineAt(places, index).bottom > MARGIN);
  return Math.min(offset, Math.max(places.text.length - 1, 0));
}

/** The box of the character at an offset; one that has none, such as a space at a line's end, gives the next. */
function lineAt(places: TextPlaces, offset: number): DOMRect {
  let box = places.rangeOf([offset, offset + 1]).getBoundingClientRect();
  for (let next = offset + 1; box.height === 0 && next < Math.min(offset + 20, places.text.length); next++) {
    box = places.rangeOf([next, next + 1]).getBoundingClientRect();
  }
  return box;
}
