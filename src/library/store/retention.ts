// Removes what a source no longer keeps, by age or by number. Without a rule everything is kept.

import type { SourceId } from '../../core/model/ids.ts';
import type { Retention } from '../../core/model/retention.ts';
import type { RetentionStep } from '../library.ts';
import { inTransaction, type Database, type Row } from './database.ts';
import { deleteItems } from './deleteItems.ts';
import { IS_PROTECTED } from './protectedItems.ts';
import { number, text, toRetention } from './rows.ts';
import { forgetOldKeys } from './stories.ts';

const DAY = 86_400_000;

/** One transaction removes so many at most, so that the library answers in between. */
const AT_ONCE = 500;

/** What is listed in the source, from that place on; its number and the place are given. */
const LISTED = `FROM listing JOIN item ON item.id = listing.item_id
  WHERE listing.source_id = ? AND (listing.sort_at, listing.item_id) <= (?, ?) AND NOT ${IS_PROTECTED}`;

/** What would stand there, did a rule not keep it out of the list. */
const MUTED = `FROM item
  WHERE item.source_id = ? AND item.muted = 1 AND (item.sort_at, item.id) <= (?, ?) AND NOT ${IS_PROTECTED}`;

/** Decides how long a source's items are kept from now on; removes nothing yet. */
export function setRetention(database: Database, source: SourceId, { days, newest }: Retention): void {
  database
    .prepare('UPDATE source SET keep_days = ?, keep_newest = ? WHERE id = ?')
    .run(days ?? null, newest ?? null, source);
}

/** Counts the items that a rule would take out of a source now. */
export function countRemovable(
  database: Database,
  source: SourceId,
  retention: Retention,
  now: number,
): number {
  const beyond = beyondLimits(database, source, retention, now);
  if (beyond === undefined) return 0;
  return [LISTED, MUTED].reduce((sum, sql) => {
    const row = database.prepare(`SELECT count(*) AS items ${sql}`).get(source, beyond.sortAt, beyond.id);
    return sum + number(row?.['items']);
  }, 0);
}

/**
 * Removes what the sources no longer keep, some hundred items of each. An item that is listed in another source only
 * leaves the list of this one; starred, cited and quoted items stay. What left is remembered by name, so that it
 * does not come back as new.
 */
export function applyRetention(database: Database, now: number): RetentionStep {
  forgetOldKeys(database, now);
  const steps = database
    .prepare('SELECT id FROM source WHERE removed = 0 AND (keep_days IS NOT NULL OR keep_newest IS NOT NULL)')
    .all()
    .map((row) => inTransaction(database, () => removeBeyond(database, number(row['id']) as SourceId, now)));
  return {
    removals: steps.flatMap(({ removals }) => removals),
    more: steps.some(({ more }) => more),
  };
}

/** Does the same for one source; runs inside the caller's transaction. */
export function removeBeyond(database: Database, source: SourceId, now: number): RetentionStep {
  const row = database.prepare('SELECT title, keep_days, keep_newest FROM source WHERE id = ?').get(source);
  const beyond = row && beyondLimits(database, source, toRetention(row), now);
  if (beyond === undefined) return { removals: [], more: false };
  const leaving = removable(database, source, beyond, AT_ONCE + 1);
  const leavingNow = leaving.slice(0, AT_ONCE);
  if (leavingNow.length === 0) return { removals: [], more: false };
  takeOut(
    database,
    source,
    leavingNow.map((item) => number(item['id'])),
    now,
  );
  const headlines = leavingNow.map((item) => text(item['headline']));
  return {
    removals: [{ sourceId: source, sourceTitle: text(row?.['title']), headlines }],
    more: leaving.length > AT_ONCE,
  };
}

/** A place in a source's list: what stands there and below is no longer kept. */
interface Limit {
  readonly sortAt: number;
  readonly id: number;
}

/** Gives the higher of the places at which the list ends by age and by number; undefined where it has no end. */
function beyondLimits(
  database: Database,
  source: SourceId,
  { days, newest }: Retention,
  now: number,
): Limit | undefined {
  const tooOld = days === undefined ? undefined : { sortAt: now - days * DAY, id: 0 };
  const first =
    newest === undefined
      ? undefined
      : database
          .prepare(
            `SELECT sort_at, item_id FROM listing WHERE source_id = ?
             ORDER BY sort_at DESC, item_id DESC LIMIT 1 OFFSET ?`,
          )
          .get(source, newest);
  const tooMany = first && { sortAt: number(first['sort_at']), id: number(first['item_id']) };
  if (tooOld === undefined || tooMany === undefined) return tooOld ?? tooMany;
  return tooOld.sortAt > tooMany.sortAt ? tooOld : tooMany;
}

/** Gives the removable items, listed ones first, each kind from the newest on. */
function removable(
  database: Database,
  source: SourceId,
  { sortAt, id }: Limit,
  most: number,
): readonly Row[] {
  const listed = database
    .prepare(`SELECT item.id, headline ${LISTED} ORDER BY listing.sort_at DESC, listing.item_id DESC LIMIT ?`)
    .all(source, sortAt, id, most);
  const muted = database
    .prepare(`SELECT item.id, headline ${MUTED} ORDER BY item.sort_at DESC, item.id DESC LIMIT ?`)
    .all(source, sortAt, id, most - listed.length);
  return [...listed, ...muted];
}

function takeOut(database: Database, source: SourceId, ids: readonly number[], now: number): void {
  const list = JSON.stringify(ids);
  const chosen = 'IN (SELECT value FROM json_each(?))';
  database
    .prepare(
      `INSERT OR REPLACE INTO tombstone (source_id, guid, removed_at)
       SELECT source_id, guid, ?3 FROM identity WHERE item_id IN (SELECT value FROM json_each(?1)) AND source_id = ?2`,
    )
    .run(list, source, now);
  database.prepare(`DELETE FROM identity WHERE item_id ${chosen} AND source_id = ?`).run(list, source);
  database.prepare(`DELETE FROM listing WHERE item_id ${chosen} AND source_id = ?`).run(list, source);
  const gone = JSON.stringify(
    database
      .prepare(
        `SELECT value FROM json_each(?) AS chosen
         WHERE NOT EXISTS (SELECT 1 FROM listing WHERE item_id = chosen.value)`,
      )
      .all(list)
      .map((row) => number(row['value'])),
  );
  database
    .prepare(
      `UPDATE item SET source_id = (SELECT source_id FROM listing WHERE item_id = item.id LIMIT 1)
       WHERE source_id = ?2 AND id IN (SELECT value FROM json_each(?1)) AND id NOT IN (SELECT value FROM json_each(?3))`,
    )
    .run(list, source, gone);
  deleteItems(database, 'SELECT value FROM json_each(?)', gone);
}
