// Feeds of real publishers to begin with. None of them is asked for anything before a person chooses it.

import { localize } from '../localize.ts';

export interface StarterGroup {
  readonly name: string;
  readonly feeds: readonly StarterFeed[];
}

export interface StarterFeed {
  readonly title: string;
  /** In the list's own words: the language and what it is. */
  readonly about: string;
  readonly url: string;
  readonly homeUrl: string;
}

export const STARTER_LIST: readonly StarterGroup[] = [
  {
    name: localize('World'),
    feeds: [
      starter(
        'BBC News: World',
        'English',
        'https://feeds.bbci.co.uk/news/world/rss.xml',
        'https://www.bbc.co.uk/news/world',
      ),
      starter(
        'The Guardian: World',
        'English',
        'https://www.theguardian.com/world/rss',
        'https://www.theguardian.com/world',
      ),
      starter(
        'Al Jazeera',
        'English',
        'https://www.aljazeera.com/xml/rss/all.xml',
        'https://www.aljazeera.com/',
      ),
      starter(
        'NPR News',
        'English',
        'https://feeds.npr.org/1001/rss.xml',
        'https://www.npr.org/sections/news/',
      ),
      starter('Deutsche Welle', 'English', 'https://rss.dw.com/rdf/rss-en-all', 'https://www.dw.com/en/'),
      starter('Global Voices', 'English', 'https://globalvoices.org/feed/', 'https://globalvoices.org/'),
      starter(
        'tagesschau.de',
        'Deutsch',
        'https://www.tagesschau.de/index~rss2.xml',
        'https://www.tagesschau.de/',
      ),
      starter('Le Monde', 'français', 'https://www.lemonde.fr/rss/une.xml', 'https://www.lemonde.fr/'),
      starter(
        'El País',
        'español',
        'https://feeds.elpais.com/mrss-s/pages/ep/site/elpais.com/portada',
        'https://elpais.com/',
      ),
      starter('SVT Nyheter', 'svenska', 'https://www.svt.se/nyheter/rss.xml', 'https://www.svt.se/nyheter/'),
      starter(
        'NHK ニュース',
        '日本語',
        'https://www3.nhk.or.jp/rss/news/cat0.xml',
        'https://www3.nhk.or.jp/news/',
      ),
      starter('Медуза', 'русский', 'https://meduza.io/rss/all', 'https://meduza.io/'),
    ],
  },
  {
    name: localize('Technology'),
    feeds: [
      starter(
        'Ars Technica',
        'English',
        'https://feeds.arstechnica.com/arstechnica/index',
        'https://arstechnica.com/',
      ),
      starter(
        'MIT Technology Review',
        'English',
        'https://www.technologyreview.com/feed/',
        'https://www.technologyreview.com/',
      ),
      starter('LWN.net', 'English', 'https://lwn.net/headlines/rss', 'https://lwn.net/'),
      starter('heise online', 'Deutsch', 'https://www.heise.de/rss/heise-atom.xml', 'https://www.heise.de/'),
    ],
  },
  {
    name: localize('Science'),
    feeds: [
      starter('Nature', 'English', 'https://www.nature.com/nature.rss', 'https://www.nature.com/nature/'),
      starter(
        'Quanta Magazine',
        'English',
        'https://www.quantamagazine.org/feed/',
        'https://www.quantamagazine.org/',
      ),
      starter('NASA', 'English', 'https://www.nasa.gov/feed/', 'https://www.nasa.gov/'),
      starter(
        'Spektrum.de',
        'Deutsch',
        'https://www.spektrum.de/alias/rss/spektrum-de-rss-feed/996406',
        'https://www.spektrum.de/',
      ),
    ],
  },
  {
    name: localize('Journalism'),
    feeds: [
      starter(
        'ProPublica',
        'English',
        'https://www.propublica.org/feeds/propublica/main',
        'https://www.propublica.org/',
      ),
      starter('Columbia Journalism Review', 'English', 'https://www.cjr.org/feed', 'https://www.cjr.org/'),
      starter('Nieman Lab', 'English', 'https://www.niemanlab.org/feed/', 'https://www.niemanlab.org/'),
      starter('Bellingcat', 'English', 'https://www.bellingcat.com/feed/', 'https://www.bellingcat.com/'),
    ],
  },
];

function starter(title: string, about: string, url: string, homeUrl: string): StarterFeed {
  return { title, about, url, homeUrl };
}
