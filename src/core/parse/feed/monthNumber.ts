// Names of months in the languages that feeds write them in although RFC 822 has English alone.

/** How the twelve names begin, without marks on letters; names that begin alike stand apart by a longer beginning. */
const BEGINNINGS: readonly string[] = [
  'jan ene gen janv янв ιαν sty oca',
  'feb fev fevr фев φεβ lut sub',
  'mar mrz maa мар μαρ',
  'apr abr avr апр απρ kwi nis',
  'may mai maj mag mei мая май μαι',
  'jun juin giu июн ιουν cze haz',
  'jul juil lug июл ιουλ lip tem',
  'aug ago aou авг αυγ sie agu',
  'sep set sze сен σεπ wrz eyl',
  'oct okt ott out окт οκτ paz eki',
  'nov ноя νοε lis kas',
  'dec dez dic дек δεκ gru ara',
];
const BY_BEGINNING = new Map(
  BEGINNINGS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/**
 * Gives 1 to 12 for a month's name or its beginning, in any case; undefined for another word.
 *
 * @example "août" gives 8.
 */
export function monthNumber(name: string): number | undefined {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
  return BY_BEGINNING.get(plain.slice(0, 4)) ?? BY_BEGINNING.get(plain.slice(0, 3));
}
