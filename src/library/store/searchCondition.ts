// A query as a condition of SQL on the items.

import type { Expression, Filter, State } from '../../core/search/query.ts';
import { matchExpression } from '../../core/search/matchExpression.ts';
import type { StemLanguage } from '../../core/search/stem.ts';
import type { SqlValue } from './database.ts';
import { dayValues, SINCE_DAY } from './headlineLists.ts';
import type { KnownNames } from './knownNames.ts';

export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

const STATES: Readonly<Record<State, string>> = {
  unread: 'item.read = 0',
  read: 'item.read = 1',
  starred: 'item.starred = 1',
  later: 'item.later = 1',
  cited: 'item.cited_at IS NOT NULL',
  quoted: 'item.quoted_at IS NOT NULL',
  muted: 'item.muted = 1',
  headline: `item.kind = 'headline'`,
  article: `item.kind = 'article'`,
};

/** Gives the condition that an item meets if it answers the expression. */
export function searchCondition(
  expression: Expression,
  languages: readonly StemLanguage[],
  names: KnownNames,
): Condition {
  const match = matchExpression(expression, languages);
  if (expression.kind === 'phrase' || match !== undefined)
    return { sql: 'item.id IN (SELECT rowid FROM search WHERE search MATCH ?)', values: [match ?? ''] };
  switch (expression.kind) {
    case 'all':
    case 'any': {
      const parts = gathered(expression, languages).map((part) => searchCondition(part, languages, names));
      const sql = joined(
        parts.map((part) => part.sql),
        expression.kind === 'all' ? ' AND ' : ' OR ',
      );
      return { sql: parts.length === 1 ? sql : `(${sql})`, values: parts.flatMap((part) => part.values) };
    }
    case 'not': {
      const { sql, values } = searchCondition(expression.part, languages, names);
      return { sql: `NOT coalesce(${sql}, 0)`, values };
    }
    default:
      return filterCondition(expression, names);
  }
}

/**
 * Gives the parts with all words as one, and all words that must not occur as another, however many they are: the
 * index is asked once for each, and a statement takes no more than 32,766 values.
 */
function gathered({ kind, parts }: Several, languages: readonly StemLanguage[]): readonly Expression[] {
  const words: Expression[] = [];
  const left: Expression[] = [];
  const others: Expression[] = [];
  for (const part of parts) {
    if (matchExpression(part, languages) !== undefined) words.push(part);
    else if (part.kind === 'not' && matchExpression(part.part, languages) !== undefined) left.push(part.part);
    else others.push(part);
  }
  const without = one(kind === 'all' ? 'any' : 'all', left);
  return [...one(kind, words), ...without.map((part): Expression => ({ kind: 'not', part })), ...others];
}

type Several = Extract<Expression, { readonly kind: 'all' | 'any' }>;

function one(kind: Several['kind'], parts: readonly Expression[]): readonly Expression[] {
  return parts.length > 1 ? [{ kind, parts }] : parts;
}

/** SQLite reads a chain as a tree as deep as the chain is long, and takes no more than a thousand levels. */
const CHAIN = 8;

function joined(parts: readonly string[], operator: string): string {
  if (parts.length <= CHAIN) return parts.join(operator);
  const middle = Math.ceil(parts.length / 2);
  const halves = [parts.slice(0, middle), parts.slice(middle)];
  return halves.map((half) => `(${joined(half, operator)})`).join(operator);
}

const CHOSEN = '(SELECT value FROM json_each(?))';

function filterCondition(filter: Filter, names: KnownNames): Condition {
  switch (filter.kind) {
    case 'is':
      return { sql: STATES[filter.state], values: [] };
    case 'source':
      return {
        sql: `(item.outlet IN ${CHOSEN} OR EXISTS (SELECT 1 FROM listing
          WHERE listing.item_id = item.id AND listing.source_id IN ${CHOSEN}))`,
        values: [
          JSON.stringify(names.outletsWith(filter.name)),
          JSON.stringify(names.sourcesWith(filter.name)),
        ],
      };
    case 'tag':
      return {
        sql: `item.id IN (SELECT item_id FROM tag WHERE name IN ${CHOSEN})`,
        values: [JSON.stringify(names.tagsOf(filter.tag))],
      };
    case 'language':
      return {
        sql: `(lower(item.language) = ? OR item.language LIKE ? ESCAPE '\\')`,
        values: [filter.tag, `${escapeLike(filter.tag)}-%`],
      };
    case 'before':
      return filter.date === undefined
        ? { sql: 'item.sort_at < ?', values: [filter.time] }
        : { sql: '(item.sort_at < ? AND item.sort_at <> ?)', values: [filter.time, filter.date] };
    case 'after':
      return filter.date === undefined
        ? { sql: 'item.sort_at >= ?', values: [filter.time] }
        : { sql: `(${SINCE_DAY})`, values: dayValues({ began: filter.time, date: filter.date }) };
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
