// The page as elements: what is known of the article above, its body below.

import type { ReaderPage } from '../core/model/readerMessages.ts';
import { preparePictures, type PicturesShown } from './pictures.ts';
import { safeBody } from './safeBody.ts';
import { textPlaces, type TextPlaces } from './textPlaces.ts';

export interface PageView {
  readonly element: HTMLElement;
  /** The element that holds the body. */
  readonly article: HTMLElement;
  /** The map of the body's text. */
  readonly places: TextPlaces;
}

/** Builds the elements of a page; everything but its body goes in as text. */
export function pageView(page: ReaderPage, pictures: PicturesShown, onShowImages: () => void): PageView {
  const body = safeBody(page.html);
  for (const details of body.querySelectorAll('details')) details.open = true;
  const waiting = preparePictures(body, pictures);
  const places = textPlaces(body);
  for (const table of body.querySelectorAll('table')) boxIn(table, 'Table');
  for (const code of body.querySelectorAll('pre')) boxIn(code, 'Code');

  const article = element('article', { dir: 'auto', lang: page.language });
  if (page.html === '') article.append(onlyHeadline(page));
  else article.append(body);
  const main = element('main', {}, [header(page)]);
  if (waiting > 0 && pictures === 'ask') main.append(imagesBar(waiting, onShowImages));
  main.append(article);
  return { element: main, article, places: page.html === '' ? textPlaces(element('p')) : places };
}

/** Builds the one sentence that stands in the place of a page. */
export function noticeView(sentence: string): HTMLElement {
  return element('main', { class: 'notice' }, [element('p', {}, [sentence])]);
}

function header(page: ReaderPage): HTMLElement {
  const facts: (HTMLElement | string)[] = [];
  if (page.byline !== undefined) facts.push(page.byline);
  if (page.date !== undefined) facts.push(element('time', { datetime: page.date.iso }, [page.date.text]));
  if (page.readingTime !== undefined) facts.push(page.readingTime);
  if (page.url !== undefined && page.html !== '') facts.push(original(page.url, 'Original'));
  const headline = element('h1', { dir: 'auto', lang: page.language }, [page.headline]);
  // The facts stand on the side where the headline begins, in whatever language they are.
  const direction = headline.matches(':dir(rtl)') ? 'rtl' : 'ltr';
  return element('header', { dir: direction }, [
    ...(page.source === undefined
      ? []
      : [element('p', { class: 'source' }, [element('bdi', {}, [page.source])])]),
    headline,
    element(
      'p',
      { class: 'facts' },
      facts.map((fact) => element('span', {}, [element('bdi', {}, [fact])])),
    ),
    ...(page.note === undefined ? [] : [element('p', { class: 'note' }, [element('bdi', {}, [page.note])])]),
  ]);
}

function onlyHeadline(page: ReaderPage): HTMLElement {
  const sentence =
    'Only the headline is known so far. The text will stand here as soon as its article arrives.';
  const link = page.url === undefined ? [] : [' ', original(page.url, 'Read the original')];
  return element('p', { class: 'only-headline', lang: 'en', dir: 'ltr' }, [sentence, ...link]);
}

function imagesBar(waiting: number, onShowImages: () => void): HTMLElement {
  const button = element('button', { type: 'button' }, ['Show images']);
  button.addEventListener('click', onShowImages);
  const sentence =
    waiting === 1
      ? 'One picture is not loaded. Loading it tells its server that you are reading this.'
      : `${waiting} pictures are not loaded. Loading them tells their servers that you are reading this.`;
  return element('aside', { class: 'images' }, [element('span', {}, [sentence]), button]);
}

function original(url: string, words: string): HTMLElement {
  return element('a', { class: 'original', href: url, title: url }, [words]);
}

/** What is wider than the page scrolls in a box of its own, which the keyboard reaches too. */
function boxIn(wide: HTMLElement, name: string): void {
  const box = element('div', { class: 'wide', role: 'region', 'aria-label': name, tabindex: '0' });
  wide.replaceWith(box);
  box.append(wide);
}

function element(
  tag: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (Node | string)[] = [],
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}
