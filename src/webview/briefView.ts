// The front page as elements; everything in it goes in as text.

import type {
  BriefAction,
  BriefHeadline,
  BriefPage,
  EmptyView,
  FromBrief,
  SearchView,
  SourceView,
} from '../core/brief/briefMessages.ts';
import { isBriefRange } from '../core/brief/briefRange.ts';
import { briefStories } from './briefStories.ts';
import { headlineLink, setRead } from './briefHeadline.ts';
import { directionOf } from './direction.ts';
import { button, element } from './element.ts';
import { localize } from './localize.ts';

export interface BriefView {
  readonly element: HTMLElement;
  setRead(itemIds: readonly number[], read: boolean): void;
  /** Says that more arrived; undefined for nothing. */
  showArrived(sentence: string | undefined): void;
  showDone(sentence: string, undo: boolean): void;
  focusHeadline(itemId: number): void;
  /** Gives the focus to the choice of the range, where the page took the place of another. */
  focusRange(wanted: boolean): void;
  /** Gives the focus to the next headline, or the one before. */
  walk(step: number): void;
}

type Post = (message: FromBrief) => void;

const ACTION_WORDS: Readonly<Record<BriefAction, string>> = {
  refresh: localize('Refresh now'),
  addFeed: localize('Add a feed'),
  openSample: localize('Open the sample edition'),
};

/** Builds the elements of a page; `post` tells the extension what the person does. */
export function briefView(page: BriefPage, post: Post): BriefView {
  const done = element('p', { class: 'strip', role: 'status', hidden: '' });
  const arrived = element('p', { class: 'strip', role: 'status', hidden: '' });
  const range = rangeChoice(page, post);
  const news = page.empty === undefined ? newsOf(page, post) : [emptyPart(page.empty, post)];
  const main = element('main', {}, [masthead(page, range, post), arrived, done, ...news]);
  const links = (): readonly HTMLElement[] => [...main.querySelectorAll<HTMLElement>('a[data-item]')];
  const shownIn = (strip: HTMLElement, sentence: string | undefined, press: HTMLElement[]): void => {
    strip.hidden = sentence === undefined;
    strip.replaceChildren(...(sentence === undefined ? [] : [element('span', {}, [sentence]), ...press]));
  };

  return {
    element: main,
    setRead: (itemIds, read) => setRead(links(), itemIds, read),
    showArrived: (sentence) =>
      shownIn(arrived, sentence, [button(localize('Show them'), () => post({ kind: 'renew' }))]),
    showDone: (sentence, undo) =>
      shownIn(done, sentence, undo ? [button(localize('Undo'), () => post({ kind: 'undo' }))] : []),
    focusHeadline: (itemId) =>
      links()
        .find((link) => link.dataset['item'] === String(itemId))
        ?.focus(),
    focusRange: (wanted) => {
      if (wanted) range.focus({ preventScroll: true });
    },
    walk(step) {
      const all = links();
      const now = all.findIndex((link) => link === document.activeElement);
      const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : now + step;
      all[next]?.focus();
      all[next]?.scrollIntoView({ block: 'nearest' });
    },
  };
}

function masthead(page: BriefPage, range: HTMLElement, post: Post): HTMLElement {
  const acts =
    page.empty === undefined
      ? [
          button(localize('Mark all as read'), () => post({ kind: 'mark read', sourceId: undefined })),
          button(localize('Mark as seen'), () => post({ kind: 'seen' }), {
            title: localize('The next brief begins where this one ends, as it does when you close it.'),
          }),
        ]
      : [];
  return element('header', {}, [
    element('div', { class: 'ears' }, [element('p', { class: 'date' }, [page.date]), range]),
    element('h1', {}, [localize('Morning Brief')]),
    element('div', { class: 'ears' }, [
      element('p', { class: 'counted' }, [page.empty === undefined ? page.counted : '']),
      element('div', { class: 'acts' }, acts),
    ]),
    ...(page.note === undefined ? [] : [element('p', { class: 'note' }, [page.note])]),
  ]);
}

