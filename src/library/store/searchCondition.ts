// A query as a condition of SQL on the items.

import type { Expression, Filter, State } from '../../core/search/query.ts';
import { matchExpression } from '../../core/search/matchExpression.ts';
import type { StemLanguage } from '../../core/search/stem.ts';
import type { SqlValue } from './database.ts';

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
export function searchCondition(expression: Expression, languages: readonly StemLanguage[]): Condition {
  switch (expression.kind) {
    case 'phrase':
      return {
        sql: 'item.id IN (SELECT rowid FROM search WHERE search MATCH ?)',
        values: [matchExpression(expression, languages) ?? ''],
      };
    case 'all':
    case 'any': {
      const parts = expression.parts.map((part) => searchCondition(part, languages));
      const sql = joined(
        parts.map((part) => part.sql),
        expression.kind === 'all' ? ' AND ' : ' OR ',
      );
      return { sql: `(${sql})`, values: parts.flatMap((part) => part.values) };
    }
    case 'not': {
      const { sql, values } = searchCondition(expression.part, languages);
      return { sql: `NOT coalesce(${sql}, 0)`, values };
    }
    default:
      return filterCondition(expression);
  }
}

/** SQLite reads a chain as a tree as deep as the chain is long, and takes no more than a thousand levels. */
const CHAIN = 50;

function joined(parts: readonly string[], operator: string): string {
  if (parts.length <= CHAIN) return parts.join(operator);
  const middle = Math.ceil(parts.length / 2);
  const halves = [parts.slice(0, middle), parts.slice(middle)];
  return halves.map((half) => `(${joined(half, operator)})`).join(operator);
}

function filterCondition(filter: Filter): Condition {
  switch (filter.kind) {
    case 'is':
      return { sql: STATES[filter.state], values: [] };
    case 'source': {
      const like = `%${escapeLike(filter.name)}%`;
      return {
        sql: `(item.outlet LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM listing JOIN source AS listed
          ON listed.id = listing.source_id WHERE listing.item_id = item.id AND listed.title LIKE ? ESCAPE '\\'))`,
        values: [like, like],
      };
    }
    case 'tag':
      return {
        sql: 'item.id IN (SELECT item_id FROM tag WHERE name = ?)',
        values: [filter.tag.toLowerCase()],
      };
    case 'language':
      return {
        sql: `(lower(item.language) = ? OR item.language LIKE ? ESCAPE '\\')`,
        values: [filter.tag, `${escapeLike(filter.tag)}-%`],
      };
    case 'before':
      return { sql: 'item.sort_at < ?', values: [filter.time] };
    case 'after':
      return { sql: 'item.sort_at >= ?', values: [filter.time] };
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
