// Counts the lists across all sources by indexes that hold nothing else.

import type { Day, ListCount, SmartListCounts } from '../../core/model/headlineList.ts';
import type { Database } from './database.ts';
import { COLLECTED, dayValues, UNREAD_TODAY } from './headlineLists.ts';
import { number } from './rows.ts';
import { unreadCount } from './status.ts';

/** Counts what is unread, and what the person collected. */
export function listCounts(database: Database, day: Day): SmartListCounts {
  const count = (list: keyof typeof COLLECTED): ListCount => {
    const row = database
      .prepare(
        `SELECT count(*) AS total, coalesce(sum(read = 0), 0) AS unread FROM item WHERE ${COLLECTED[list]}`,
      )
      .get();
    return { total: number(row?.['total']), unread: number(row?.['unread']) };
  };
  const today = database
    .prepare(`SELECT count(*) AS unread FROM item WHERE ${UNREAD_TODAY}`)
    .get(...dayValues(day));
  return {
    unread: unreadCount(database),
    today: number(today?.['unread']),
    starred: count('starred'),
    later: count('later'),
    cited: count('cited'),
  };
}
