// Names of months in the languages that feeds write them in although RFC 822 has English alone.

/** How the twelve names begin, without marks on letters; names that begin alike stand apart by a longer beginning. */
const BEGINNINGS: readonly string[] = [
  'jan ene gen janv ian янв ιαν sty oca led tam ينا',
  'feb fev fevr фев φεβ lut sub uno hel فبر',
  'mar mrz mrt maa мар μαρ bre مار',
  'apr abr avr апр απρ kwi nis dub huh ابر',
  'may mai maj mag mei мая май μαι kve tou ماي',
  'jun juin giu iun июн ιουν cze haz cervna cerven cvn kes يون',
  'jul juil lug iul июл ιουλ lip tem cervene cervenc cvc hei يول',
  'aug ago aou авг αυγ sie agu srpe srpn elo اغس',
  'sep set sze сен σεπ wrz eyl zar syy سبت',
  'oct okt ott out окт οκτ paz eki rij lok اكت',
  'nov noi ноя νοε lis kas marr نوف',
  'dec dez dic des дек δεκ gru ara pro jou ديس',
];
const BY_BEGINNING = new Map(
  BEGINNINGS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);
/** The longest first. */
const LENGTHS = [7, 6, 4, 3];

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
  const beginning = LENGTHS.map((length) => plain.slice(0, length)).find((start) => BY_BEGINNING.has(start));
  return BY_BEGINNING.get(beginning ?? '');
}
