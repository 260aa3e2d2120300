// Numbers together with the signs and words without which they are other numbers.

import { narrow } from './narrow.ts';
import { isCardinal } from './numberWords.ts';

/** "3:30 pm", "9 a.m." */
const HALF_OF_DAY = /^\s*[ap]\.?\s?m(?![\p{L}\p{M}])/iu;
/** A sign that says what a number counts, directly behind it. */
const SIGN_BEHIND = /^[^\S\n]*\n?[^\S\n]*([%‰‱°′″‴×\p{Sc}])/u;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const MINUS = /(?:^|[^\p{L}\p{N}\p{Pd}−])[-‐‑−–]$/u;
/** Another sign or a currency directly before a number. */
const SIGN_BEFORE = /[\p{Sc}+±~<>≤≥≈]\s?$/u;
/** The same in words, and not "at least" of Romance languages. */
const MINUS_BEFORE =
  /(?:(?<![\p{L}\p{M}])(?:minus|(?<!(?:au|du|ou|le|de|en) )moins|(?<!(?:al|lo|o|de|pelo|ou|a|en) )menos|минус|мінус)\s|零下|マイナス|(?<![胜勝抱自])[负負])$/iu;
const CODES =
  'USD|EUR|GBP|CHF|JPY|CNY|RMB|SEK|NOK|DKK|AUD|CAD|NZD|INR|RUB|PLN|CZK|HUF|TRY|BRL|ZAR|HKD|SGD|KRW|MXN|UAH|Rs';
const CODE_BEFORE = new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${CODES})\.?\s?$`, 'u');

// A unit that is also a common word behind a number ("in", "a", "h") is left out.
const SYMBOLS =
  'km|m|cm|mm|nm|µm|kg|g|mg|t|lbs?|oz|ha|l|ml|cl|dl|hl|[kMGT]Wh?|[kMG]?Hz|mph|kph|ft|yd|mi|hp|dB|[kMGT]B|bn|mn|tn|mln|ml[rd]d|mrd|Mrd|mio|Mio|tsd|Tsd|км|м|см|мм|кг|г|мг|га|л|млн|млрд|тыс';
const HUNDREDTHS =
  'percent|per cent|per cento|per mille|percentage points?|pct|prozent(?:punkten?|punkte)?|promille|pour cent|pour mille|por ciento|por cento|procent|prosent|procenta|percento|процент\\p{L}*|відсот\\p{L}*|τοις εκατό|prosenttia|százalék\\p{L}*|persen|phần trăm|प्रतिशत|بالمئة|بالمائة|في المئة|في المائة|درصد|אחוז\\p{L}*|퍼센트|パーセント|เปอร์เซ็นต์';
const MULTIPLIERS =
  'dozen|hundred|thousand|million|billion|trillion|hundert|tausend|million(?:en)?|milliarden?|billion(?:en)?|dutzend|cents?|mille|millions?|milliards?|cien|cientos|mil|mill[oó]n(?:es)?|mila|milion[ei]|miliard[oi]|milh(?:ão|ões)|bilh(?:ão|ões)|honderd|duizend|miljoen|miljard|hundra|tusen|miljon(?:er)?|miljard(?:er)?|тысяч\\p{L}*|миллион\\p{L}*|миллиард\\p{L}*|триллион\\p{L}*|тисяч\\p{L}*|мільйон\\p{L}*|мільярд\\p{L}*|tysi(?:ąc|ące|ęcy)|milion(?:y|ów)?|miliard(?:y|ów)?|tisíc|milion[ůy]|milyon|milyar|χιλιάδες|εκατομμύρι[αο]|δισεκατομμύρι[αο]|ألف|آلاف|مليون|ملايين|مليار|هزار|میلیون|میلیارد|אלף|מיליון|מיליארד|हज़ार|लाख|करोड़|अरब|nghìn|triệu|tỷ|ribu|juta|miliar';
/** Whole words, of which a change says that something else was counted. */
const MEASURES =
  'kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|miles?|inch(?:es)?|foot|feet|yards?|kilos?|kilograms?|kilogramm|grams?|gramm|grammes?|tons?|tonnes?|tonnen?|pounds?|ounces?|lit(?:re|er)s?|gallons?|acres?|hectares?|hektar|degrees?|celsius|fahrenheit|grad|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|sekunden?|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?|secondes?|heures?|jours?|semaines?|mois|ans?|années?|segundos?|minutos?|horas?|d[ií]as?|semanas?|meses|años?|anos?';
const CURRENCIES = 'euros?|dollars?|cents?|pence|yen|roubles?|rubles?|francs?|rupees?';

/** A measure with what belongs to its name. A sum is quoted without its currency where the note names that. */
const MEASURE = String.raw`(?:(?:square|cubic|nautical|mètres?|metros?|metri)\s)?(?:${MEASURES})(?:\s(?:celsius|fahrenheit|carrés?|cuadrados?|quadrados?))?`;

// A number of four figures that nothing parts is a year, which nothing multiplies.
const QUANTITY = new RegExp(
  [
    String.raw`(?<!\p{Nd})\p{Nd}{1,3}(?:[.,٫٬\s]\p{Nd}+)*[\s-](?:${MULTIPLIERS})(?![\p{L}\p{M}])`,
    String.raw`\p{Nd}[\s-](?:${HUNDREDTHS})(?![\p{L}\p{M}])`,
  ].join('|'),
  'giu',
);
/** The same with a number in words, in which one part may be the next one's number: "two hundred thousand". */
const IN_WORDS = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?<number>\p{L}[\p{L}\p{M}]*)(?=(?<counted>[\s-](?:${HUNDREDTHS}|${MULTIPLIERS}))(?![\p{L}\p{M}]))`,
  'giu',
);
/** The first of the words that say what is counted, where there are two. */
const FIRST_OF_TWO = /^(?:per|percentage|pour|por|τοις|phần|في)$/;
const LAST_WORD = /(?<![\p{L}\p{M}])\p{L}[\p{L}\p{M}]*$/u;
const COUNTED = new RegExp(
  String.raw`(?<!\p{Nd})\p{Nd}{1,3}(?:[.,٫٬\s]\p{Nd}+)*[\s-](?!an(?!\p{L}))(?:${MEASURE})(?![\p{L}\p{M}])`,
  'giu',
);
const MEASURED = new RegExp(
  String.raw`\p{Nd}\s?(?:${SYMBOLS}|${CODES}|°\s?[CFK])(?![\p{L}\p{M}\p{Nd}])`,
  'gu',
);
const UNIT = new RegExp(
  String.raw`^(?:${SYMBOLS}|${CODES})$|^(?:(?:${HUNDREDTHS}|${MULTIPLIERS}|${MEASURES}|${CURRENCIES}))$`,
  'iu',
);
/** What a number in figures is multiplied by in East Asian languages. */
const MULTIPLYING = /^[〇零一二两兩三四五六七八九十百千万萬亿億兆만억조천백]$/;
const FIGURE = /^\p{Nd}$/u;
/** So far from its end the longest quantity begins. */
const AROUND = 40;
/** And so far from a place inside its words, the number. */
const NUMBER_NEAR = 16;

