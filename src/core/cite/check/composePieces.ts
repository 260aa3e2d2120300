// A comparison as the pieces that a person is shown, without holes in the quotation.

import type { TextRange } from '../../model/search.ts';
import type { Step } from './alignTokens.ts';
import type { ComparedRun } from './compareRuns.ts';
import { concernsOf } from './concernsOf.ts';
import { samePrimes } from './foldGap.ts';
import { foldLetters } from './foldLetters.ts';
import { hasNegation } from './negations.ts';
import { matchWhole } from './matchQuotation.ts';
import type { PreparedText } from './prepareSource.ts';
import { FINAL, NO_STATEMENT } from './placeFragment.ts';
import { partsMeasure, partsQuantity } from './quantities.ts';
import { unitAt, type Fragment } from './readMarks.ts';
import type { Token } from './readTokens.ts';
import { characterAt, isPartible, isUnspaced } from './script.ts';
import { touchesNumber } from './touchesNumber.ts';
import type { Concern, Piece } from './verdict.ts';
import { hasSignBefore, mayBegin, mayEnd, signAfter } from './wordEdges.ts';

export interface OpenedRun extends ComparedRun {
  /** What parts it from the run before. */
  readonly joint: Fragment['joint'];
  /** Whether the marks before it change a number. */
  readonly changesNumber: boolean;
}

export interface Composed {
  readonly pieces: readonly Piece[];
  readonly concerns: readonly Concern[];
  readonly range: TextRange;
}

/** So many tokens of the source a bracket may stand for. */
const REPLACED = 8;
/** More than these between two runs are no words left out but another place. */
const LARGEST_HOLE = 200;
const ELSEWHERE_WORDS = 2;
/** A row of so few words between larger changes agrees by chance. */
const CHANCE_WORDS = 1;
/** More words at an edge than these are not taken for a change. */
const FEW_STRANGERS = 3;
/** So many tokens of a compound or a number can be cut off. */
const CUT = 16;
/** UTF-16 units on either side of a change in which a denial of such a script begins or ends. */
const GROWN_BEFORE = 1;
const GROWN_BEHIND = 3;
const SEARCH_UNITS = 200_000;

/** Steps of one kind in a row. */
interface Group {
  readonly isSame: boolean;
  readonly quoted: readonly Token[];
  readonly source: readonly Token[];
}

/**
 * Gives the pieces of all runs of a quotation, what their changes touch, and the range in the source.
 *
 * @param closing Whether a mark stands behind the last run, and whether it changes a number.
 */
