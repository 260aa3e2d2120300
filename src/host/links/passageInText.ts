// Where the passage that a link names stands in an article.

import type { TextRange } from '../../core/model/search.ts';
import type { LinkedPassage } from './linkRequest.ts';

/** Gives the range of a passage, whatever the white space in its words; undefined where the text does not have it. */
export function passageInText(passage: LinkedPassage | undefined, text: string): TextRange | undefined {
  if (passage === undefined) return undefined;
  if (passage.kind === 'offsets') return passage.range[1] <= text.length ? passage.range : undefined;
  const words = passage.words.split(/\s+/u).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const found = new RegExp(words.join('\\s+'), 'u').exec(text);
  return found === null ? undefined : [found.index, found.index + found[0].length];
}
