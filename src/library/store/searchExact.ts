// Quotation marks: the index knows stems alone, so that exact phrases are looked up by those and then read for.

import type { ItemId } from '../../core/model/ids.ts';
import { hasPhrase } from '../../core/search/hasPhrase.ts';
import { indexWords, type IndexWords } from '../../core/search/indexWords.ts';
import type { Expression, Phrase } from '../../core/search/query.ts';
import type { StemLanguage } from '../../core/search/stem.ts';
import type { Database } from './database.ts';
import { readFound, type FoundItem } from './foundItems.ts';
import type { KnownNames } from './knownNames.ts';
import { number } from './rows.ts';
import { searchCondition, type Condition } from './searchCondition.ts';

/** The texts of so many items are in memory at once. */
const READ_AT_ONCE = 100;

/** Where something is counted again and again, so many texts are read at most, a tenth of a millisecond each. */
export const MOST_READ = 2000;

/** What an expression means in a library. */
export interface Meaning {
  readonly expression: Expression;
  /** Those in which the library has items. */
  readonly languages: readonly StemLanguage[];
  readonly names: KnownNames;
}

/** Whether an expression has phrases in quotation marks. */
export function hasExact(expression: Expression): boolean {
  switch (expression.kind) {
    case 'phrase':
      return expression.exact;
    case 'all':
    case 'any':
      return expression.parts.some(hasExact);
    case 'not':
      return hasExact(expression.part);
    default:
      return false;
  }
}

/**
 * Gives an expression that the index can answer and that every item meets that meets this one. A phrase by its stems
 * is more than the phrase, so that one that must not occur is left out.
 *
 * @returns A truth value where all items or none may meet it.
 */
export function broadened(expression: Expression): Expression | boolean {
  return bound(expression, true);
}

function bound(expression: Expression, broad: boolean): Expression | boolean {
  switch (expression.kind) {
    case 'phrase':
      return broad || !expression.exact ? expression : false;
    case 'all':
    case 'any': {
      const neutral = expression.kind === 'all';
      const parts = expression.parts.map((part) => bound(part, broad));
      if (parts.includes(!neutral)) return !neutral;
      const [first, ...others] = parts.filter((part) => typeof part !== 'boolean');
      if (first === undefined) return neutral;
      return others.length === 0 ? first : { kind: expression.kind, parts: [first, ...others] };
    }
    case 'not': {
      const part = bound(expression.part, !broad);
      return typeof part === 'boolean' ? !part : { kind: 'not', part };
    }
    default:
      return expression;
  }
}

/** The condition that every item meets that answers the expression; undefined where none does. */
export function broadCondition({ expression, languages, names }: Meaning): Condition | undefined {
  const broad = broadened(expression);
  if (typeof broad === 'boolean') return broad ? { sql: 'true', values: [] } : undefined;
  return searchCondition(broad, languages, names);
}

/** Leaves out those found items that meet an expression by the stems of its exact phrases only. */
export function meeting(
  database: Database,
  { expression, languages, names }: Meaning,
  found: readonly FoundItem[],
): readonly FoundItem[] {
  if (!hasExact(expression)) return found;
  const ids = JSON.stringify(found.map(({ item }) => item.id));
  const meets = test(expression, (part) => {
    const { sql, values } = searchCondition(part, languages, names);
    const rows = database
      .prepare(
        `SELECT item.id FROM json_each(?) AS found CROSS JOIN item ON item.id = found.value WHERE ${sql}`,
      )
      .all(ids, ...values);
    return new Set(rows.map((row) => number(row['id']) as ItemId));
  });
  return found.filter((each) => meets(candidate(each)));
}

/**
 * The same for items of which only the ids are known: their texts are read some at a time, and none where the
 * expression has no exact phrase.
 *
 * @param enough No more are wanted.
 */
export function idsMeeting(
  database: Database,
  meaning: Meaning,
  ids: readonly ItemId[],
  enough = Infinity,
): readonly ItemId[] {
  if (!hasExact(meaning.expression)) return ids;
  const met: ItemId[] = [];
  for (let start = 0; start < ids.length && met.length < enough; start += READ_AT_ONCE) {
    const found = readFound(database, ids.slice(start, start + READ_AT_ONCE));
    met.push(...meeting(database, meaning, found).map(({ item }) => item.id));
  }
  return met.slice(0, enough);
}

/** An item with its words, which are parted when a phrase is first looked for among them. */
interface Candidate {
  readonly id: ItemId;
  readonly headline: () => IndexWords;
  readonly byline: () => IndexWords;
  readonly text: () => IndexWords;
}

/**
 * @param idsOf Asks the index for those of the items that meet what has no exact phrase.
 */
function test(
  expression: Expression,
  idsOf: (part: Expression) => ReadonlySet<ItemId>,
): (candidate: Candidate) => boolean {
  if (!hasExact(expression)) {
    const met = idsOf(expression);
    return ({ id }) => met.has(id);
  }
  switch (expression.kind) {
    case 'phrase':
      return (candidate) => stands(expression, candidate);
    case 'not': {
      const meets = test(expression.part, idsOf);
      return (candidate) => !meets(candidate);
    }
    case 'all':
    case 'any': {
      const { kind } = expression;
      const plain = expression.parts.filter((part) => !hasExact(part));
      const tests = expression.parts.filter(hasExact).map((part) => test(part, idsOf));
      if (plain.length > 0) tests.unshift(test({ kind, parts: plain }, idsOf));
      return kind === 'all'
        ? (candidate) => tests.every((meets) => meets(candidate))
        : (candidate) => tests.some((meets) => meets(candidate));
    }
    default:
      return () => true;
  }
}

function stands(phrase: Phrase, { headline, byline, text }: Candidate): boolean {
  const places = { headline: [headline], byline: [byline], anywhere: [headline, byline, text] }[
    phrase.field ?? 'anywhere'
  ];
  return places.some((words) => hasPhrase(words(), phrase));
}

function candidate({ item, text }: FoundItem): Candidate {
  return {
    id: item.id,
    headline: words(item.headline),
    byline: words(`${item.byline ?? ''} ${item.outlet ?? ''}`),
    text: words(text),
  };
}

function words(text: string): () => IndexWords {
  let parted: IndexWords | undefined;
  return () => (parted ??= indexWords(text));
}
