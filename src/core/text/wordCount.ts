// Counts words, in scripts with and without spaces between them.

/** Scripts whose characters are read one by one. */
const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Scripts that write words without spaces and need a dictionary to part them. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const WORD = /[^\s\p{P}]*[\p{L}\p{N}][^\s]*/gu;

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
  let unspaced = 0;
  const spaced = text.replace(UNSPACED, (run) => {
    unspaced += dictionaryWords(run);
    return ' ';
  });
  const ideographs = spaced.match(IDEOGRAPHS)?.length ?? 0;
  const words = spaced.replace(IDEOGRAPHS, ' ').match(WORD)?.length ?? 0;
  return { words: words + unspaced, ideographs };
}

function dictionaryWords(run: string): number {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(run);
  return [...segments].filter((segment) => segment.isWordLike === true).length;
}
