// The versions of an article.

import type { ItemId } from '../../core/model/ids.ts';
import type { Revision, RevisionSummary } from '../../core/model/revision.ts';
import type { Database, Row } from './database.ts';
import { number, text } from './rows.ts';

const SUMMARY = `SELECT ordinal, revision.headline, word_count, seen_at, ordinal = item.revision AS is_current`;
const FROM = 'FROM revision JOIN item ON item.id = revision.item_id WHERE item_id = ?';

/** Newest first. */
export function listRevisions(database: Database, id: ItemId): readonly RevisionSummary[] {
  return database
    .prepare(`${SUMMARY} ${FROM} ORDER BY is_current DESC, seen_at DESC, ordinal DESC`)
    .all(id)
    .map(toSummary);
}

export function readRevision(database: Database, id: ItemId, ordinal: number): Revision | undefined {
  const row = database.prepare(`${SUMMARY}, html, text ${FROM} AND ordinal = ?`).get(id, ordinal);
  return row && { ...toSummary(row), html: text(row['html']), text: text(row['text']) };
}

function toSummary(row: Row): RevisionSummary {
  return {
    ordinal: number(row['ordinal']),
    headline: text(row['headline']),
    wordCount: number(row['word_count']),
    seenAt: number(row['seen_at']),
    isCurrent: row['is_current'] === 1,
  };
}
