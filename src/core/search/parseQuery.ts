// Understands what the person typed into a search.

import type { Expression, Filter, Phrase, Query, State } from './query.ts';
import { queryPieces, type QueryPiece } from './queryPieces.ts';
import type { Day } from '../model/headlineList.ts';
import { queryTime } from './queryTime.ts';
import { isUnspaced, tokens } from './tokens.ts';

/** The fields whose values are no words of a text. */
export const VALUE_FIELDS: ReadonlySet<string> = new Set(['source', 'tag', 'lang', 'before', 'after', 'is']);

/** How a query is to be read. */
export interface Reading {
  /** While the person is typing, the last word may be unfinished. */
  readonly typing: boolean;
  /** Milliseconds since 1970, from which spans like `7d` count. */
  readonly now: number;
}

const STATES: ReadonlySet<string> = new Set<State>([
  'unread',
  'read',
  'starred',
  'later',
  'cited',
  'quoted',
  'muted',
  'headline',
  'article',
]);
const FIELDS: ReadonlySet<string> = new Set(['title', 'by', ...VALUE_FIELDS]);
/** As BCP 47 has them, with no more parts than any language needs. */
const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,8}$/i;
type WordPiece = Extract<QueryPiece, { kind: 'words' }>;

/** How many parentheses and exclusions stand inside each other: FTS5 remembers a hundred signs that are still open. */
const DEEPEST = 20;

/**
 * Understands a query. Words must all occur, "phrases" as they stand; `-` before a part forbids it, `OR` between two
 * parts lets either do, parentheses group. `title:` and `by:` say where words must stand; `source:`, `tag:`, `lang:`,
 * `before:`, `after:` and `is:` ask for more than words. Never fails: a part that cannot be understood is searched
 * as words and named in `misread`.
 *
 * @example parseQuery('summit -football after:7d', …) asks for the word, not for the other, in the last week.
 */
export function parseQuery(text: string, reading: Reading): Query {
  const pieces = queryPieces(text);
  const misread: string[] = [];
  let place = 0;
  let depth = 0;

  const parseAny = (): Expression | undefined => {
    const parts = [parseAll()];
    while (pieces[place]?.kind === 'or') {
      place++;
      parts.push(parseAll());
    }
    return join('any', parts);
  };

  const parseAll = (): Expression | undefined => {
    const parts: (Expression | undefined)[] = [];
    for (;;) {
      const piece = pieces[place];
      if (piece === undefined || piece.kind === 'or' || piece.kind === 'close') return join('all', parts);
      parts.push(parsePart(piece));
    }
  };

  const parsePart = (piece: QueryPiece): Expression | undefined => {
    place++;
    if (piece.kind === 'words') return parseWords(piece);
    // Nobody means more; what is deeper is read as if it were not.
    if (depth >= DEEPEST) return undefined;
    depth++;
    const part = piece.kind === 'not' ? parseExclusion() : parseGroup();
    depth--;
    return part;
  };

  const parseExclusion = (): Expression | undefined => {
    const next = pieces[place];
    const part =
      next === undefined || next.kind === 'or' || next.kind === 'close' ? undefined : parsePart(next);
    return part && { kind: 'not', part };
  };

  const parseGroup = (): Expression | undefined => {
    const inner = parseAny();
    if (pieces[place]?.kind === 'close') place++;
    return inner;
  };

  const parseWords = (piece: WordPiece): Expression | undefined => {
    if (piece.field === undefined) return phraseOf(piece, reading);
    if (piece.value === '') {
      if (!FIELDS.has(piece.field)) return phraseOf({ ...piece, value: piece.field, open: false }, reading);
      if (reading.typing && piece.open) return undefined;
    }
    const meant = fieldOf(piece.field, piece, reading);
    if (meant !== undefined) return meant;
    misread.push(piece.text);
    return phraseOf({ ...piece, value: `${piece.field} ${piece.value}` }, reading);
  };

  const parts: (Expression | undefined)[] = [];
  while (place < pieces.length) {
    parts.push(parseAny());
    // A closing parenthesis that none opened.
    if (pieces[place]?.kind === 'close') place++;
  }
  return { expression: join('all', parts), misread };
}

function fieldOf(field: string, piece: WordPiece, reading: Reading): Expression | undefined {
  const { value } = piece;
  switch (field) {
    case 'title':
      return inField(phraseOf(piece, reading), 'headline');
    case 'by':
      return inField(phraseOf(piece, reading), 'byline');
    case 'is':
      return STATES.has(value.toLowerCase())
        ? { kind: 'is', state: value.toLowerCase() as State }
        : undefined;
    case 'source':
      return value === '' ? undefined : { kind: 'source', name: value };
    case 'tag':
      return value === '' ? undefined : { kind: 'tag', tag: value };
    case 'lang':
      return LANGUAGE_TAG.test(value) ? { kind: 'language', tag: value.toLowerCase() } : undefined;
    case 'before':
    case 'after':
      return timeFilter(field, queryTime(value, reading.now));
    default:
      return undefined;
  }
}

function timeFilter(kind: 'before' | 'after', time: number | Day | undefined): Filter | undefined {
  if (time === undefined) return undefined;
  return typeof time === 'number' ? { kind, time } : { kind, time: time.began, date: time.date };
}

function inField(phrase: Phrase | undefined, field: 'headline' | 'byline'): Phrase | undefined {
  return phrase && { ...phrase, field };
}

/** A phrase of pairs already covers the last character of an unspaced run; alone it stands for what begins with it. */
function phraseOf(piece: WordPiece, { typing }: Reading): Phrase | undefined {
  const found = tokens(piece.value);
  const last = found.at(-1);
  if (last === undefined) return undefined;
  const unspaced = isUnspaced(last.term);
  const before = found.at(-2);
  const covered = unspaced && before?.end === last.end && isUnspaced(before.term);
  return {
    kind: 'phrase',
    words: (covered ? found.slice(0, -1) : found).map(({ term, word }) => ({ term, word })),
    prefix: unspaced ? !covered : typing && piece.open,
    exact: piece.quoted,
    field: undefined,
  };
}

function join(kind: 'all' | 'any', parts: readonly (Expression | undefined)[]): Expression | undefined {
  const given = parts.filter((part) => part !== undefined);
  return given.length > 1 ? { kind, parts: given } : given[0];
}