export function composePieces(
  words: string,
  runs: readonly OpenedRun[],
  source: PreparedText,
  closing: { readonly isMarked: boolean; readonly changesNumber: boolean },
): Composed {
  const { all, names } = source.tokens();
  const pieces: Piece[] = [];
  const concerns: Concern[] = [];
  let done = 0;
  let reached = 0;

  const push = (kind: Piece['kind'], end: number, range: TextRange, elsewhere?: TextRange): void => {
    if (end <= done && range[0] >= range[1]) return;
    const quoted: TextRange = [done, Math.max(done, end)];
    done = quoted[1];
    const last = pieces.at(-1);
    const quotedText = words.slice(...quoted);
    if (kind === 'same' && range[0] === range[1] && last !== undefined && last.kind !== 'dropped') {
      pieces[pieces.length - 1] = {
        ...last,
        quoted: [last.quoted[0], done],
        quotedText: last.quotedText + quotedText,
      };
      return;
    }
    const sourceText = source.text.slice(...range);
    pieces.push({ kind, quoted, quotedText, source: range, sourceText, elsewhere });
  };
  const drop = (from: number, to: number): void => {
    const tokens = all.slice(from, to);
    const range: TextRange = [all[from]?.start ?? 0, all[to]?.start ?? source.text.length];
    concerns.push(
      ...concernsOf(
        { source: tokens, quoted: [], sourceText: source.text.slice(...range), quotedText: '' },
        names,
      ),
    );
    push('dropped', done, range);
  };

  runs.forEach((run, number) => {
    const start = run.tokens[0]?.start ?? done;
    const [from, to] = run.stretch;
    const isLocated = to > from;
    const hole = from - reached;
    if (run.joint !== 'none') {
      const isReplaced = run.joint === 'bracket' && isLocated && reached > 0 && hole > 0 && hole <= REPLACED;
      if (run.changesNumber) concerns.push('number');
      if (run.changesNumber && isLocated && reached > 0 && hole >= 0 && hole <= REPLACED)
        push('changed', start, [all[reached - 1]?.end ?? 0, all[from]?.start ?? 0]);
      else push('marked', start, isReplaced ? rangeOf(all, reached, from, source.text.length) : [0, 0]);
      if (run.joint === 'bracket' && reached > 0 && isLocated && hole > REPLACED) drop(reached, from);
    } else push('same', start, [0, 0]);
    if (isLocated && reached > 0) {
      if (hole < 0 || (hole > LARGEST_HOLE && run.joint !== 'omission')) concerns.push('order');
      else if (run.joint === 'none' && hole > 0) drop(reached, from);
    }
    const edges = { isFirst: number === 0, isLast: number === runs.length - 1 };
    const groups = groupSteps(run.steps, run.tokens, all, number === 0, isSameSign).map(
      (group, place, list) =>
        (place === 0 && edges.isFirst) || (place === list.length - 1 && edges.isLast)
          ? withoutStrangers(group, source)
          : group,
    );
    if (isLocated && (edges.isFirst || run.joint !== 'none')) {
      const cut = Math.max(reached <= from ? reached : 0, wholeFrom(source, from));
      edge([cut, from], rangeOf(all, cut, from, source.text.length));
    }
    groups.forEach((group, place) => {
      const next = groups[place + 1];
      const end =
        next?.quoted[0]?.start ?? groups.slice(place + 2).find(({ quoted }) => quoted[0])?.quoted[0]?.start;
      const isFinal = groups.slice(place + 1).every(({ quoted }) => quoted.length === 0);
      const quotedEnd =
        group.quoted.length === 0 ? done : isFinal ? (run.tokens.at(-1)?.end ?? done) : (end ?? done);
      const range = sourceRange(group, groups.slice(place + 1));
      if (group.isSame) push('same', quotedEnd, range);
      else change(group, quotedEnd, range);
    });
    const following = runs[number + 1];
    if (isLocated && following?.joint !== 'none') {
      const [next, end] = following?.stretch ?? [0, 0];
      const cut = Math.min(
        next < end && next >= to ? next : all.length,
        wholeTo(source, to, following === undefined && !closing.isMarked),
      );
      edge([to, cut], [all[to - 1]?.end ?? 0, all[cut - 1]?.end ?? 0]);
    }
    if (isLocated) reached = to;
  });
  const last = pieces.at(-1);
  const mark = all[reached];
  if (done < words.length) {
    if (closing.changesNumber) {
      concerns.push('number');
      push('added', words.length, [0, 0]);
    } else if (NO_STATEMENT.test(mark?.key ?? '') && FINAL.test(words.slice(done).trim()))
      push('changed', words.length, [mark?.start ?? 0, mark?.end ?? 0]);
    else if (/[[\]…⋯]|\.{3}/u.test(words.slice(done))) push('marked', words.length, [0, 0]);
    else if (last?.kind === 'added' || last?.kind === 'dropped')
      push('same', words.length, [last.source[1], last.source[1]]);
    else push('same', words.length, [0, 0]);
  }
  return { pieces, concerns, range: reachOf(pieces) };

  /** Whether two punctuation marks that typography makes alike are not the primes of different units. */
  function isSameSign(quoted: Token, other: Token): boolean {
    if (quoted.kind === 'word' || !/\p{Nd}$/u.test(words.slice(0, quoted.start).slice(-2))) return true;
    return samePrimes(words.slice(quoted.start, quoted.end), source.text.slice(other.start, other.end));
  }

  function edge([from, to]: readonly [from: number, to: number], range: TextRange): void {
    if (from >= to) return;
    const text = source.text.slice(all[Math.max(0, from - 1)]?.start, all[to]?.end);
    concerns.push(
      ...concernsOf({ source: all.slice(from, to), quoted: [], sourceText: text, quotedText: '' }, names),
    );
    if (partsQuantity(source.text, range[0]) || partsMeasure(source.text, range[0])) concerns.push('number');
    push('dropped', done, range);
  }

  function change(group: Group, quotedEnd: number, range: TextRange): void {
    const quotedText = words.slice(done, quotedEnd);
    const sourceText = source.text.slice(...range);
    const kind = group.quoted.length === 0 ? 'dropped' : group.source.length === 0 ? 'added' : 'changed';
    const added = group.quoted.filter((token) => token.kind === 'word').length;
    const elsewhere =
      kind !== 'dropped' && added >= ELSEWHERE_WORDS ? findElsewhere(quotedText, source) : undefined;
    if (elsewhere !== undefined) concerns.push('order');
    concerns.push(
      ...concernsOf({ source: group.source, quoted: group.quoted, sourceText, quotedText }, names),
    );
    if (
      touchesNumber(source.text, [range[0], group.source.at(-1)?.end ?? range[0]]) ||
      touchesNumber(words, [group.quoted[0]?.start ?? done, group.quoted.at(-1)?.end ?? done])
    )
      concerns.push('number');
    const [ours, theirs] = [
      grownOn(words, group.quoted, [done, quotedEnd]),
      grownOn(source.text, group.source, range),
    ];
    if (hasNegation(ours) !== hasNegation(theirs)) concerns.push('negation');
    push(kind, quotedEnd, range, elsewhere);
  }
}

