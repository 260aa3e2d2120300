// Names in bylines that are nobody's.

import { headlineKey } from '../../text/headlineKey.ts';

/** News agencies by their names and signs, as `headlineKey` gives them. */
const AGENCIES = new Set(
  [
    ...[
      'AP',
      'Associated Press',
      'The Associated Press',
      'Reuters',
      'AFP',
      'Agence France-Presse',
      'dpa',
      'UPI',
    ],
    ...[
      'Deutsche Presse-Agentur',
      'United Press International',
      'Press Association',
      'PA Media',
      'PA',
      'EFE',
      'ANSA',
    ],
    ...[
      'APA',
      'SDA',
      'Keystone-SDA',
      'Xinhua',
      'Kyodo',
      'Kyodo News',
      'Jiji Press',
      'Yonhap',
      'TASS',
      'ТАСС',
      'Interfax',
    ],
    ...[
      'Интерфакс',
      'RIA Novosti',
      'РИА Новости',
      'Ukrinform',
      'Укринформ',
      'Bloomberg',
      'Bloomberg News',
      'PTI',
    ],
    ...[
      'Press Trust of India',
      'ANI',
      'IANS',
      'AAP',
      'Australian Associated Press',
      'Canadian Press',
      'The Canadian Press',
    ],
    ...[
      'ANP',
      'Belga',
      'TT',
      'NTB',
      'Ritzau',
      'STT',
      'PAP',
      'MTI',
      'ČTK',
      'CTK',
      'Lusa',
      'Agência Brasil',
      'Télam',
      'Notimex',
    ],
    ...[
      'Anadolu',
      'Anadolu Agency',
      'Antara',
      'Bernama',
      'epd',
      'KNA',
      'SID',
      'Europa Press',
      'Inter Press Service',
    ],
    ...['States Newsroom', 'Getty', 'Getty Images', 'IRNA', 'SANA', 'WAM', 'APTN'],
  ].map(headlineKey),
);

/** Words that are part of an organisation's name and of no person's. */
const ORGANISATION =
  /(?:^|\s)(?:staff|news|newsroom|press|agency|agencies|team|desk|board|editors|reporters|correspondents|writers|service|services|bureau|network|media|university|institute|committee|ministry|office|council|association|foundation|society|group|centre|center|department|commission|union|federation|party|church|ltd|limited|inc|llc|gmbh|plc|corp|corporation|company|times|post|guardian|tribune|herald|magazine|redaktion|agentur|rédaction|agence|redacción|agencia|redazione|agenzia|redactie|redaktionen|редакция|агентство|служба)(?:\s|$)/iu;

/** What stands for the outlet's own people. */
const OWN_PEOPLE =
  /(?:^|\s)(?:staff|news|newsroom|team|desk|editorial board|editorial|editors?|reporters?|correspondents?|writers?|and|agencies|agency|wires?|web|online|digital|service|our|a|the|redaktion|rédaction|la|die|de|redacción|redazione|redactie|redaktionen|редакция|admin|administrator|guest|contributor|anonymous|unknown)(?=\s|$)/giu;

/** Whether a name in a byline is a news agency's. */
export function isAgency(name: string): boolean {
  return AGENCIES.has(headlineKey(name));
}

/** Whether a name in a byline is an organisation's, by a word in it that no person is called. */
export function isOrganisation(name: string): boolean {
  return isAgency(name) || ORGANISATION.test(name);
}

/**
 * Whether a name in a byline says no more than the outlet's: the outlet itself, its staff, or nobody at all.
 *
 * @example namesOutlet("Guardian staff and agencies", "The Guardian") gives true.
 */
export function namesOutlet(name: string, outlet: string | undefined): boolean {
  const rest = headlineKey(name).replace(OWN_PEOPLE, ' ').trim().replace(/\s+/gu, ' ');
  if (rest === '' || !/\p{L}/u.test(rest)) return true;
  const key = headlineKey((outlet ?? '').replace(/^the\s+(?=\S)/iu, ''))
    .replace(OWN_PEOPLE, ' ')
    .trim()
    .replace(/\s+/gu, ' ');
  const plain = (text: string): string => text.replace(/\s|(?:com|org|net)$/gu, '');
  if (key === '') return false;
  // "Guardian sport" is a part of The Guardian.
  return plain(rest) === plain(key) || (key.length > 3 && rest.startsWith(`${key} `));
}
