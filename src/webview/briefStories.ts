// The stories that several sources tell, with a picture of when they told them.

import type { StoryView } from '../core/brief/briefMessages.ts';
import type { Timeline } from '../core/brief/timeline.ts';
import { headlineLink } from './briefHeadline.ts';
import { directionOf } from './direction.ts';
import { element } from './element.ts';
import { localize } from './localize.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Height of the picture and where its line is, in points. */
const HEIGHT = 18;
const LINE = 13.5;

/** Builds the section of the most covered stories, the first of which stands out. */
export function briefStories(stories: readonly StoryView[]): HTMLElement {
  const [first, ...others] = stories.map((story, index) => storyPart(story, index === 0));
  return element('section', { class: 'stories', 'aria-labelledby': 'stories-title' }, [
    element('h2', { id: 'stories-title' }, [localize('Most covered')]),
    ...(first === undefined ? [] : [first]),
    ...(others.length === 0 ? [] : [element('div', { class: 'grid' }, others)]),
  ]);
}

function storyPart(
  { lead, summary, others, coverage, publishers, timeline }: StoryView,
  isFirst: boolean,
): HTMLElement {
  const direction = directionOf(`${lead.headline} ${summary}`);
  return element('article', { class: isFirst ? 'story first' : 'story', dir: direction }, [
    element('h3', {}, [headlineLink(lead)]),
    ...(summary === ''
      ? []
      : [element('p', { class: 'summary', dir: 'auto', lang: lead.language }, [summary])]),
    element('p', { class: 'coverage' }, [
      element('strong', {}, [element('bdi', {}, [coverage])]),
      ' ',
      element('bdi', {}, [publishers]),
    ]),
    ...(timeline === undefined ? [] : [timelinePicture(timeline)]),
    ...(others.length === 0
      ? []
      : [
          element(
            'ul',
            { class: 'others' },
            others.map((other) =>
              element('li', {}, [
                headlineLink(other),
                // A line may end here.
                ' ',
                element('span', { class: 'age' }, [
                  element('bdi', {}, [`${other.publisher ?? ''} · ${other.age}`]),
                ]),
              ]),
            ),
          ),
        ]),
  ]);
}

/** A tick for each report; time runs from left to right in every language. */
function timelinePicture({ ticks, from, to, text }: Timeline): HTMLElement {
  const picture = shape('svg', { class: 'ticks', role: 'img', 'aria-label': text, height: String(HEIGHT) });
  picture.append(line('0', '100%', LINE, LINE, 'base'));
  for (const { place, isNew } of ticks) {
    const x = `${(place * 100).toFixed(2)}%`;
    picture.append(line(x, x, isNew ? 2 : 6, LINE, isNew ? 'tick new' : 'tick'));
  }
  return element('figure', { class: 'timeline', dir: 'ltr' }, [
    picture as unknown as HTMLElement,
    element('figcaption', { 'aria-hidden': 'true' }, [
      element('span', {}, [from]),
      element('span', {}, [to]),
    ]),
  ]);
}

function line(x1: string, x2: string, y1: number, y2: number, name: string): SVGElement {
  return shape('line', { x1, x2, y1: String(y1), y2: String(y2), class: name });
}

function shape(tag: 'svg' | 'line', attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
