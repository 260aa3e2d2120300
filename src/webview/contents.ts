// The contents of a long article, folded until they are wanted.

import { element } from './element.ts';
import type { Heading } from './headings.ts';
import { localize } from './localize.ts';

const FEWEST = 3;

/**
 * Makes the list of the headings, each a link to its place; undefined where there are too few to need one.
 *
 * @param dir The direction of the article.
 */
export function contents(headings: readonly Heading[], dir: string): HTMLElement | undefined {
  if (headings.length < FEWEST) return undefined;
  const items = headings.map((heading, index) => {
    const id = `heading-${index}`;
    heading.element.id = id;
    heading.element.tabIndex = -1;
    const link = element('a', { href: `#${id}` }, [element('bdi', {}, [heading.words])]);
    link.addEventListener('click', () => goTo(heading.element));
    return element('li', { 'data-depth': String(Math.min(heading.depth, 3)) }, [link]);
  });
  return element('nav', { class: 'contents', 'aria-label': localize('Contents'), dir }, [
    element('details', {}, [element('summary', {}, [localize('Contents')]), element('ol', {}, items)]),
  ]);
}

/** The focus goes along, so that the keyboard and a screen reader go on from there. */
function goTo(heading: HTMLElement): void {
  heading.scrollIntoView({ block: 'start', behavior: 'instant' });
  heading.focus({ preventScroll: true });
}