/** A change with what stands beside it where denials are grown onto words: "上げま|す" and "上げま|せん". */
function grownOn(text: string, tokens: readonly Token[], [start, end]: TextRange): string {
  const near = text.slice(start, end) || text.charAt(start);
  if (!isPartible(near) && !isPartible(characterAt(text, start - 1))) return '';
  const last = tokens.at(-1)?.end ?? start;
  return text.slice(Math.max(0, start - GROWN_BEFORE), Math.max(start, last) + GROWN_BEHIND);
}

function groupSteps(
  steps: readonly Step[],
  tokens: readonly Token[],
  source: readonly Token[],
  opensQuotation: boolean,
  isSameSign: (quoted: Token, other: Token) => boolean,
): readonly Group[] {
  const groups: { isSame: boolean; quoted: Token[]; source: Token[] }[] = [];
  for (const step of steps) {
    const quoted = step.kind === 'dropped' ? undefined : tokens[step.quoted];
    const other = step.kind === 'added' ? undefined : source[step.source];
    // The first letter of a quotation may be in the other case.
    const isFirst =
      opensQuotation && step.kind === 'changed' && step.quoted === 0 && quoted?.key === other?.key;
    const agrees =
      step.kind === 'same' && (quoted === undefined || other === undefined || isSameSign(quoted, other));
    const isSame = agrees || (isFirst && isFirstLetter(quoted, other));
    let group = groups.at(-1);
    if (group?.isSame !== isSame) {
      group = { isSame, quoted: [], source: [] };
      groups.push(group);
    }
    if (quoted !== undefined) group.quoted.push(quoted);
    if (other !== undefined) group.source.push(other);
  }
  return withoutIslands(groups);
}

/** Takes a word that agrees by chance between two changes for a part of them. */
function withoutIslands(groups: readonly Group[]): readonly Group[] {
  const joined: Group[] = [];
  groups.forEach((group, place) => {
    const before = joined.at(-1);
    const behind = groups[place + 1];
    const isIsland =
      group.isSame &&
      countWords(group) <= CHANCE_WORDS &&
      (before === undefined ? behind !== undefined : true) &&
      countWords(before) + countWords(behind) >= 4 * (countWords(group) + 1) &&
      (before === undefined || behind === undefined || Math.min(countWords(before), countWords(behind)) > 1);
    if (before !== undefined && (before.isSame === group.isSame || (isIsland && !before.isSame))) {
      joined[joined.length - 1] = {
        isSame: before.isSame,
        quoted: [...before.quoted, ...group.quoted],
        source: [...before.source, ...group.source],
      };
    } else joined.push(isIsland ? { ...group, isSame: false } : group);
  });
  return joined;
}

