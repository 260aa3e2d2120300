// A comparison as the pieces that a person is shown, without holes in the quotation.

import type { TextRange } from '../../model/search.ts';
import type { Step } from './alignTokens.ts';
import type { ComparedRun } from './compareRuns.ts';
import { concernsOf } from './concernsOf.ts';
import { foldLetters } from './foldLetters.ts';
import { matchWhole } from './matchQuotation.ts';
import type { PreparedText } from './prepareSource.ts';
import type { Fragment } from './readMarks.ts';
import type { Token } from './readTokens.ts';
import { isUnspaced } from './script.ts';
import type { Concern, Piece } from './verdict.ts';

export interface OpenedRun extends ComparedRun {
  /** What parts it from the run before. */
  readonly joint: Fragment['joint'];
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
const FIGURES = /^\d{1,3}$/;
const THREE_FIGURES = /^\d{3}$/;
const UNIT = /^[%‰°]/;
const SEARCH_UNITS = 200_000;

/** Steps of one kind in a row. */
interface Group {
  readonly isSame: boolean;
  readonly quoted: readonly Token[];
  readonly source: readonly Token[];
}

/** Gives the pieces of all runs of a quotation, what their changes touch, and the range in the source. */
export function composePieces(words: string, runs: readonly OpenedRun[], source: PreparedText): Composed {
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
      push('marked', start, isReplaced ? rangeOf(all, reached, from, source.text.length) : [0, 0]);
      if (run.joint === 'bracket' && reached > 0 && isLocated && hole > REPLACED) drop(reached, from);
    } else push('same', start, [0, 0]);
    if (isLocated && reached > 0) {
      if (hole < 0 || (hole > LARGEST_HOLE && run.joint !== 'omission')) concerns.push('order');
      else if (run.joint === 'none' && hole > 0) drop(reached, from);
    }
    const edges = { isFirst: number === 0, isLast: number === runs.length - 1 };
    const groups = groupSteps(run.steps, run.tokens, all, number === 0).map((group, place, list) =>
      (place === 0 && edges.isFirst) || (place === list.length - 1 && edges.isLast)
        ? withoutStrangers(group, source)
        : group,
    );
    if ((groups[0]?.source.length ?? 0) > 0 && edges.isFirst) cutBefore(all, from, (cut) => edge(cut, from));
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
    if ((groups.at(-1)?.source.length ?? 0) > 0 && edges.isLast) cutBehind(all, to, (cut) => edge(to, cut));
    if (isLocated) reached = to;
  });
  const last = pieces.at(-1);
  if (done < words.length) {
    if (/[[\]…⋯]|\.{3}/u.test(words.slice(done))) push('marked', words.length, [0, 0]);
    else if (last?.kind === 'added' || last?.kind === 'dropped')
      push('same', words.length, [last.source[1], last.source[1]]);
    else push('same', words.length, [0, 0]);
  }
  return { pieces, concerns, range: reachOf(pieces) };

  function edge(from: number, to: number): void {
    const text = source.text.slice(all[Math.max(0, from - 1)]?.start, all[to]?.end);
    concerns.push(
      ...concernsOf({ source: all.slice(from, to), quoted: [], sourceText: text, quotedText: '' }, names),
    );
    push('dropped', done, rangeOf(all, from, to, source.text.length));
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
    push(kind, quotedEnd, range, elsewhere);
  }
}

function groupSteps(
  steps: readonly Step[],
  tokens: readonly Token[],
  source: readonly Token[],
  opensQuotation: boolean,
): readonly Group[] {
  const groups: { isSame: boolean; quoted: Token[]; source: Token[] }[] = [];
  for (const step of steps) {
    const quoted = step.kind === 'dropped' ? undefined : tokens[step.quoted];
    const other = step.kind === 'added' ? undefined : source[step.source];
    // The first letter of a quotation may be in the other case.
    const isFirst =
      opensQuotation && step.kind === 'changed' && step.quoted === 0 && quoted?.key === other?.key;
    const isSame = step.kind === 'same' || (isFirst && isFirstLetter(quoted, other));
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

/** The other part of a compound or number, or the minus, that the beginning of a quotation cuts off. */
function cutBefore(all: readonly Token[], from: number, found: (cut: number) => void): void {
  const [first, sign, other] = [all[from], all[from - 1], all[from - 2]];
  if (sign === undefined || first === undefined) return;
  if (THREE_FIGURES.test(first.letters) && FIGURES.test(sign.letters)) found(from - 1);
  if (!sign.key.endsWith('-') || sign.end !== first.start) return;
  if (other?.end === sign.start) found(from - 2);
  else if (/^\p{N}/u.test(first.letters)) found(from - 1);
}

function cutBehind(all: readonly Token[], to: number, found: (cut: number) => void): void {
  const [last, sign, other] = [all[to - 1], all[to], all[to + 1]];
  if (sign === undefined || last === undefined) return;
  if (THREE_FIGURES.test(sign.letters) && FIGURES.test(last.letters)) found(to + 1);
  else if (UNIT.test(sign.key) && /\p{N}$/u.test(last.letters)) found(to + 1);
  else if (sign.key === '-' && sign.start === last.end && other?.start === sign.end) found(to + 2);
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
