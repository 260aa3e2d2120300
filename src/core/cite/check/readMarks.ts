// The marks by which a writer says what was changed in a quotation, and the words between them.

import type { TextRange } from '../../model/search.ts';
import type { FoldedText } from './foldLetters.ts';
import { characterAt, isDigit, isWordCharacter } from './script.ts';

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
  /** Brackets that make another number of a figure beside them, which no writer may: "1[3]%". */
  readonly numberMarks: readonly TextRange[];
}

/** A bracket stands for a name or a few words, never for a passage. */
const REPLACED_WORDS = 8;
const DOTS = String.raw`(?:[…⋯‥]+|\.(?:[ \u00a0\u2009\u202f]?\.){2,})`;
/** What Japanese and Chinese editors write where they leave something out. */
const LEFT_OUT = '(?:以下|[前中后後下])?[略畧]|省略';
const SIC = String.raw`sic\s*!?|(?:原文)?ママ`;
/** "Emphasis added" in the languages' own words. */
const EMPHASIS = [
  '(?:emphasis|italics) (?:mine|ours|added|supplied|(?:is |in )?(?:the )?original)',
  "(?:my|our|author’s|author's) emphasis",
  '(?:hervorhebung(?:en)?|hervorh\\.) (?:von (?:mir|uns)|durch (?:mich|uns|den verfasser|die verfasserin))',
  '(?:hervorhebung(?:en)?|hervorh\\.) (?:des verfassers|der verfasserin|d\\. ?verf\\.|hinzugefügt|(?:nicht )?im original)',
  "nous soulignons|je souligne|c[’']est nous qui soulignons",
  'cursivas? (?:mías?|nuestras?|añadidas?|del autor|del original)',
  'énfasis (?:mío|nuestro|añadido|del autor|del original)',
  'corsivo (?:mio|nostro|aggiunto|dell’autore)|grifo (?:meu|nosso|do autor)|nadruk (?:toegevoegd|van mij)',
  'курсив (?:мой|наш|автора)|выделено (?:мной|мною|нами|автором|в оригинале)',
  '傍点(?:引用者|筆者)|强调为笔者所加',
].join('|');
const MARKS = new RegExp(
  [
    String.raw`\[[^\[\]]{0,300}\]|［[^［］]{0,300}］|〔[^〔〕]{0,300}〕`,
    String.raw`[(（]\s*(?:${DOTS}|${LEFT_OUT}|${SIC}|${EMPHASIS})\s*[)）]`,
    String.raw`[<‹〈]\s*${DOTS}\s*[>›〉]|${DOTS}`,
  ].join('|'),
  'giu',
);
const BRACKET = /^[[［〔]/;
const OMISSION = new RegExp(
  String.raw`^[\[［〔(（<‹〈]?\s*${DOTS}|${DOTS}\s*[\]］〕)）>›〉]?$|^.\s*(?:${LEFT_OUT})\s*.$`,
  'u',
);
/** What only comments on the words before it. */
const COMMENT = new RegExp(
  String.raw`^\s*(?:${SIC}|!|\?|recte:?.*|${EMPHASIS}|(?:emphasis|italics|hervorh(?:ebung|\.)|cursiva|énfasis|corsivo|grifo|nadruk|курсив|выделено)(?: .*)?)\s*$`,
  'iu',
);
const ONE_LETTER = /^\p{L}\p{M}*$/u;
/** Behind a first letter in brackets: the rest of its word. */
const REST_OF_WORD = /^[-‐‑'’ʼ]?[\p{L}\p{N}\p{M}]/u;

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
  const numberMarks: TextRange[] = [];
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const end = index + mark.length;
    const inner = mark.slice(1, -1);
    const omits = OMISSION.test(mark);
    const comments = omits || COMMENT.test(inner);
    const isBracket = BRACKET.test(mark) && !comments;
    const isCase =
      isBracket &&
      ONE_LETTER.test(inner) &&
      REST_OF_WORD.test(text.slice(end, end + 4)) &&
      !isWordAt(text, index - 1);
    const besideDigit = [isDigitAt(text, index - 1), isDigitAt(text, end)];
    if (isBracket && inner !== '' && besideDigit.includes(true)) numberMarks.push([index, end]);
    const mayPart = isBracket && !besideDigit.includes(true);
    push(index, mayPart && isWordAt(text, index - 1));
    opening = {
      joint: omits || opening.joint === 'omission' ? 'omission' : 'bracket',
      marks: [opening.marks?.[0] ?? index, end],
      replaces: opening.replaces + (isCase || comments ? 0 : REPLACED_WORDS),
      anyCase: isCase,
      partStart: mayPart && !isCase && isWordAt(text, end),
    };
    begin = isCase ? index + 1 : end;
  }
  push(text.length, false);
  return { fragments, closing: opening.marks ?? [text.length, text.length], numberMarks };
}

function noMarks(): Opening {
  return { joint: 'none', marks: undefined, replaces: 0, anyCase: false, partStart: false };
}

function isWordAt(text: string, place: number): boolean {
  return place >= 0 && isWordCharacter(characterAt(text, place));
}

function isDigitAt(text: string, place: number): boolean {
  return place >= 0 && isDigit(characterAt(text, place));
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
