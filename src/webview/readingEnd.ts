// Whether the person is near the end of the article, and whether they have read it to there.

export interface ReadingEndParts {
  /** Called once when the end is less than about a window away. */
  readonly onNear: () => void;
  /** Called once when the end has been in sight long enough. */
  readonly onRead: () => void;
}

/** Milliseconds for which the end stays in sight before the article counts as read; who passes by is quicker. */
const IN_SIGHT = 3000;

/**
 * Watches the end of an article that is on the page.
 *
 * @param mark An element without height behind the article.
 * @returns Ends the watching.
 */
export function watchReadingEnd(mark: HTMLElement, { onNear, onRead }: ReadingEndParts): () => void {
  let timer = 0;
  let inSight = false;
  const count = (): void => {
    clearTimeout(timer);
    if (inSight && document.visibilityState === 'visible') timer = setTimeout(finish, IN_SIGHT);
  };
  const finish = (): void => {
    reading.disconnect();
    document.removeEventListener('visibilitychange', count);
    onRead();
  };
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      onNear();
    },
    { rootMargin: '0px 0px 100% 0px' },
  );
  const reading = new IntersectionObserver(
    (entries) => {
      inSight = entries.at(-1)?.isIntersecting === true;
      count();
    },
    // Who looks at what stands below the article has its end behind them.
    { rootMargin: '1000000px 0px 0px 0px' },
  );
  near.observe(mark);
  reading.observe(mark);
  document.addEventListener('visibilitychange', count);
  return () => {
    clearTimeout(timer);
    near.disconnect();
    reading.disconnect();
    document.removeEventListener('visibilitychange', count);
  };
}
