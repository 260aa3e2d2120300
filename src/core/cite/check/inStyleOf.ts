// Words in the typography of the text they go to.

/**
 * Gives the words with quotation marks, dashes and ellipses as the sample writes them. What the sample has none of
 * stays as it is.
 *
 * @example inStyleOf("it's late", "we can’t — “no”") gives `we can't — "no"`.
 */
export function inStyleOf(sample: string, words: string): string {
  let styled = words;
  const [isStraight, isCurly] = [/["']/.test(sample), /[‘’“”„‚«»‹›]/.test(sample)];
  if (isStraight && !isCurly) styled = styled.replace(/[‘’‚‛‹›]/g, "'").replace(/[“”„‟]|«\s?|\s?»/g, '"');
  if (isCurly && !isStraight) styled = curled(styled, sample);
  const dash = /(?<!-)--(?:-)?(?!-)/.exec(sample)?.[0];
  if (dash !== undefined && !/[–—]/.test(sample)) styled = styled.replace(/[–—]/g, dash);
  if (sample.includes('...') && !sample.includes('…')) styled = styled.replaceAll('…', '...');
  return styled;
}

function curled(words: string, sample: string): string {
  const apostrophes = words.replace(/(?<=[\p{L}\p{N}])'/gu, '’');
  if (!/[“”]/.test(sample) || sample.includes('„')) return apostrophes;
  return apostrophes
    .replace(/(?<=^|[\s([—–-])"/g, '“')
    .replaceAll('"', '”')
    .replace(/(?<=^|[\s([—–“-])'/g, '‘');
}
