// The thin line at the top that says how much of a long article is behind.

import { element } from './element.ts';

export interface ReadingProgress {
  readonly element: HTMLElement;
  /** Ends all listening. */
  end(): void;
}

/** In heights of the window; what is hardly longer needs no line. */
const LONG = 1.6;

/** Makes the line for an article that is on the page. It is for the eyes only: a screen reader says more by itself. */
export function readingProgress(article: HTMLElement): ReadingProgress {
  const line = element('div', { class: 'progress', 'aria-hidden': 'true' });
  const ending = new AbortController();
  let frame = 0;
  const draw = (): void => {
    frame = 0;
    const { top, height } = article.getBoundingClientRect();
    const way = scrollY + top + height - innerHeight;
    line.hidden = height < innerHeight * LONG;
    line.style.setProperty('--read', String(Math.min(1, Math.max(0, scrollY / Math.max(way, 1)))));
  };
  const drawSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const sizes = new ResizeObserver(drawSoon);
  sizes.observe(article);
  addEventListener('scroll', drawSoon, { signal: ending.signal, passive: true });
  addEventListener('resize', drawSoon, { signal: ending.signal, passive: true });
  draw();
  return {
    element: line,
    end() {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      ending.abort();
    },
  };
}
