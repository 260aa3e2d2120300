// The page as elements: what is known of the article above, its body, and what may be read after it.

import type { FullTextState, ReaderPage, RelatedStory } from '../core/model/readerMessages.ts';
import { contents } from './contents.ts';
import { directionOf } from './direction.ts';
import { button, element } from './element.ts';
import { fullTextLine } from './fullTextLine.ts';
import { orderHeadings } from './headings.ts';
import { localize } from './localize.ts';
import { pageEnd, type EndActs } from './pageEnd.ts';
import { originalLink, pageHeader, type HeaderActs } from './pageHeader.ts';
import { preparePictures, type PicturesShown } from './pictures.ts';
import { safeBody } from './safeBody.ts';
import { textPlaces, type TextPlaces } from './textPlaces.ts';
import { boxWide, watchBoxes } from './wideBoxes.ts';

export interface PageView {
  readonly element: HTMLElement;
  /** The element that holds the body. */
  readonly article: HTMLElement;
  /** Stands where the body ends. */
  readonly end: HTMLElement;
  /** The map of the body's text. */
  readonly places: TextPlaces;
  /** Says what became of the article's whole text. */
  showFullText(state: FullTextState): void;
  showRelated(sameStory: readonly RelatedStory[], similar: readonly RelatedStory[]): void;
  showCited(notes: number): void;
  /** Begins to watch what the elements become on the page; gives what ends it. */
  watch(): () => void;
}

/** What the person can ask for on the page. */
export interface PageActs extends HeaderActs, EndActs {
  readonly onShowImages: () => void;
  readonly onGetFullText: () => void;
  readonly onShowCurrentVersion: () => void;
}

/** Builds the elements of a page; everything but its body goes in as text. */
export function pageView(page: ReaderPage, pictures: PicturesShown, acts: PageActs): PageView {
  const body = safeBody(page.html);
  for (const details of body.querySelectorAll('details')) details.open = true;
  const waiting = preparePictures(body, pictures);
  const headings = orderHeadings(body);
  const places = textPlaces(body);
  const boxes = boxWide(body);

  const article = element('article', {
    dir: directionOf(page.text === '' ? page.headline : page.text),
    lang: page.language,
  });
  if (page.html === '') article.append(onlyHeadline(page));
  else article.append(body);
  const header = pageHeader(page, acts);
  const line = fullTextLine(page.fullText, acts.onGetFullText);
  const listed = contents(headings, article.dir);
  const mark = element('div');
  const end = pageEnd(article.dir, acts);
  return {
    element: element('main', {}, [
      header.element,
      ...(page.version === undefined ? [] : [versionLine(page.version, acts.onShowCurrentVersion)]),
      line.element,
      ...(waiting > 0 && pictures === 'ask' ? [imagesBar(waiting, acts.onShowImages)] : []),
      ...(listed === undefined ? [] : [listed]),
      article,
      mark,
      end.element,
    ]),
    article,
    end: mark,
    places: page.html === '' ? textPlaces(element('p')) : places,
    showFullText: line.show,
    showRelated: end.showRelated,
    showCited: header.showCited,
    watch: () => watchBoxes(boxes),
  };
}

/** Builds the one sentence that stands in the place of a page. */
export function noticeView(sentence: string): HTMLElement {
  return element('main', { class: 'notice' }, [element('h1', {}, [sentence])]);
}

function onlyHeadline(page: ReaderPage): HTMLElement {
  const sentence = localize(
    'Only the headline is known so far. The text will stand here as soon as its article arrives.',
  );
  const link = page.url === undefined ? [] : [' ', originalLink(page.url, localize('Read the original'))];
  return element('p', { class: 'only-headline', lang: document.documentElement.lang, dir: 'ltr' }, [
    sentence,
    ...link,
  ]);
}

function versionLine(sentence: string, onShowCurrent: () => void): HTMLElement {
  return strip('version', sentence, button(localize('Show the current version'), onShowCurrent));
}

function imagesBar(waiting: number, onShowImages: () => void): HTMLElement {
  const sentence =
    waiting === 1
      ? localize('One picture is not loaded. Loading it tells its server that you are reading this.')
      : localize(
          '{0} pictures are not loaded. Loading them tells their servers that you are reading this.',
          waiting,
        );
  return strip('images', sentence, button(localize('Show images'), onShowImages));
}

function strip(kind: string, sentence: string, action: HTMLElement): HTMLElement {
  return element('div', { class: `strip ${kind}` }, [element('span', {}, [sentence]), action]);
}
