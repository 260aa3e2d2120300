// Where a sentence ends, in text that is too short to part it into sentences.

/** A full stop, what closes behind it, and the beginning of another sentence. */
const END =
  /([\p{L}\p{N}.]*)[.!?…。！？]+["”’»“‘)\]]*(?:\s+(?=["“”„«»‘’‚([¿¡]?[\p{Lu}\p{N}\p{Lo}])|$)|[。！？]/gu;
/** In any case of letters; none of them is a word that a sentence may end with. */
const ABBREVIATED = new Set(
  (
    'mr mrs ms mx dr prof capt cmdr lt sgt maj st jr sr nr vs vgl cf ca approx para paras pp bd sep sept ' +
    'hr hrn frl dipl bzw bspw zzt evtl ggf inkl ehem sog usw jan feb febr apr okt nov dez janv févr juil déc ene ' +
    'abr ago dic mme mlle mgr mm sra srta excmo dña dott avv sig sigg dhr mevr drs mw inż płk św ks tzw tzn prok ' +
    'woj гг тов ул проф акад ген руб тыс млн млрд см гос зам ' +
    'conn calif fla tenn minn mich okla penn wyo nev neb ariz colo kans'
  ).split(' '),
);
/** Words of other meanings where they do not begin with a capital letter. */
const ABBREVIATED_NAME =
  /^(?:No|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Col|Rev|Hon|Pres|Supt|Ing|Doc|Mar|Jun|Jul|Aug|Oct|Dec|Abs|Par|Ill|Mass|Wash|Fig|Ala|Del|Ind|Mont|Mon|Tue|Wed|Thu|Fri|Sat|Fr|Adm|Atty|Insp|Av|Don)$/u;
const INITIALS = /^(?:\p{L}{1,3}\.)*\p{L}$/u;
const ORDINAL = /^(?:\d{1,2}|[IVXLCDM]+)$/u;
/** "St", "Hr": titles, as no word is without a vowel; capital letters alone are an organisation's. */
const WITHOUT_VOWEL = /^\p{Lu}[bcdfghj-np-tvwxzß]{1,3}$/u;
/** May be a title, of whatever language. */
const SHORT_NAME = /^\p{Lu}\p{Ll}{1,4}$/u;
/** Sentences of one word, with a citation behind it. */
const REFERRING =
  /^(?:See|Compare|Cf|Source|Via|From|Thus|So|Siehe|Vgl|Vergleiche|Quelle|Aus|Laut|Voir|Selon|Vedi|Fonte|Véase|Ver|Fuente|Según|Zie|Bron|Se|Källa|Zob|Patrz|Źródło|См|Ср|Источник)(?!\p{L})/u;

/**
 * Gives the offset behind the first sentence that ends in a text; undefined where none does. An initial, a title, an
 * ordinal or a month before the full stop does not end one, nor does a short name behind which there is one word.
 *
 * @example "so wrote J. Byron. Then it rained" gives 18.
 */
export function sentenceEndIn(text: string): number | undefined {
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const isStop = match[0].includes('.') && !/[!?…]/u.test(match[0]);
    if (isStop && isAbbreviation(match[1] ?? '', text.slice(end))) continue;
    return end;
  }
  return undefined;
}

function isAbbreviation(word: string, behind: string): boolean {
  return (
    INITIALS.test(word) ||
    ORDINAL.test(word) ||
    WITHOUT_VOWEL.test(word) ||
    ABBREVIATED_NAME.test(word) ||
    ABBREVIATED.has(word.toLowerCase()) ||
    (SHORT_NAME.test(word) && behind !== '' && !isSentence(behind))
  );
}

function isSentence(text: string): boolean {
  return REFERRING.test(text) || (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)?.length ?? 0) >= 2;
}

/**
 * Whether a sentence ends right at the end of a quotation, its full stop inside the marks: “It rained.” Then … A
 * question's sentence goes on: “Did it rain?” Ada asked.
 */
export function endsSentence(text: string, end: number): boolean {
  return (
    /[.。]["”’»“‘」』]$/u.test(text.slice(Math.max(0, end - 2), end)) &&
    /^\s+["“„«‘([]?\p{Lu}/u.test(text.slice(end, end + 4))
  );
}
