// Changes to quoted words that are marked as such: omissions and insertions, by the rules of style guides.

import type { TextRange } from '../../model/search.ts';

/** How an omission is marked; in brackets it cannot be taken for one of the author's own. */
export type Ellipsis = '…' | '[…]';

/**
 * Gives a passage without a part of it, which an ellipsis stands for. Where whole paragraphs go, so do their breaks;
 * where a paragraph is cut, its words stay in their own.
 *
 * @param omitted UTF-16 offsets in the passage.
 * @example omitted("It rained, they said, until noon.", [9, 20], '…') gives "It rained … until noon."
 */
export function omitted(passage: string, [start, end]: TextRange, ellipsis: Ellipsis = '[…]'): string {
  const before = passage.slice(0, start).trimEnd();
  const after = passage.slice(end).trimStart();
  if (before === '' && after === '') return '';
  if (before === '') return startingInLowerCase(after) ? `${ellipsis} ${after}` : after;
  if (after === '') return /[.!?…]["”’»]*$/u.test(before) ? before : `${before} ${ellipsis}`;
  const edges = `${passage.slice(before.length, start)}${passage.slice(end, passage.length - after.length)}`;
  const gap = edges.includes('\n\n') ? '\n\n' : ' ';
  const closing = /^[,.;:!?)”’»]/u.test(after) ? '' : ' ';
  return gap === ' ' ? `${before} ${ellipsis}${closing}${after}` : `${before} ${ellipsis}${gap}${after}`;
}

/** Gives several parts of one text as one quotation, in their order and with what is between them omitted. */
export function joinedParts(text: string, parts: readonly TextRange[], ellipsis: Ellipsis = '[…]'): string {
  const sorted = parts.toSorted((one, other) => one[0] - other[0]);
  let joined = '';
  let last = 0;
  for (const [start, end] of sorted) {
    const from = Math.max(start, last);
    if (from >= end) continue;
    const words = text.slice(from, end).trim();
    const between = text.slice(last, from);
    if (joined === '') joined = words;
    else if (between.trim() === '') joined += `${between.includes('\n\n') ? '\n\n' : ' '}${words}`;
    else joined += ` ${ellipsis}${between.includes('\n\n') ? '\n\n' : ' '}${words}`;
    last = end;
  }
  return joined;
}

/**
 * Gives words with a word of the editor's own in brackets in place of some of them; an empty place inserts.
 *
 * @example inserted("He left.", [0, 2], "Byron") gives "[Byron] left."
 */
export function inserted(words: string, [start, end]: TextRange, own: string): string {
  const before = words.slice(0, start);
  const after = words.slice(end);
  const lead = start === end && /[\p{L}\p{N},;]$/u.test(before) ? ' ' : '';
  const trail = start === end && /^[\p{L}\p{N}]/u.test(after) ? ' ' : '';
  return `${before}${lead}[${own}]${trail}${after}`;
}

/**
 * Gives words whose first letter has the other case, marked as changed; as they are where it has it already.
 *
 * @example withFirstLetter("The rain stopped.", 'lower', 'en') gives "[t]he rain stopped."
 */
export function withFirstLetter(words: string, wanted: 'lower' | 'upper', locale: string): string {
  const first = /^[^\p{L}\p{N}]*(\p{L})/u.exec(words);
  const letter = first?.[1];
  if (first === null || letter === undefined) return words;
  const changed = wanted === 'lower' ? letter.toLocaleLowerCase(locale) : letter.toLocaleUpperCase(locale);
  if (changed === letter) return words;
  const at = first[0].length - letter.length;
  return `${words.slice(0, at)}[${changed}]${words.slice(at + letter.length)}`;
}

function startingInLowerCase(words: string): boolean {
  return /^\P{L}*\p{Ll}/u.test(words);
}
