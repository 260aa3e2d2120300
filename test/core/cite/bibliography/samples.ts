// References that bibliographies must keep as they are.

import type { CslItem } from '../../../../src/core/cite/reference/cslItem.ts';

export const rain: CslItem = {
  id: 'byronrain2025',
  type: 'article-newspaper',
  title: 'Rain stops play in Leeds, says BBC',
  author: [
    { family: 'Byron', given: 'Ada' },
    { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' },
    { literal: 'Associated Press' },
  ],
  'container-title': 'The Example Times',
  issued: { 'date-parts': [[2025, 10, 8]] },
  accessed: { 'date-parts': [[2025, 10, 10]] },
  URL: 'https://www.example.org/rain_(2)?a=1&b=50%25',
  language: 'en-GB',
};

/** What is markup somewhere in every format. */
export const odd: CslItem = {
  id: 'oddthing2024',
  type: 'webpage',
  title: 'R&D costs $5_000 (50%): #1 {bold} \\ ~ ^ "so" *he* said: <b>no</b> — it’s - over @ [1]',
  author: [{ literal: 'Health, Care & Co' }, { family: 'O’Neil', given: 'Ann and Bob', suffix: 'Jr.' }],
  'container-title': 'News: 100% & more',
  issued: { 'date-parts': [[2024, 2]] },
  URL: 'https://example.org/a_b~c?x={1}#/p',
  language: 'de',
  custom: { dateModified: '2024-03-01T10:00:00Z' },
};

export const bare: CslItem = { id: 'bare', type: 'post-weblog', title: 'Yes' };

export const kinds: readonly CslItem[] = [
  rain,
  odd,
  bare,
  {
    ...rain,
    id: 'magazine2025',
    type: 'article-magazine',
    URL: 'https://example.org/magazine',
    language: 'fr',
  },
  { ...rain, id: 'page2025', type: 'webpage', URL: 'https://example.org/page' },
  {
    ...rain,
    id: 'blog2025',
    type: 'post-weblog',
    URL: 'https://example.org/blog',
    issued: { 'date-parts': [[2025]] },
  },
];
