// Scrolling by pages, as the Space key does it.

/** Share of the window that stays in sight, so that the eye finds its line again. */
const OVERLAP = 0.12;

/** Scrolls a page on or back; gives whether there was anything left in that direction. */
export function scrollPage(pages: 1 | -1): boolean {
  const before = scrollY;
  scrollBy({ top: pages * innerHeight * (1 - OVERLAP), behavior: 'instant' });
  return Math.abs(scrollY - before) >= 1;
}
