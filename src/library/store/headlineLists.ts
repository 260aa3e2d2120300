// Each list of headlines as a query on the tables, whole or only what is unread or read of it.

import type { Day } from '../../core/model/headlineList.ts';
import type { HeadlinesRequest, ListChoice } from '../library.ts';
import type { SqlValue } from './database.ts';

/** Which of a list's items. */
export type Part = 'all' | 'unread' | 'read';

/** A query for places in a list, to which conditions, an order and a limit are added. */
export interface ListQuery {
  /** Ends with a condition. */
  readonly sql: string;
  readonly values: readonly SqlValue[];
  /** The column that has the item's id. */
  readonly id: 'item_id' | 'id';
}

/** The lists that the person collected, as conditions on a row of `item`; each has an index in its order. */
export const COLLECTED = {
  starred: 'starred = 1',
  later: 'later = 1',
  cited: '(cited_at IS NOT NULL OR quoted_at IS NOT NULL)',
} as const;

/** West of Greenwich, midnight in UTC, by which dates without a time order, comes before the day has begun. */
export const SINCE_DAY = 'sort_at >= ? AND (sort_at >= ? OR sort_at = ?)';

/** What is unread of today and listed. */
export const UNREAD_TODAY = `read = 0 AND ${SINCE_DAY} AND EXISTS (SELECT 1 FROM listing WHERE item_id = item.id)`;

/** Gives the values of a condition that asks for what is from a day on. */
export function dayValues({ began, date }: Day): readonly number[] {
  return [Math.min(began, date), began, date];
}

const ALWAYS: Day = { began: 0, date: 0 };

/** Gives a list's places, of which some are left out where only one part is asked for. */
export function listQuery({ list, sourceId, today }: ListChoice, part: Part): ListQuery {
  const since = dayValues(today ?? ALWAYS);
  switch (list) {
    case undefined:
      return sourceId === undefined ? everything(part) : ofSource(sourceId, part);
    case 'unread':
      return onItems(part === 'read' ? 'false' : 'read = 0');
    case 'today':
      if (part === 'unread') return onItems(UNREAD_TODAY, ...since);
      return onListings(part === 'read' ? `${SINCE_DAY} AND read = 1` : SINCE_DAY, ...since);
    default:
      // What is collected is little; the plus keeps SQLite from beginning with all that is unread.
      return onItems(part === 'all' ? COLLECTED[list] : `${COLLECTED[list]} AND +read = ${readOf(part)}`);
  }
}

/** Gives the places of some items in a list, whether they are read or not. */
export function chosenQuery(request: HeadlinesRequest, ids: readonly number[]): ListQuery {
  const chosenIds = JSON.stringify(ids);
  if (request.list === undefined && request.sourceId !== undefined) {
    // In this order, as the source may have many more.
    const sql = `SELECT sort_at, item_id FROM json_each(?) AS chosen
      CROSS JOIN listing ON listing.item_id = chosen.value AND listing.source_id = ? WHERE true`;
    return { sql, values: [chosenIds, request.sourceId], id: 'item_id' };
  }
  const isUnread = request.list === 'unread';
  const { sql, values, id } = isUnread ? onItems('true') : listQuery(request, 'all');
  const chosen = `${id} IN (SELECT value FROM json_each(?))`;
  return { sql: `${sql} AND ${chosen}`, values: [...values, chosenIds], id };
}

function everything(part: Part): ListQuery {
  if (part === 'unread') return onItems('read = 0');
  return onListings(part === 'all' ? 'true' : 'read = 1');
}

function ofSource(source: number, part: Part): ListQuery {
  const condition = part === 'all' ? '' : ` AND read = ${readOf(part)}`;
  return {
    sql: `SELECT sort_at, item_id FROM listing WHERE source_id = ?${condition}`,
    values: [source],
    id: 'item_id',
  };
}

/** An item can be listed in several sources, and stands in a list across them once. */
function onListings(condition: string, ...values: readonly SqlValue[]): ListQuery {
  return {
    sql: `SELECT DISTINCT sort_at, item_id FROM listing WHERE ${condition}`,
    values,
    id: 'item_id',
  };
}

function onItems(condition: string, ...values: readonly SqlValue[]): ListQuery {
  return { sql: `SELECT sort_at, id AS item_id FROM item WHERE ${condition}`, values, id: 'id' };
}

function readOf(part: Exclude<Part, 'all'>): 0 | 1 {
  return part === 'read' ? 1 : 0;
}
