// What may be read after the article: the one before, the one after, and what is related.

import type { RelatedStory } from '../core/model/readerMessages.ts';
import { button, element } from './element.ts';
import { localize } from './localize.ts';

export interface PageEnd {
  readonly element: HTMLElement;
  showRelated(sameStory: readonly RelatedStory[], similar: readonly RelatedStory[]): void;
}

export interface EndActs {
  readonly onGo: (to: 'previous' | 'next') => void;
  /** Beside the article where the person asks for that as for any link. */
  readonly onOpen: (itemId: number, beside: boolean) => void;
}

/** Makes the end of a page, in the direction of its article; the related stories stand in it when they are known. */
export function pageEnd(dir: string, { onGo, onOpen }: EndActs): PageEnd {
  const related = element('div', { class: 'related' });
  const ways = element('nav', { class: 'ways', 'aria-label': localize('Headlines') }, [
    button(localize('Previous'), () => onGo('previous'), { title: localize('Previous headline') }),
    button(localize('Next'), () => onGo('next'), { title: localize('Next headline') }),
  ]);
  return {
    element: element('footer', { dir }, [related, ways]),
    showRelated(sameStory, similar) {
      related.replaceChildren(
        ...stories(localize('The same story elsewhere'), sameStory, onOpen),
        ...stories(localize('More like this'), similar, onOpen),
      );
    },
  };
}

function stories(
  heading: string,
  shown: readonly RelatedStory[],
  onOpen: EndActs['onOpen'],
): readonly HTMLElement[] {
  if (shown.length === 0) return [];
  const items = shown.map((story) => element('li', {}, [linkTo(story, onOpen), factsOf(story)]));
  return [
    element('section', { 'aria-label': heading }, [element('h2', {}, [heading]), element('ul', {}, items)]),
  ];
}

function linkTo({ itemId, headline, language }: RelatedStory, onOpen: EndActs['onOpen']): HTMLElement {
  const link = element('a', { href: `#item-${itemId}`, draggable: 'false', lang: language }, [
    element('bdi', {}, [headline]),
  ]);
  const open = (event: MouseEvent): void => {
    if (event.button < 2) onOpen(itemId, event.button === 1 || event.ctrlKey || event.metaKey);
  };
  link.addEventListener('click', open);
  link.addEventListener('auxclick', open);
  return link;
}

function factsOf({ facts }: RelatedStory): HTMLElement {
  const parts = facts.map((fact) => element('span', {}, [element('bdi', {}, [fact])]));
  return element('span', { class: 'facts' }, parts);
}
