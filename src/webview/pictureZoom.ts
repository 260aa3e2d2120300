// A picture that fills the reader, on a click or by the keyboard, until Escape or another click.

import { element } from './element.ts';
import { localize } from './localize.ts';

/** Pixels; what is smaller is an ornament. */
const SMALLEST = 80;

/** Lets the person see a picture larger, once it has loaded and unless it belongs to a link or is an ornament. */
export function offerZoom(picture: HTMLImageElement): void {
  if (picture.closest('a[href]') !== null) return;
  const offer = (): void => {
    if (picture.naturalWidth < SMALLEST || picture.naturalHeight < SMALLEST) return;
    const words = picture.alt.trim();
    picture.classList.add('zoomable');
    picture.tabIndex = 0;
    picture.setAttribute('role', 'button');
    picture.setAttribute(
      'aria-label',
      words === '' ? localize('Picture, enlarge') : localize('{0}, enlarge', words),
    );
    picture.addEventListener('click', () => enlarge(picture));
    picture.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      enlarge(picture);
    });
  };
  // One that has not begun to load is complete, too.
  if (picture.naturalWidth > 0) offer();
  else picture.addEventListener('load', offer, { once: true });
}

function enlarge(picture: HTMLImageElement): void {
  const caption = picture.closest('figure')?.querySelector('figcaption')?.textContent.trim() ?? '';
  const words = caption === '' ? picture.alt.trim() : caption;
  const large = element('img', { src: picture.src, alt: picture.alt });
  const close = element('button', { type: 'button', class: 'close', 'aria-label': localize('Close') }, ['×']);
  const dialog = element(
    'dialog',
    { class: 'zoom', 'aria-label': words === '' ? localize('Picture') : words },
    [large, ...(words === '' ? [] : [element('p', { dir: 'auto' }, [words])]), close],
  );
  dialog.addEventListener('click', () => dialog.close());
  // Escape is meant for the picture and for nothing around it.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
