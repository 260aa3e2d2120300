// Citations in LaTeX: the commands of biblatex and natbib with their notes before and behind.

import type { TextRange } from '../../model/search.ts';
import type { ClosingBracket } from './brackets.ts';
import type { NotePen, Stretch } from './noteReading.ts';
import { locatorOf } from './pandocCitations.ts';

/** A text of LaTeX with its brackets. */
export interface LatexStretch extends Stretch {
  readonly closing: ClosingBracket;
}

const COMMAND = /\\(?!nocite)(?:[A-Za-z]*[cC]ite[A-Za-z]*)\*?(?=[\s[{(])/g;
const VOLUME = /volcites?\*?$/i;
const MOST_CITED = 50;

/**
 * Writes the citations whose commands stand in a part of a text; gives whether there was one. Without `to`, writes the
 * one that stands at `from` and gives where it ends, or false.
 */
export function citesIn(
  pen: NotePen,
  stretch: LatexStretch,
  from: number,
  to: number | undefined,
): boolean | number {
  const { text, closing } = stretch;
  let found = false;
  for (COMMAND.lastIndex = from; ;) {
    const match = COMMAND.exec(text);
    if (match === null || match.index >= (to ?? from + 1)) return found;
    let next = match.index + match[0].length;
    const isList = /cites\*?$/.test(match[0]);
    // The notes of a whole list stand in round brackets before it.
    while (isList && text.charAt(next) === '(') next = (closing(next) ?? next) + 1;
    let cited = false;
    for (let count = 0; count < (isList ? MOST_CITED : 1); count++) {
      const { ranges, next: open } = optionsIn(
        stretch,
        VOLUME.test(match[0]) ? behindVolume(stretch, next) : next,
      );
      const close = text.charAt(open) === '{' ? closing(open) : undefined;
      if (close === undefined) break;
      cited = citeLatex(pen, stretch, [open + 1, close], ranges, [match.index, close + 1]) || cited;
      next = close + 1;
    }
    if (to === undefined) return cited ? next : false;
    found ||= cited;
    COMMAND.lastIndex = next;
  }
}

/** "\volcite[see]{2}[3]{key}" names the volume before the key. */
function behindVolume(stretch: LatexStretch, from: number): number {
  const { next } = optionsIn(stretch, from);
  const close = stretch.text.charAt(next) === '{' ? stretch.closing(next) : undefined;
  return close === undefined ? from : close + 1;
}

/** Writes one citation for each key; the last option is what stands behind the keys, as `\autocite[see][p. 3]{key}`. */
export function citeLatex(
  pen: NotePen,
  { text, place }: Stretch,
  [from, to]: TextRange,
  options: readonly TextRange[],
  [start, end]: TextRange,
): boolean {
  const behind = options.at(-1);
  const locator =
    behind === undefined
      ? undefined
      : locatorOf(
          text
            .slice(...behind)
            .replace(/\\[,; ]/g, ' ')
            .replace(/---?/g, '–'),
        );
  let found = false;
  let at = from;
  for (const written of text.slice(from, to).split(',').slice(0, MOST_CITED)) {
    const key = written.trim();
    const keyStart = at + written.length - written.trimStart().length;
    at += written.length + 1;
    if (key === '' || /[\s\\{}]/.test(key)) continue;
    const keyRange: TextRange = [place(keyStart), place(keyStart + key.length)];
    pen.cite({ key, keyRange, citation: [place(start), place(end)], locator });
    found = true;
  }
  return found;
}

/** Gives the options in brackets at an offset, and where they end. */
export function optionsIn(
  { text, closing }: LatexStretch,
  at: number,
  isSpaced = true,
): { readonly ranges: readonly TextRange[]; readonly next: number } {
  const ranges: TextRange[] = [];
  let next = at;
  while (ranges.length < 4) {
    const open = isSpaced ? skipSpace(text, next) : next;
    const close = text.charAt(open) === '[' ? closing(open) : undefined;
    if (close === undefined) return { ranges, next: isSpaced && text.charAt(open) === '{' ? open : next };
    ranges.push([open + 1, close]);
    next = close + 1;
  }
  return { ranges, next };
}

/** Skips white space, but not the end of a paragraph. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  let ends = 0;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n') {
      if (++ends > 1) return from;
    } else if (character !== ' ' && character !== '\t' && character !== '\r') break;
  }
  return at;
}
