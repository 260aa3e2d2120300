// Tells newspapers, magazines, blogs and other sites from each other, as citation styles want them told.

import { headlineKey } from '../../text/headlineKey.ts';
import type { CslType } from './cslItem.ts';

/** Outlets whose names do not say what they are. */
const KNOWN: Readonly<Record<CslType, readonly string[]>> = {
  'article-newspaper': [
    ...['le monde', 'libération', 'le figaro', 'les échos', 'la croix', 'le parisien', 'ouest-france'],
    ...[
      'el país',
      'el mundo',
      'la vanguardia',
      'la nación',
      'clarín',
      'público',
      'expresso',
      'folha de s.paulo',
    ],
    ...[
      'la repubblica',
      'corriere della sera',
      'la stampa',
      'il sole 24 ore',
      'de standaard',
      'de volkskrant',
      'nrc',
    ],
    ...['die welt', 'taz', 'bild', 'neues deutschland', 'der standard', 'die presse', 'dagens nyheter'],
    ...['svenska dagbladet', 'aftonbladet', 'expressen', 'aftenposten', 'politiken', 'helsingin sanomat'],
    ...['gazeta wyborcza', 'rzeczpospolita', 'kommersant', 'коммерсантъ', 'ведомости', 'известия', 'правда'],
    ...['asahi shimbun', 'haaretz', 'the hindu', 'usa today', 'the independent', 'the sun', 'the scotsman'],
    ...[
      'the age',
      'the australian',
      'i',
      'metro',
      'dawn',
      'the national',
      'el universal',
      'milenio',
      'granma',
    ],
  ],
  'article-magazine': [
    ...[
      'the economist',
      'time',
      'newsweek',
      'the new yorker',
      'the atlantic',
      'wired',
      'der spiegel',
      'stern',
    ],
    ...[
      'l’express',
      'le point',
      'l’obs',
      'new scientist',
      'scientific american',
      'national geographic',
      'nature',
    ],
    ...[
      'the spectator',
      'new statesman',
      'foreign affairs',
      'foreign policy',
      'the nation',
      'the new republic',
    ],
    ...[
      'mother jones',
      'rolling stone',
      'vanity fair',
      'forbes',
      'fortune',
      'slate',
      'prospect',
      'private eye',
    ],
    ...[
      'bloomberg businessweek',
      'l’espresso',
      'panorama',
      'profil',
      'focus',
      'cicero',
      'quanta',
      'nautilus',
    ],
  ],
  webpage: [
    ...[
      'bbc',
      'cnn',
      'reuters',
      'npr',
      'al jazeera',
      'politico',
      'axios',
      'propublica',
      'vox',
      'the conversation',
    ],
    ...[
      'the intercept',
      'buzzfeed',
      'the verge',
      'ars technica',
      'techcrunch',
      'huffpost',
      'the daily beast',
    ],
    ...[
      'mediapart',
      'correctiv',
      'meduza',
      'tagesschau',
      'euronews',
      'france 24',
      'deutsche welle',
      'dw',
      'rfi',
    ],
    ...['global voices', 'the kyiv independent', 'krautreporter', 'eldiario.es', 'rt', 'yle', 'nrk', 'svt'],
  ],
  'post-weblog': [],
};

const BY_NAME: ReadonlyMap<string, CslType> = new Map(
  (Object.keys(KNOWN) as CslType[]).flatMap((type) =>
    KNOWN[type].map((name) => [nameKey(name), type] as const),
  ),
);

/** What a name that says what it is has in it; the first that fits decides. */
const BY_WORD: readonly (readonly [pattern: RegExp, type: CslType])[] = [
  [/(?:^|\s)(?:web)?(?:blog|weblog|newsletter|substack)(?:\s|$)/u, 'post-weblog'],
  [
    /(?:magazine?|monthly|weekly|review|quarterly|revue|revista|rivista|magasin|tidskrift|журнал)(?:\s|$)/u,
    'article-magazine',
  ],
  [
    /(?:^|\s)(?:broadcasting|television|tv|radio|rundfunk|news agency|press agency|nachrichtenagentur)(?:\s|$)/u,
    'webpage',
  ],
  [
    /(?:^|\s)(?:times|post|herald|tribune|gazette|guardian|telegraph|journal|chronicle|observer|examiner|inquirer|courier|mirror|mail|express|sentinel|bee|star|globe|dispatch|gazet|le temps|giornale|jornal|diario|diário|journaux|periódico|correio|correo|messaggero|mattino|dagblad|газета)(?:\s|$)/u,
    'article-newspaper',
  ],
  [
    /(?:zeitung|anzeiger|tagblatt|tageblatt|kurier|rundschau|nachrichten|dagblad(?:et)?|tidning(?:en)?|avisen?|лента|вестник|日报|日報|新聞|신문|일보)(?:\s|$)/u,
    'article-newspaper',
  ],
];

/** Hosts that are known for people's own pages. */
const BLOG_HOST =
  /(?:^|\.)(?:blogs?\.[^/]+|substack\.com|wordpress\.com|blogspot\.[a-z.]+|medium\.com|tumblr\.com|ghost\.io|livejournal\.com)$/u;

/**
 * Gives the kind of text that an outlet publishes: by its name, where that is known or says it; by the host, where
 * blogs are kept there; else a page of a site, or a newspaper's article where there is no address.
 *
 * @example outletType("Chicago Tribune", undefined) gives "article-newspaper".
 */
export function outletType(outlet: string | undefined, url: string | undefined): CslType {
  const name = nameKey(outlet ?? '');
  const known = BY_NAME.get(name);
  if (known !== undefined) return known;
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
  if (BLOG_HOST.test(host)) return 'post-weblog';
  const byWord = BY_WORD.find(([pattern]) => pattern.test(name))?.[1];
  return byWord ?? (url === undefined && outlet !== undefined ? 'article-newspaper' : 'webpage');
}

/** Names are the same with and without "The" and an ending such as ".com". */
function nameKey(name: string): string {
  return headlineKey(name.replace(/\.(?:com|org|net|news|co\.uk)$/iu, ''))
    .replace(/^the (?=\S)/u, '')
    .replace(/ (?:online|digital|news)$/u, '');
}
