// Numbers in Chinese and Japanese numerals, which stand among words without a space on either side.

const NUMERAL = '〇零一二两兩三四五六七八九十百千万萬亿億兆廿卅';
/** As banks write them. */
const BANKS = '零壹贰貳弐叁參参肆伍陆陸柒捌玖拾佰仟万萬亿億';
const MULTIPLIER = '十百千万萬亿億兆만억조천백';
const UNIT = '[万萬亿億兆千百倍成%％元度米]|公里|个百分点|個百分點';

const ENDS = new RegExp(`[${NUMERAL}]$`, 'u');
const BEGINS = new RegExp(`^[${NUMERAL}]`, 'u');
const BANKS_END = new RegExp(`[${BANKS}]$`, 'u');
const BANKS_BEGIN = new RegExp(`^[${BANKS}]`, 'u');
/** "3亿|6000万" */
const MULTIPLIED = new RegExp(`[${NUMERAL}\\p{Nd}][${MULTIPLIER}]$`, 'u');
const FIGURE = /^\p{Nd}/u;
/** "百分之三十", "三分之一", "三点五亿". */
const COMPOUND = new RegExp(
  `[${NUMERAL}\\p{Nd}]+分之[${NUMERAL}\\p{Nd}]+(?:[点點.][${NUMERAL}\\p{Nd}]+)?|` +
    `[${NUMERAL}]+[点點][〇零一二三四五六七八九]+(?=${UNIT})`,
  'gu',
);
const COMPOUNDING = /分之|[点點]/;
/** What ends with a numeral and is no number: days of the week, "the only one", "in case". */
const WORD_ENDS = new RegExp(
  `(?:星期|礼拜|禮拜|周|週)[一二三四五六]$|[统統唯惟同单單专專逐划劃归歸如]一$|(?<![${NUMERAL}\\p{Nd}])万一$`,
  'u',
);
/** What begins with one. */
const WORD_BEGINS =
  /^(?:一[起定样樣些直般共切旦同并併致再向律带帶边邊]|千万[不别別要]|百[姓货貨度]|四川|三[亚亞峡峽星]|三明治|九[江龙龍])/u;

/** UTF-16 units on either side that a number takes at most. */
export const NUMERALS = 24;

/**
 * Whether a number goes on from the end of a text to the beginning of the next: a quotation that ends or begins there
 * has another number.
 *
 * @example partsNumerals("共三百", "二十人") is true, and partsNumerals("星期三", "十点") is not.
 */
export function partsNumerals(before: string, behind: string): boolean {
  if (MULTIPLIED.test(before) && FIGURE.test(behind)) return true;
  if (BANKS_END.test(before) && BANKS_BEGIN.test(behind)) return true;
  if (ENDS.test(before) && BEGINS.test(behind) && !WORD_ENDS.test(before) && !WORD_BEGINS.test(behind))
    return true;
  const around = before + behind;
  return (
    COMPOUNDING.test(around) &&
    [...around.matchAll(COMPOUND)].some(
      ({ 0: number, index }) => index < before.length && index + number.length > before.length,
    )
  );
}

/** Whether a character may be of such a number. */
export function isNumeral(character: string): boolean {
  return BEGINS.test(character);
}
