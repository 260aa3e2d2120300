// The feeds that are followed: a source each, with what is remembered of its fetches.

import type { SourceId } from '../../core/model/ids.ts';
import type {
  FolderPath,
  NewSubscription,
  Subscription,
  SubscriptionChange,
} from '../../core/model/subscription.ts';
import { toldOfFailure } from '../../core/schedule/failureNotices.ts';
import { newFetchState, type FetchState } from '../../core/schedule/fetchState.ts';
import { inTransaction, type Database, type Row } from './database.ts';
import { number, optionalText, text } from './rows.ts';
import { addSource } from './sources.ts';

const SUBSCRIPTION = `
  SELECT id, uri, title, folder, home_url, full_text, fetch_state, added_at FROM source WHERE kind = 'feed'`;

/** Follows feeds; one that is followed already stays as it is, and one that was removed is due again. */
export function subscribe(
  database: Database,
  wanted: readonly NewSubscription[],
  now: number,
): readonly Subscription[] {
  return inTransaction(database, () =>
    wanted.map(({ url, title, homeUrl, folder }) => {
      const known = database.prepare('SELECT id, removed FROM source WHERE uri = ?').get(url);
      const { id } = addSource(database, { kind: 'feed', uri: url, title }, now);
      if (known === undefined || known['removed'] === 1) {
        database
          .prepare('UPDATE source SET title = ?, folder = ?, home_url = ?, fetch_state = ? WHERE id = ?')
          .run(title, JSON.stringify(folder), homeUrl ?? null, JSON.stringify(newFetchState(url, now)), id);
      }
      return readSubscription(database, id);
    }),
  );
}

/** By title. */
export function listSubscriptions(database: Database): readonly Subscription[] {
  return database
    .prepare(`${SUBSCRIPTION} AND removed = 0 ORDER BY title COLLATE NOCASE, id`)
    .all()
    .map(toSubscription);
}

/** @throws RangeError where the source is no feed. */
export function readSubscription(database: Database, id: SourceId): Subscription {
  const row = database.prepare(`${SUBSCRIPTION} AND id = ?`).get(id);
  if (row === undefined) throw new RangeError(`Source ${id} is no feed.`);
  return toSubscription(row);
}

/** Changes all of them or none. */
export function changeSubscriptions(database: Database, changes: readonly SubscriptionChange[]): void {
  inTransaction(database, () => changes.forEach((change) => changeSubscription(database, change)));
}

function changeSubscription(
  database: Database,
  { sourceId, title, folder, fullText }: SubscriptionChange,
): void {
  database
    .prepare(
      `UPDATE source SET title = coalesce(?, title), folder = coalesce(?, folder),
         full_text = coalesce(?, full_text) WHERE id = ? AND kind = 'feed'`,
    )
    .run(
      title ?? null,
      folder === undefined ? null : JSON.stringify(folder),
      fullText === undefined ? null : Number(fullText),
      sourceId,
    );
}

/** Writes down a feed's state; its address moves with it, unless another source has that address. */
export function setFetchState(database: Database, id: SourceId, state: FetchState): void {
  database.prepare('UPDATE source SET fetch_state = ? WHERE id = ?').run(JSON.stringify(state), id);
  database.prepare('UPDATE OR IGNORE source SET uri = ? WHERE id = ? AND uri <> ?1').run(state.url, id);
}

export function toldOfFailures(database: Database, ids: readonly SourceId[]): void {
  inTransaction(database, () => {
    for (const id of ids) setFetchState(database, id, toldOfFailure(readSubscription(database, id).state));
  });
}

/** A feed that came by an import has no state, and is due. */
function toSubscription(row: Row): Subscription {
  const url = text(row['uri']);
  const state = optionalText(row['fetch_state']);
  return {
    sourceId: number(row['id']) as SourceId,
    url,
    title: text(row['title']),
    homeUrl: optionalText(row['home_url']),
    folder: JSON.parse(optionalText(row['folder']) ?? '[]') as FolderPath,
    fullText: row['full_text'] === 1,
    state:
      state === undefined
        ? newFetchState(url, number(row['added_at']))
        : { ...newFetchState(url, 0), nextAt: undefined, ...(JSON.parse(state) as Partial<FetchState>) },
  };
}