/** Words before the first and behind the last that agree are no change of the words beside which they come to stand. */
function withoutStrangers(group: Group, source: PreparedText): Group {
  const words = group.quoted.filter(({ kind }) => kind === 'word');
  if (group.isSame || group.source.length === 0 || words.length < ELSEWHERE_WORDS) return group;
  const text = words.map(({ letters }) => letters).join(isUnspaced(words[0]?.letters ?? '') ? '' : ' ');
  return words.length > FEW_STRANGERS || findElsewhere(text, source) !== undefined
    ? { ...group, source: [] }
    : group;
}

function countWords(group: Group | undefined): number {
  if (group === undefined) return 0;
  const count = (tokens: readonly Token[]): number => tokens.filter(({ kind }) => kind === 'word').length;
  return Math.max(count(group.quoted), count(group.source));
}

function isFirstLetter(one: Token | undefined, other: Token | undefined): boolean {
  return one?.kind === 'word' && one.letters.slice(1) === other?.letters.slice(1) && !other.isCapitalised;
}

/** From the first token of a group to the next token of the source, or to the end of the last one. */
function sourceRange({ source }: Group, later: readonly Group[]): TextRange {
  const first = source[0];
  const following = later.find((group) => group.source.length > 0)?.source[0];
  if (first === undefined) return following === undefined ? [0, 0] : [following.start, following.start];
  return [first.start, following?.start ?? source.at(-1)?.end ?? first.end];
}

function rangeOf(all: readonly Token[], from: number, to: number, length: number): TextRange {
  return [all[from]?.start ?? length, to > from ? (all[to]?.start ?? all[to - 1]?.end ?? length) : length];
}

/** The first token of the compound or number that the beginning of a quotation cuts, with its sign. */
function wholeFrom({ folded, tokens }: PreparedText, from: number): number {
  const { all } = tokens();
  let cut = from;
  const isWhole = (token: Token): boolean => {
    const unit = unitAt(folded, token.start);
    if (token.kind === 'punctuation') return mayEnd(folded, unit);
    return mayBegin(folded, unit) && !hasSignBefore(folded, unit);
  };
  for (; cut > Math.max(0, from - CUT); cut--) {
    const token = all[cut];
    if (token === undefined || isWhole(token)) break;
  }
  return cut;
}

/**
 * The token behind the last one of the compound or number that the end of a quotation cuts.
 *
 * @param isEnd Whether nothing says that more stands behind it.
 */
function wholeTo({ folded, text, tokens }: PreparedText, to: number, isEnd: boolean): number {
  const { all } = tokens();
  let cut = to;
  const isWhole = (token: Token): boolean => {
    const unit = unitAt(folded, token.end);
    if (token.kind === 'punctuation') return mayBegin(folded, unit);
    if (isEnd && partsMeasure(text, token.end)) return false;
    return mayEnd(folded, unit) && signAfter(folded, unit) === '';
  };
  for (; cut < Math.min(all.length, to + CUT); cut++) {
    const token = all[cut - 1];
    if (token === undefined || isWhole(token)) break;
  }
  return cut;
}

function findElsewhere(quotedText: string, source: PreparedText): TextRange | undefined {
  const words = foldLetters(quotedText.trim());
  return matchWhole(words, { source, near: undefined }, { units: SEARCH_UNITS })?.range;
}

function reachOf(pieces: readonly Piece[]): TextRange {
  const ranges = pieces.flatMap(({ source }) => (source[0] < source[1] ? [source] : []));
  const start = Math.min(...ranges.map(([from]) => from));
  return ranges.length === 0 ? [0, 0] : [start, Math.max(...ranges.map(([, to]) => to))];
}
