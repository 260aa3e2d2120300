// Rules: what is done with items that answer a search.

import type { ItemId } from '../../core/model/ids.ts';
import type { NewRule, Rule, RuleAction, RuleId } from '../../core/model/rule.ts';
import { parseQuery } from '../../core/search/parseQuery.ts';
import { listWhereKnown } from './addListing.ts';
import { alone, type TellFailure } from './alone.ts';
import type { Database, Row, SqlValue } from './database.ts';
import { knownNames, type KnownNames } from './knownNames.ts';
import { number, optionalText, text } from './rows.ts';
import { broadCondition, idsMeeting } from './searchExact.ts';
import { indexLanguages } from './searchIndex.ts';

const RULE = 'SELECT id, query, action, tag FROM rule';

/** In the order in which they were made, which is also that in which they act. */
export function listRules(database: Database): readonly Rule[] {
  return database.prepare(`${RULE} ORDER BY id`).all().map(toRule);
}

/** Adds a rule, or gives the one that says the same. */
export function addRule(database: Database, { query, action }: NewRule, now: number): Rule {
  const values = [query.trim(), action.kind, action.kind === 'tag' ? action.tag.trim().toLowerCase() : ''];
  database
    .prepare('INSERT OR IGNORE INTO rule (query, action, tag, added_at) VALUES (?, ?, ?, ?)')
    .run(...values, now);
  const row = database.prepare(`${RULE} WHERE query = ? AND action = ? AND tag = ?`).get(...values);
  return toRule(row ?? {});
}

export function removeRule(database: Database, id: RuleId): void {
  database.prepare('DELETE FROM rule WHERE id = ?').run(id);
}

/**
 * Does what the rules say to these items; runs inside the caller's transaction.
 *
 * @param tell Told of a rule whose query cannot be answered: it does nothing, and the others what they say.
 */
export function applyRules(database: Database, ids: readonly ItemId[], now: number, tell: TellFailure): void {
  if (ids.length === 0) return;
  let names = knownNames(database);
  for (const rule of listRules(database)) {
    const matched = alone(rule.query, () => matching(database, rule, ids, names, now), tell) ?? [];
    act(database, rule.action, matched, now);
    // A later rule may ask for the tag that this one gave.
    if (rule.action.kind === 'tag' && matched.length > 0) names = knownNames(database);
  }
}

/** Does what a rule says to every item; gives those it concerned. Runs inside the caller's transaction. */
export function applyRule(database: Database, id: RuleId, now: number): readonly ItemId[] {
  const rule = findRule(database, id);
  if (rule === undefined) return [];
  const ids = matching(database, rule, undefined, knownNames(database), now);
  act(database, rule.action, ids, now);
  return ids;
}

/** Counts the items that rules keep out of the lists. */
export function countMuted(database: Database): number {
  return number(database.prepare('SELECT count(*) AS count FROM item WHERE muted = 1').get()?.['count']);
}

/**
 * Puts muted items back into the lists of the sources that have them, read as they are; gives those it concerned. Runs
 * inside the caller's transaction.
 *
 * @param id The rule that muted them; all of them where undefined.
 */
export function unmute(database: Database, id: RuleId | undefined, now: number): readonly ItemId[] {
  const muted = database
    .prepare('SELECT id FROM item WHERE muted = 1')
    .all()
    .map((row) => number(row['id']) as ItemId);
  const rule = id === undefined ? undefined : findRule(database, id);
  if (id !== undefined && rule === undefined) return [];
  const ids = rule === undefined ? muted : matching(database, rule, muted, knownNames(database), now);
  const chosen = JSON.stringify(ids);
  listWhereKnown(database, ids);
  database.prepare(`UPDATE item SET muted = NULL, status_at = ? WHERE id IN (${ITEMS})`).run(now, chosen);
  return ids;
}

/** A query that asks for nothing matches nothing. */
function matching(
  database: Database,
  { query }: Rule,
  among: readonly ItemId[] | undefined,
  names: KnownNames,
  now: number,
): readonly ItemId[] {
  const { expression } = parseQuery(query, { typing: false, now });
  if (expression === undefined) return [];
  const meaning = { expression, languages: indexLanguages(database), names };
  const condition = broadCondition(meaning);
  if (condition === undefined) return [];
  const from = among === undefined ? 'item' : 'json_each(?) AS arrived JOIN item ON item.id = arrived.value';
  const given: readonly SqlValue[] = among === undefined ? [] : [JSON.stringify(among)];
  const ids = database
    .prepare(`SELECT item.id FROM ${from} WHERE ${condition.sql}`)
    .all(...given, ...condition.values)
    .map((row) => number(row['id']) as ItemId);
  return idsMeeting(database, meaning, ids);
}

const ITEMS = 'SELECT value FROM json_each(?)';

function act(database: Database, action: RuleAction, ids: readonly ItemId[], now: number): void {
  if (ids.length === 0) return;
  const chosen = JSON.stringify(ids);
  switch (action.kind) {
    case 'mute':
      database.prepare(`DELETE FROM listing WHERE item_id IN (${ITEMS})`).run(chosen);
      database
        .prepare(`UPDATE item SET muted = 1, read = 1, status_at = ? WHERE id IN (${ITEMS})`)
        .run(now, chosen);
      return;
    case 'read':
      database
        .prepare(`UPDATE item SET read = 1, status_at = ? WHERE read = 0 AND id IN (${ITEMS})`)
        .run(now, chosen);
      return;
    case 'star':
      database
        .prepare(`UPDATE item SET starred = 1, status_at = ? WHERE starred = 0 AND id IN (${ITEMS})`)
        .run(now, chosen);
      return;
    case 'tag':
      database
        .prepare(
          `INSERT OR IGNORE INTO tag (item_id, name, origin) SELECT value, ?, 'rule' FROM json_each(?)`,
        )
        .run(action.tag.toLowerCase(), chosen);
  }
}

function findRule(database: Database, id: RuleId): Rule | undefined {
  const row = database.prepare(`${RULE} WHERE id = ?`).get(id);
  return row === undefined ? undefined : toRule(row);
}

function toRule(row: Row): Rule {
  const kind = text(row['action']);
  return {
    id: number(row['id']) as RuleId,
    query: text(row['query']),
    action:
      kind === 'tag'
        ? { kind, tag: optionalText(row['tag']) ?? '' }
        : { kind: kind as Exclude<RuleAction['kind'], 'tag'> },
  };
}