/** Gives the sign behind a number at the beginning of a text, as in " %" and "°C"; empty where there is none. */
export function signBehind(text: string): string {
  return SIGN_BEHIND.exec(visible(text))?.[1] ?? '';
}

/** Whether a short text ends with a sign or a currency of a number that follows. */
export function endsWithSign(text: string): boolean {
  const shown = visible(text);
  return [MINUS, SIGN_BEFORE, CODE_BEFORE, MINUS_BEFORE].some((sign) => sign.test(shown));
}

function visible(text: string): string {
  return narrow(text.slice(0, AROUND)).replace(IGNORABLE, '');
}

/** Whether a place in a text parts a number from its unit or multiplier: "10 | million", "12 per | cent", "5 | km". */
export function partsQuantity(text: string, place: number): boolean {
  if (partsWords(text, place)) return true;
  if (!/\p{Nd}/u.test(text.slice(Math.max(0, place - NUMBER_NEAR), place))) return false;
  return isInsideMatch([QUANTITY, MEASURED], text, place);
}

/** Whether a place is between the first and the last character of what one of the patterns finds. */
function isInsideMatch(patterns: readonly RegExp[], text: string, place: number): boolean {
  const from = Math.max(0, place - AROUND);
  const around = text.slice(from, place + AROUND);
  return patterns.some((pattern) =>
    [...around.matchAll(pattern)].some(
      ({ 0: quantity, index }) => from + index < place && from + index + quantity.length > place,
    ),
  );
}

/** Whether it parts a number in figures from a measure in full words: "10 | kilometres", "10 square | miles". */
export function partsMeasure(text: string, place: number): boolean {
  if (!/\p{Nd}/u.test(text.slice(Math.max(0, place - NUMBER_NEAR), place))) return false;
  return isInsideMatch([COUNTED], text, place);
}

/** Where the number is in words: "twenty | per cent", "three | hundred". */
function partsWords(text: string, place: number): boolean {
  if (!/^[\s-]/.test(text.charAt(place))) return false;
  const last = LAST_WORD.exec(text.slice(Math.max(0, place - NUMBER_NEAR), place))?.[0].toLowerCase();
  if (last === undefined || !(isCardinal(last) || FIRST_OF_TWO.test(last))) return false;
  const from = Math.max(0, place - AROUND);
  return [...text.slice(from, place + AROUND).matchAll(IN_WORDS)].some(({ index, groups }) => {
    const { number = '', counted = '' } = groups ?? {};
    const start = from + index + number.length;
    return start <= place && place < start + counted.length && isCardinal(number.toLowerCase());
  });
}

/** Whether two characters that touch are of one number: "2000万". */
export function isOneNumber(before: string, after: string): boolean {
  return FIGURE.test(before) && (FIGURE.test(after) || MULTIPLYING.test(after));
}

/** Whether the text behind a number says which half of the day is meant. */
export function isHalfOfDay(text: string): boolean {
  return HALF_OF_DAY.test(text);
}

/** Whether a word says what a number before it counts, as "km", "million" and "years" do. */
export function isUnit(word: string): boolean {
  return UNIT.test(word);
}
