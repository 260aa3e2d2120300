// The marks by which a writer says what was changed in a quotation, and the words between them.

import type { TextRange } from '../../model/search.ts';
import type { FoldedText } from './foldLetters.ts';
import { isWordCharacter, characterAt } from './script.ts';

/** Words that are quoted as they stand, between two marks. */
export interface Fragment {
  /** Units of the quotation's letters. */
  readonly from: number;
  readonly to: number;
  /** The stretch of the quotation between the marks on either side. */
  readonly stretch: TextRange;
  /** What parts it from the fragment before. */
  readonly joint: 'none' | 'omission' | 'bracket';
  /** The marks before it, from the first to the last; empty where there are none. */
  readonly marks: TextRange;
  /** How many words of the source the brackets before it may stand for. */
  readonly replaces: number;
  /** Whether its first letter is in brackets, as in "[T]he". */
  readonly anyCase: boolean;
  /** Whether it begins or ends inside a word whose other part is in brackets, as in "walk[ed]". */
  readonly partStart: boolean;
  readonly partEnd: boolean;
}

export interface MarkedWords {
  readonly fragments: readonly Fragment[];
  /** The marks behind the last fragment; empty where there are none. */
  readonly closing: TextRange;
}

/** A bracket stands for a name or a few words, never for a passage. */
const REPLACED_WORDS = 8;
const DOTS = String.raw`(?:[…⋯‥]+|\.(?:[ \u00a0\u2009\u202f]?\.){2,})`;
const MARKS = new RegExp(
  String.raw`\[[^\[\]]{0,300}\]|［[^［］]{0,300}］|[(（]\s*${DOTS}\s*[)）]|${DOTS}`,
  'gu',
);
const OMISSION = new RegExp(String.raw`^[\[［(（]?\s*${DOTS}|${DOTS}\s*[\])）］]?$`, 'u');
/** What only comments on the words before it: Latin and the languages' own "emphasis added". */
const COMMENT =
  /^\s*(?:sic!?|!|\?|recte:?.*|emphasis .*|(?:my|our|author’s|author's) emphasis|italics .*|hervorhebung.*|hervorh\..*|nous soulignons|je souligne|c’est nous qui soulignons|cursiva .*|énfasis .*|corsivo .*|grifo .*|nadruk .*|курсив .*|выделено .*)\s*$/iu;
const ONE_LETTER = /^\p{L}\p{M}*$/u;

type Joint = Fragment['joint'];

interface Opening {
  joint: Joint;
  marks: TextRange | undefined;
  replaces: number;
  anyCase: boolean;
  partStart: boolean;
}

/** Gives the fragments of a quotation that have letters, with the marks between them. */
export function readMarks(words: FoldedText): MarkedWords {
  const { text } = words;
  const fragments: Fragment[] = [];
  let opening = noMarks();
  let begin = 0;
  const push = (end: number, partEnd: boolean): void => {
    const [from, to] = [unitAt(words, begin), unitAt(words, end)];
    if (from >= to) return;
    const { joint, marks = [begin, begin], replaces, anyCase, partStart } = opening;
    fragments.push({ from, to, stretch: [begin, end], joint, marks, replaces, anyCase, partStart, partEnd });
    opening = noMarks();
  };
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const end = index + mark.length;
    const inner = mark.slice(1, -1);
    const after = wordAt(text, end);
    const isCase = /^[[［]/.test(mark) && ONE_LETTER.test(inner) && after && !wordAt(text, index - 1);
    push(index, /^[[［]/.test(mark) && wordAt(text, index - 1));
    const omits = OMISSION.test(mark);
    opening = {
      joint: omits || opening.joint === 'omission' ? 'omission' : 'bracket',
      marks: [opening.marks?.[0] ?? index, end],
      replaces: opening.replaces + (isCase || omits || COMMENT.test(inner) ? 0 : REPLACED_WORDS),
      anyCase: isCase,
      partStart: !isCase && !omits && after,
    };
    begin = isCase ? index + 1 : end;
  }
  push(text.length, false);
  return { fragments, closing: opening.marks ?? [text.length, text.length] };
}

function noMarks(): Opening {
  return { joint: 'none', marks: undefined, replaces: 0, anyCase: false, partStart: false };
}

function wordAt(text: string, place: number): boolean {
  return place >= 0 && isWordCharacter(characterAt(text, place));
}

/** The first unit that begins at the place or behind it. */
export function unitAt({ starts }: FoldedText, place: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
