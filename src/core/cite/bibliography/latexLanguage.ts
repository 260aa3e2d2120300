// Languages as Babel and BibLaTeX name them.

/** By BCP 47 tags in lower case. */
const NAMES: Readonly<Record<string, string>> = {
  en: 'english',
  'en-us': 'american',
  'en-gb': 'british',
  'en-au': 'australian',
  'en-ca': 'canadian',
  'en-nz': 'newzealand',
  de: 'ngerman',
  'de-at': 'naustrian',
  'de-ch': 'nswissgerman',
  fr: 'french',
  'fr-ca': 'canadien',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  'pt-br': 'brazilian',
  nl: 'dutch',
  sv: 'swedish',
  da: 'danish',
  nb: 'norsk',
  no: 'norsk',
  nn: 'nynorsk',
  fi: 'finnish',
  is: 'icelandic',
  pl: 'polish',
  cs: 'czech',
  sk: 'slovak',
  sl: 'slovene',
  hr: 'croatian',
  sr: 'serbian',
  hu: 'hungarian',
  ro: 'romanian',
  bg: 'bulgarian',
  ru: 'russian',
  uk: 'ukrainian',
  el: 'greek',
  tr: 'turkish',
  ca: 'catalan',
  eu: 'basque',
  gl: 'galician',
  et: 'estonian',
  lv: 'latvian',
  lt: 'lithuanian',
  vi: 'vietnamese',
};

/** Gives the name for `langid`; undefined for a language that has none: "en-GB" gives "british". */
export function latexLanguage(tag: string | undefined): string | undefined {
  const lower = tag?.toLowerCase() ?? '';
  return NAMES[lower] ?? NAMES[lower.split('-', 1)[0] ?? ''];
}
