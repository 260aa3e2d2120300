// Pictures in the body, and what stands for those that are not shown.

import { localize } from './localize.ts';
import { offerZoom } from './pictureZoom.ts';

export type PicturesShown = 'shown' | 'ask' | 'never';

const PICTURE_FILE = /\.(?:avif|gif|jpe?g|png|webp)$/i;

/**
 * Prepares the pictures of a body that is not on the page yet. Those that the page must not load, and later
 * those that fail to load, become placeholders; pixels that only count readers go.
 *
 * @returns How many pictures wait for permission.
 */
export function preparePictures(body: DocumentFragment, shown: PicturesShown): number {
  let waiting = 0;
  for (const picture of body.querySelectorAll('img')) {
    const inline = /^data:image\//i.test(picture.getAttribute('src') ?? '');
    if (isTracker(picture)) {
      picture.remove();
    } else if (inline || shown === 'shown') {
      picture.loading = 'lazy';
      picture.decoding = 'async';
      picture.addEventListener('error', () => picture.replaceWith(placeholder(picture)), { once: true });
      withoutOwnLink(picture);
      offerZoom(picture);
    } else {
      waiting++;
      picture.replaceWith(placeholder(picture));
    }
  }
  return waiting;
}

/** Its words are drawn by the style sheet, since they are no part of the article's text. */
function placeholder(picture: HTMLImageElement): HTMLElement {
  const box = document.createElement('span');
  box.className = 'picture';
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', picture.alt.trim() === '' ? localize('Picture') : picture.alt.trim());
  return box;
}

/** A link around a picture that leads to a picture shows no more than enlarging it does. */
function withoutOwnLink(picture: HTMLImageElement): void {
  const link = picture.parentElement;
  if (link?.localName !== 'a' || link.childNodes.length !== 1) return;
  const address = link.getAttribute('href') ?? '';
  if (URL.canParse(address) && PICTURE_FILE.test(new URL(address).pathname)) link.replaceWith(picture);
}

function isTracker(picture: HTMLImageElement): boolean {
  return ['width', 'height'].some((side) => /^[012]$/.test(picture.getAttribute(side) ?? ''));
}
