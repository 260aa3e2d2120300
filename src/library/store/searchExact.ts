// Quotation marks: the index knows stems alone, so that exact phrases are looked up by those and then read for.

import type { Headline } from '../../core/model/item.ts';
import { findMatches } from '../../core/search/findMatches.ts';
import type { Expression, Phrase } from '../../core/search/query.ts';
import type { StemLanguage } from '../../core/search/stem.ts';
import type { Database } from './database.ts';
import { number } from './rows.ts';
import { searchCondition } from './searchCondition.ts';
import { itemLanguage } from './searchIndex.ts';

/** An item with the text in which phrases are read for. */
export interface FoundItem {
  readonly item: Headline;
  readonly text: string;
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

/** Leaves out those found items that meet an expression by the stems of its exact phrases only. */
export function meeting(
  database: Database,
  expression: Expression,
  languages: readonly StemLanguage[],
  found: readonly FoundItem[],
): readonly FoundItem[] {
  if (!hasExact(expression)) return found;
  const meets = test(database, expression, languages, found);
  return found.filter(meets);
}

/** What has no exact phrase is asked of the index for all the items at once. */
function test(
  database: Database,
  expression: Expression,
  languages: readonly StemLanguage[],
  found: readonly FoundItem[],
): (candidate: FoundItem) => boolean {
  if (!hasExact(expression)) {
    const { sql, values } = searchCondition(expression, languages);
    const ids = JSON.stringify(found.map(({ item }) => item.id));
    const rows = database
      .prepare(
        `SELECT item.id FROM json_each(?) AS found CROSS JOIN item ON item.id = found.value WHERE ${sql}`,
      )
      .all(ids, ...values);
    const met = new Set(rows.map((row) => number(row['id'])));
    return ({ item }) => met.has(item.id);
  }
  switch (expression.kind) {
    case 'phrase':
      return (candidate) => stands(expression, candidate);
    case 'not': {
      const meets = test(database, expression.part, languages, found);
      return (candidate) => !meets(candidate);
    }
    case 'all':
    case 'any': {
      const tests = expression.parts.map((part) => test(database, part, languages, found));
      return expression.kind === 'all'
        ? (candidate) => tests.every((meets) => meets(candidate))
        : (candidate) => tests.some((meets) => meets(candidate));
    }
    default:
      return () => true;
  }
}

function stands(phrase: Phrase, { item, text }: FoundItem): boolean {
  const byline = `${item.byline ?? ''} ${item.outlet ?? ''}`;
  const places = {
    headline: [item.headline],
    byline: [byline],
    anywhere: [item.headline, text, byline],
  }[phrase.field ?? 'anywhere'];
  const language = () => itemLanguage({ ...item, text });
  return places.some((place) => findMatches(place, [phrase], language).length > 0);
}
