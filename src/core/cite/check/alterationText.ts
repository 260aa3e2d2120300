// What a difference between a quotation and its source is called in a sentence, and which words it is about.

import type { Altered, Piece } from './verdict.ts';
import type { TextRange } from '../../model/search.ts';
import { cutAtWord } from '../../text/cutAtWord.ts';
import { inEnglish, type Localize } from '../../text/inEnglish.ts';

export interface AlterationText {
  /** "“not” is missing: the source says “did not rule out”." */
  readonly sentence: string;
  /** The changed words in the quotation's words; undefined where there are many. */
  readonly words: TextRange | undefined;
}

/** Words of the source that are shown beside a change. */
const CONTEXT_WORDS = 2;
/** In UTF-16 units. */
const LONGEST = 80;
/** UTF-16 units of space and punctuation between two words. */
const GLUE = 3;
const FEW_CHANGES = 3;
/** A passage, so that its end is worth more than its middle. */
const LONGEST_PASSAGE = 400;

/**
 * Says how a quotation differs from its source.
 *
 * @example For "did rule out", compared with "did not rule out", gives "“not” is missing: the source says “did not
 * rule out”." and the range of "did rule".
 */
export function alterationText(
  words: string,
  { pieces, concerns }: Altered,
  localize: Localize = inEnglish,
): AlterationText {
  const changed = pieces.flatMap(({ kind }, index) => (kind === 'same' || kind === 'marked' ? [] : [index]));
  const [first] = changed;
  const change = first === undefined ? undefined : pieces[first];
  if (first === undefined || change === undefined) {
    const what = concerns.includes('order')
      ? localize('The parts of the quotation stand in another order in the source.')
      : localize('The quotation differs from the source.');
    return { sentence: what, words: undefined };
  }
  const more = changed.length - 1;
  const rest =
    more === 0
      ? ''
      : more === 1
        ? localize(', and one more change follows')
        : localize(', and {0} more changes follow', more);
  return {
    sentence: `${saying(change, sourceAround(pieces, first), localize)}${rest}.`,
    words: changed.length > FEW_CHANGES ? undefined : reachOf(words, pieces, changed),
  };
}

/** Gives the source's words from the first to the last that the quotation is compared with. */
export function passageOf({ pieces }: Altered): string {
  return cutAtWord(joined(pieces).replace(/\s+/g, ' ').trim(), LONGEST_PASSAGE);
}

function saying(
  { kind, quotedText, sourceText, elsewhere }: Piece,
  around: string,
  localize: Localize,
): string {
  const [ours, theirs] = [shown(quotedText), shown(sourceText)];
  const hasWords = /[\p{L}\p{N}]/u.test(quotedText + sourceText);
  if (!hasWords) return localize('The punctuation differs: the source says “{0}”', around);
  if (kind === 'dropped') return localize('“{0}” is missing: the source says “{1}”', theirs, around);
  if (kind === 'changed' && theirs !== '' && elsewhere === undefined)
    return localize('The source says “{0}”, not “{1}”', theirs, ours);
  if (elsewhere === undefined)
    return around === ''
      ? localize('“{0}” is not in the source', ours)
      : localize('“{0}” is not in the source, which says here “{1}”', ours, around);
  return around === ''
    ? localize('“{0}” stands elsewhere in the source', ours)
    : localize('“{0}” stands elsewhere in the source, which says here “{1}”', ours, around);
}

function shown(text: string): string {
  return cutAtWord(text.replace(/\s+/g, ' ').trim(), LONGEST);
}

/** The source at a change, with some words on both sides. */
function sourceAround(pieces: readonly Piece[], index: number): string {
  const before = pieces.slice(0, index).filter(hasSource);
  const behind = pieces.slice(index + 1).filter(hasSource);
  const change = pieces.slice(index, index + 1).filter(hasSource);
  const lead =
    new RegExp(`(?:\\S+\\s+){0,${CONTEXT_WORDS}}\\S*$`).exec(joined(before).slice(-200))?.[0] ?? '';
  const tail =
    new RegExp(`^\\S*(?:\\s+\\S+){0,${CONTEXT_WORDS}}`).exec(joined(behind).slice(0, 200))?.[0] ?? '';
  const [last, first] = [change[0] ?? before.at(-1), behind[0]];
  return [lead, joint(before.at(-1), change[0]), shownInside(joined(change)), joint(last, first), tail]
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The source's words of some pieces, with an ellipsis where the source has others between. */
function joined(pieces: readonly Piece[]): string {
  return pieces
    .filter(hasSource)
    .map((piece, index, all) => joint(all[index - 1], piece) + piece.sourceText)
    .join('');
}

function hasSource({ sourceText }: Piece): boolean {
  return sourceText !== '';
}

function joint(before: Piece | undefined, behind: Piece | undefined): string {
  if (before === undefined || behind === undefined) return '';
  const hole = behind.source[0] - before.source[1];
  if (hole === 0) return '';
  return hole > 0 && hole <= GLUE ? ' ' : ' … ';
}

/** Keeps the spaces around it. */
function shownInside(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${/^\s*/.exec(text)?.[0] ?? ''}${shown(text)}${/\s*$/.exec(text)?.[0] ?? ''}`;
}

/** From the first changed word to the last; where words are missing, the words on both sides. */
function reachOf(words: string, pieces: readonly Piece[], changed: readonly number[]): TextRange | undefined {
  const ranges = changed.map((index): TextRange => {
    const [start, end] = pieces[index]?.quoted ?? [0, 0];
    const inner = words.slice(start, end);
    if (inner.trim() !== '') {
      return [start + inner.length - inner.trimStart().length, start + inner.trimEnd().length];
    }
    const before = /\S+\s*$/.exec(words.slice(0, start))?.[0] ?? '';
    const behind = /^\s*\S+/.exec(words.slice(end))?.[0] ?? '';
    return [start - before.length, end + behind.length];
  });
  const start = Math.min(...ranges.map(([from]) => from));
  const end = Math.max(...ranges.map(([, to]) => to));
  return start < end ? [start, end] : undefined;
}
