// How the text is set: the person's settings as properties that the style sheet reads.

import type { Typography } from '../core/model/readerMessages.ts';

const FACES: Readonly<Record<Typography['font'], string>> = {
  serif: 'var(--serif)',
  'sans-serif': 'var(--sans)',
  editor: 'var(--mono)',
};

/** Sets the page so from now on. */
export function applyTypography({ font, fontSize, lineHeight, width, justify, hyphenate }: Typography): void {
  const { style, dataset } = document.documentElement;
  style.setProperty('--face', FACES[font]);
  style.setProperty('--size', `${fontSize}px`);
  style.setProperty('--leading', String(lineHeight));
  style.setProperty('--measure', String(width));
  dataset['justify'] = String(justify);
  dataset['hyphenate'] = String(hyphenate);
}
