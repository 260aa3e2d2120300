// What is known of the article, above its body.

import type { DateInWords, ReaderPage } from '../core/model/readerMessages.ts';
import { directionOf } from './direction.ts';
import { button, element } from './element.ts';
import { localize } from './localize.ts';

export interface PageHeader {
  readonly element: HTMLElement;
  /** Says in how many notes the article is cited; nothing where in none. */
  showCited(notes: number): void;
}

export interface HeaderActs {
  readonly onCompare: () => void;
  readonly onChooseVersion: () => void;
  readonly onShowCitingNotes: () => void;
  readonly onKeepOpen: () => void;
}

/** Makes the header; all of it goes in as text. */
export function pageHeader(page: ReaderPage, acts: HeaderActs): PageHeader {
  const headline = element('h1', { dir: directionOf(page.headline), lang: page.language }, [page.headline]);
  // As on the tab of an editor.
  headline.addEventListener('dblclick', acts.onKeepOpen);
  const later = changes(page, acts);
  const files = page.files.map(({ url, text }) => originalLink(url, text));
  const lines = [facts(page), later, files]
    .filter((line, index) => index === 0 || line.length > 0)
    .map((line) => factsLine(line));
  const cited = factsLine([]);
  return {
    // The facts stand on the side where the headline begins, in whatever language they are.
    element: element('header', { dir: headline.dir }, [
      ...(page.source === undefined ? [] : [element('p', { class: 'source' }, [inside(page.source)])]),
      headline,
      ...lines,
      ...(page.note === undefined ? [] : [element('p', { class: 'note' }, [inside(page.note)])]),
    ]),
    showCited(notes) {
      const words = notes === 1 ? localize('Cited in 1 note') : localize('Cited in {0} notes', notes);
      cited.replaceChildren(fact(button(words, acts.onShowCitingNotes, { class: 'link' })));
      if (notes === 0) cited.remove();
      else lines.at(-1)?.after(cited);
    },
  };
}

/** Makes a link to the original, or to a file of it. */
export function originalLink(url: string, words: string): HTMLElement {
  return element('a', { class: 'original', href: url, title: url }, [words]);
}

function facts({ byline, date, readingTime, url, html }: ReaderPage): readonly (HTMLElement | string)[] {
  return [
    ...(byline === undefined ? [] : [byline]),
    ...(date === undefined ? [] : [time(date)]),
    ...(readingTime === undefined ? [] : [readingTime]),
    ...(url === undefined || html === '' ? [] : [originalLink(url, localize('Original'))]),
  ];
}

/** What happened to the article after it was published. */
function changes({ updated, versions }: ReaderPage, acts: HeaderActs): readonly HTMLElement[] {
  return [
    ...(updated === undefined ? [] : [element('span', {}, [localize('Updated '), time(updated)])]),
    ...(versions < 2
      ? []
      : [
          button(localize('{0} versions', versions), acts.onChooseVersion, {
            class: 'link',
            title: localize('Choose the version to read'),
          }),
          button(localize('Compare'), acts.onCompare, {
            class: 'link',
            title: localize('Compare two versions'),
          }),
        ]),
  ];
}

function factsLine(shown: readonly (HTMLElement | string)[]): HTMLElement {
  return element('p', { class: 'facts' }, shown.map(fact));
}

function fact(shown: HTMLElement | string): HTMLElement {
  return element('span', {}, [inside(shown)]);
}

/** Text in whatever direction leaves what stands beside it where it is. */
function inside(shown: HTMLElement | string): HTMLElement {
  return element('bdi', {}, [shown]);
}

function time({ text, iso }: DateInWords): HTMLElement {
  return element('time', { datetime: iso }, [text]);
}
