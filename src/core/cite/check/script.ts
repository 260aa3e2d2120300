// What the script of a letter says about the words around it.

// Scripts written without spaces between words; Korean writes them and grows particles onto its words.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー々〆]/u;
const HANGUL = /\p{Script=Hangul}/u;

/** Below these no letter is of such a script. */
const FIRST_UNSPACED = 0x0e00;
const FIRST_HANGUL = 0x1100;

/** Whether words of the script of a text's first character stand without spaces between them. */
export function isUnspaced(text: string): boolean {
  return text !== '' && text.charCodeAt(0) >= FIRST_UNSPACED && UNSPACED.test(characterAt(text, 0));
}

/** Whether a quotation may begin or end inside what stands between two spaces in the character's script. */
export function isPartible(character: string): boolean {
  return isUnspaced(character) || (character.charCodeAt(0) >= FIRST_HANGUL && HANGUL.test(character));
}

/** The whole character of which the unit at that index is a part. */
export function characterAt(text: string, index: number): string {
  const unit = text.charCodeAt(index);
  if (Number.isNaN(unit)) return '';
  const start = unit >= 0xdc00 && unit <= 0xdfff && index > 0 ? index - 1 : index;
  return unit < 0xd800 || unit > 0xdfff
    ? text.charAt(index)
    : String.fromCodePoint(text.codePointAt(start) ?? unit);
}

export function isDigit(character: string): boolean {
  return character.charCodeAt(0) < 128 ? character >= '0' && character <= '9' : /\p{Nd}/u.test(character);
}

export function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(character);
}
