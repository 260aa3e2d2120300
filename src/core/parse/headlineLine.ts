// Tells what a single line of a page looks like: a headline, a label, or prose.

import { endsSentence, widthOf } from './textBlocks.ts';

export type LineLook = 'headline' | 'label' | 'prose';

const NARROWEST = 18;
const WIDEST = 170;
/** Scripts that end no sentence with a mark; a paragraph shows by its length alone. */
const UNSTOPPED = /[\p{Script=Thai}\p{Script=Lao}]/gu;
const WIDEST_UNSTOPPED = 95;
const LONGEST_LABEL = 40;
const BULLET = /^(?:[-–—*•●○◦‣▪■▶►·»>]|\(?\d{1,3}[.)、:]|\d{1,3}\s[-–—])\s*(?=\S)/u;
const ASKS_OR_EXCLAIMS = /[!?！？؟…]["'”’»›」』)\]）]*$/u;
const ABBREVIATION_END = /(?:(?:^|[^\p{L}])(?:\p{L}\.){2,}|\b(?:Inc|Jr|Sr|Co|Corp|Ltd|St)\.)["'”’)]*$/u;
const GOES_ON = /[,;:،؛，；：、—–-]$/u;
const TWO_SENTENCES = /(?<=\s\p{Ll}{3,})\.["”’]?\s+\p{Lu}|[。।۔]./u;
const ADDRESS = /https?:\/\/|www\.|\S@\S+\.\S/u;
const CREDIT =
  /^(?:by|(?:additional )?(?:reporting|writing|editing|edited|written|photographs?|photos?) by|©|\(c\))\s/iu;

/**
 * Gives the look of a line without its bullet. A headline says something in at least three words (or six
 * characters of a script without spaces), begins with a capital where the script has them, does not go on
 * in the next line and does not end as a sentence does, though it may ask or exclaim.
 *
 * @example "Ferry Runs Aground Off Malta, No One Hurt" is a headline; "World" a label; "It rained." prose.
 */
export function lookOf(line: string): LineLook {
  const words = withoutBullet(line);
  const width = widthOf(words);
  const asks = ASKS_OR_EXCLAIMS.test(words);
  const stops = endsSentence(words) && !asks && !ABBREVIATION_END.test(words);
  if (width > WIDEST || isLongUnstopped(words) || TWO_SENTENCES.test(words) || stops) return 'prose';
  if (isFurniture(words)) return width <= LONGEST_LABEL * 2 ? 'label' : 'prose';
  if (GOES_ON.test(words)) return words.endsWith(':') && width <= LONGEST_LABEL ? 'label' : 'prose';
  if (/^\p{Ll}/u.test(words)) return 'prose';
  if (width >= NARROWEST && saysSomething(words)) return 'headline';
  return width <= LONGEST_LABEL ? 'label' : 'prose';
}

/** Whether a line begins with a bullet or a number of a list. */
export function hasBullet(line: string): boolean {
  return BULLET.test(line);
}

/** Gives the line without its bullet or list number: "3. Rain" gives "Rain". */
export function withoutBullet(line: string): string {
  return line.replace(BULLET, '').trim();
}

/** Whether the line names or counts something after its first word, as most headlines do; always true where a script has no capitals. */
export function namesSomething(line: string): boolean {
  const rest = withoutBullet(line).replace(/^\S+\s*/u, '');
  return /\p{Lu}|\p{N}/u.test(rest) || !/\p{Ll}/u.test(line);
}

/** Dates, credits, addresses and telephone numbers. */
function isFurniture(words: string): boolean {
  const digits = words.match(/\p{Nd}/gu)?.length ?? 0;
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 || digits > (digits + letters) * 0.25 || ADDRESS.test(words) || CREDIT.test(words);
}

/** Whether a line of a script without full stops is longer than headlines are; marks above and below take no width. */
export function isLongUnstopped(line: string): boolean {
  const letters = line.match(UNSTOPPED)?.length ?? 0;
  return letters > line.length / 2 && line.replace(/\p{Mn}/gu, '').length > WIDEST_UNSTOPPED;
}

function saysSomething(words: string): boolean {
  if (words.split(/\s+/u).length >= 3) return true;
  return (
    (words.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu,
    )?.length ?? 0) >= 6
  );
}
