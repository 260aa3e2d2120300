// Counts words, in scripts with and without spaces between them.

/** Scripts whose characters are read one by one. */
const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Scripts that write words without spaces and need a dictionary to part them. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
/** Every character of the scripts above stands in these ranges, and few others do. */
const MAY_BE_UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u2e80-\u9fff\ua9e0-\uaa7f\uf900-\ufaff\uff00-\uffef\ud800-\udfff]/;
const SPACE = /\s/;
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

export interface WordCounts {
  /** Words of scripts that are read word by word. */
  readonly words: number;
  /** Chinese and Japanese characters. */
  readonly ideographs: number;
}

/**
 * Gives the number of words in plain text. A Chinese or Japanese character counts as one word, as word
 * processors do; punctuation alone is no word.
 *
 * @example "Rain – and more rain" gives 4.
 */
export function wordCount(text: string): number {
  const { words, ideographs } = countWords(text);
  return words + ideographs;
}

/** Gives the two numbers from which reading time is made. */
export function countWords(text: string): WordCounts {
  if (!MAY_BE_UNSPACED.test(text)) return { words: spacedWords(text), ideographs: 0 };
  let unspaced = 0;
  const spaced = text.replace(UNSPACED, (run) => {
    unspaced += dictionaryWords(run);
    return ' ';
  });
  const ideographs = spaced.match(IDEOGRAPHS)?.length ?? 0;
  return { words: spacedWords(spaced.replace(IDEOGRAPHS, ' ')) + unspaced, ideographs };
}

/** The runs between spaces that have a letter or a number in them. */
function spacedWords(text: string): number {
  let count = 0;
  let counted = false;
  for (const character of text) {
    if (isSpace(character)) counted = false;
    else if (!counted && isLetterOrNumber(character)) {
      counted = true;
      count++;
    }
  }
  return count;
}

function isSpace(character: string): boolean {
  return (
    character === ' ' || character === '\n' || (character > '~' ? SPACE.test(character) : character < '!')
  );
}

function isLetterOrNumber(character: string): boolean {
  if (character > '~') return LETTER_OR_NUMBER.test(character);
  return (
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z') ||
    (character >= '0' && character <= '9')
  );
}

function dictionaryWords(run: string): number {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(run);
  return [...segments].filter((segment) => segment.isWordLike === true).length;
}