function rangeChoice({ ranges, range: chosen }: BriefPage, post: Post): HTMLSelectElement {
  const select = element(
    'select',
    { 'aria-label': localize('How far back the brief goes') },
    ranges.map(({ range, label }) =>
      element('option', { value: range, selected: range === chosen ? '' : undefined }, [label]),
    ),
  );
  select.addEventListener('change', () => {
    if (isBriefRange(select.value)) post({ kind: 'range', range: select.value });
  });
  return select;
}

function newsOf(page: BriefPage, post: Post): readonly HTMLElement[] {
  const { stories, searches, sources, sourcesLeft } = page;
  return [
    ...(stories.length === 0 ? [] : [briefStories(stories)]),
    ...(searches.length === 0 ? [] : [searchesPart(searches, post)]),
    section('sources', localize('By source'), [
      element(
        'div',
        { class: 'columns' },
        sources.map((source) => sourcePart(source, post)),
      ),
      ...(sourcesLeft === 0
        ? []
        : [
            element('p', { class: 'left' }, [
              localize('{0} more sources have news; the sidebar has them all.', sourcesLeft),
            ]),
          ]),
    ]),
  ];
}

function sourcePart(
  { sourceId, title, count, counted, headlines, left }: SourceView,
  post: Post,
): HTMLElement {
  const name = element('h3', { dir: 'auto' }, [title]);
  const mark = button(localize('Mark as read'), () => post({ kind: 'mark read', sourceId }), {
    class: 'link',
    'aria-label':
      count === 1
        ? localize('Mark as read: the new headline of {0}', title)
        : localize('Mark as read: all {0} new headlines of {1}', count, title),
  });
  const more = (words: string): HTMLElement =>
    button(words, () => post({ kind: 'show source', sourceId }), {
      class: 'link more',
      'aria-label': localize('{0} in {1}, shown in the sidebar', words, title),
    });
  // A source is written from one side, whatever the language of a single headline.
  const direction = directionOf([title, ...headlines.map((each) => each.headline)].join(' '));
  return element('section', { class: 'source', dir: direction }, [
    element('div', { class: 'source-head' }, [
      name,
      element('span', { class: 'count', dir: 'ltr' }, [counted]),
      mark,
    ]),
    ...(headlines.length === 0 ? [] : [headlineList(headlines)]),
    ...(left === 0 ? [] : [more(localize('{0} more', left))]),
    ...(headlines.length + left > 0
      ? []
      : [element('p', { class: 'left' }, [localize('In the stories above.')])]),
  ]);
}

function headlineList(headlines: readonly BriefHeadline[]): HTMLElement {
  return element(
    'ul',
    { class: 'headlines' },
    headlines.map((headline) => element('li', {}, [headlineLink(headline), ' ', age(headline)])),
  );
}

function age({ age: words }: BriefHeadline): HTMLElement {
  return element('span', { class: 'age' }, [words]);
}

function searchesPart(searches: readonly SearchView[], post: Post): HTMLElement {
  const rows = searches.map(({ query, found }) =>
    element('li', {}, [
      button(query, () => post({ kind: 'search', query }), { class: 'link', dir: 'auto' }),
      element('span', { class: 'count', dir: 'ltr' }, [localize('{0} new', found)]),
    ]),
  );
  return section('searches', localize('Your searches'), [element('ul', {}, rows)]);
}

function emptyPart({ sentence, detail, actions }: EmptyView, post: Post): HTMLElement {
  return element('section', { class: 'empty' }, [
    element('h2', {}, [sentence]),
    element('p', {}, [detail]),
    element(
      'div',
      { class: 'acts' },
      actions.map((action) => button(ACTION_WORDS[action], () => post({ kind: 'act', action }))),
    ),
  ]);
}

function section(name: string, title: string, children: readonly HTMLElement[]): HTMLElement {
  const id = `${name}-title`;
  return element('section', { class: name, 'aria-labelledby': id }, [
    element('h2', { id }, [title]),
    ...children,
  ]);
}
