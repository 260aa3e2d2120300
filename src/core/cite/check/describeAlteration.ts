// The difference between a quotation and its source.

import type { TextRange } from '../../model/search.ts';
import { agreement, compareRun, partRun, type ComparedRun } from './compareRuns.ts';
import { composePieces, type OpenedRun } from './composePieces.ts';
import { inOrder, isGrave } from './concernsOf.ts';
import type { FoldedText } from './foldLetters.ts';
import type { Snapshot, TokenIndex } from './prepareSource.ts';
import type { Fragment, MarkedWords } from './readMarks.ts';
import { readTokens, type Token } from './readTokens.ts';
import type { Altered } from './verdict.ts';

/** Below these, what two texts share is the language's common words. */
const LEAST_SHARE = 0.34;
const LEAST_ROW = 3;
const FEW_WORDS = 3;
/** A quotation with more marks than these is none. */
const FRAGMENTS = 500;
const SURE_SHARE = 0.6;
/** Quotation marks, and the full stop or comma that a note has inside its marks. */
const NOTES_FINAL = /^[.,。，、،۔।]?"?$/;

/** Gives how a quotation differs from a snapshot; undefined where nothing in it is like the quotation. */
export function describeAlteration(
  words: FoldedText,
  { fragments, closing, numberMarks }: MarkedWords,
  { revision, text: source }: Snapshot,
): Altered | undefined {
  if (fragments.length > FRAGMENTS) return undefined;
  const index = source.tokens();
  const tokens = readTokens(words);
  const runs: OpenedRun[] = [];
  const changes = ([start, end]: TextRange): boolean =>
    numberMarks.some(([from, to]) => start <= from && to <= end);
  let after = 0;
  let next = 0;
  fragments.forEach((fragment, number) => {
    const own: Token[] = [];
    for (; (tokens[next]?.start ?? Infinity) < fragment.stretch[1]; next++) {
      const token = tokens[next];
      if (token !== undefined && token.end > fragment.stretch[0]) own.push(token);
    }
    const inner = withoutEdges(
      inOnePiece(own, fragment),
      fragment.joint !== 'none',
      number + 1 < fragments.length || closing[0] < closing[1],
    );
    partRun(inner).forEach((part, place) => {
      const run = compareRun(part, index, after);
      const [joint, changesNumber] =
        place === 0 ? [fragment.joint, changes(fragment.marks)] : (['none', false] as const);
      runs.push({ ...run, joint, changesNumber });
      if (run.stretch[1] > 0) after = run.stretch[1];
    });
  });
  if (!isAlike(runs, index)) return undefined;
  const { pieces, concerns, range } = composePieces(words.text, runs, source, {
    isMarked: closing[0] < closing[1],
    changesNumber: changes(closing),
  });
  return {
    kind: 'altered',
    severity: concerns.some(isGrave) ? 'error' : 'warning',
    concerns: concerns.length === 0 ? ['punctuation'] : inOrder(concerns),
    range,
    pieces,
    revision,
  };
}

/** The word of which the first letter is in brackets. */
function inOnePiece(tokens: readonly Token[], { anyCase }: Fragment): readonly Token[] {
  const [first, bracket, rest] = tokens;
  if (!anyCase || first === undefined || bracket?.kind !== 'punctuation' || rest?.kind !== 'word')
    return tokens;
  const sign = bracket.key.replace(']', '');
  if (sign !== '') return [first, { ...bracket, key: sign }, ...tokens.slice(2)];
  const whole = { ...first, key: first.key + rest.key, letters: first.letters + rest.letters, end: rest.end };
  return [whole, ...tokens.slice(3)];
}

/** Quotation marks at the edges, and punctuation beside the writer's marks, are the note's. */
function withoutEdges(
  tokens: readonly Token[],
  isMarkedBefore: boolean,
  isMarkedBehind: boolean,
): readonly Token[] {
  const first = tokens[0];
  const last = tokens.at(-1);
  const from = first?.kind === 'punctuation' && (isMarkedBefore || first.key === '"') ? 1 : 0;
  const isNotes = last?.kind === 'punctuation' && (isMarkedBehind || NOTES_FINAL.test(last.key));
  return tokens.slice(from, Math.max(from, isNotes ? tokens.length - 1 : tokens.length));
}

function isAlike(runs: readonly ComparedRun[], source: TokenIndex): boolean {
  const { share, longest } = agreement(runs, source);
  const words = runs.reduce(
    (sum, { tokens }) => sum + tokens.filter(({ kind }) => kind === 'word').length,
    0,
  );
  if (words <= FEW_WORDS) return share >= SURE_SHARE;
  return (share >= LEAST_SHARE && longest >= LEAST_ROW) || (share >= SURE_SHARE && longest >= LEAST_ROW - 1);
}
