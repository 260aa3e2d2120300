// A query for words that were selected.

/** More words than these hardly stand together elsewhere. */
const PHRASE = 5;
const MOST = 24;

/**
 * Gives few words as a phrase and more of them one by one; nothing in them is a filter or an operator.
 *
 * @example wordsToSearch("“Kyrylo Budanov,”") gives '"Kyrylo Budanov"'.
 */
export function wordsToSearch(selected: string): string {
  const words = selected.match(/[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu)?.slice(0, MOST) ?? [];
  if (words.length <= PHRASE) return words.length === 0 ? '' : `"${words.join(' ')}"`;
  return words.map((word) => word.toLowerCase()).join(' ');
}
