// Passages that the person keeps: described by their words, and found again in whatever the article has become.

import { anchorAgain } from '../../core/cite/anchor/anchorAgain.ts';
import { selectPassage } from '../../core/cite/anchor/quoteSelector.ts';
import type { Clipping, ClippingChange, ClippingId, NewClipping } from '../../core/model/clipping.ts';
import type { ItemId } from '../../core/model/ids.ts';
import { UserError } from '../../core/model/userError.ts';
import type { Database, Row } from './database.ts';
import { readArticle } from './headlines.ts';
import { HEADLINE_COLUMNS, number, optionalText, text, toHeadline } from './rows.ts';

const CLIPPING = `
  SELECT clipping.id AS clipping_id, starts, ends, exact, prefix, suffix, comment, clipping.tags AS clipping_tags,
    created_at, revision.text AS text, ${HEADLINE_COLUMNS}
  FROM clipping JOIN item ON item.id = clipping.item_id JOIN source ON source.id = item.source_id
  LEFT JOIN revision ON revision.item_id = item.id AND revision.ordinal = item.revision`;

/**
 * Keeps a passage of an article as it is now.
 *
 * @throws UserError where the article is gone, or the passage has no words.
 */
export function addClipping(
  database: Database,
  { itemId, passage, comment, tags }: NewClipping,
  now: number,
): Clipping {
  const article = readArticle(database, itemId);
  if (article === undefined) throw new UserError('This article is not in the library any more.');
  const { quote, position } = selectPassage(article.text, passage);
  if (quote.exact.trim() === '') throw new UserError('Select the words to clip first.');
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO clipping (item_id, revision, starts, ends, exact, prefix, suffix, comment, tags, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      itemId,
      article.revision,
      position.start,
      position.end,
      quote.exact,
      quote.prefix,
      quote.suffix,
      comment,
      JSON.stringify(tags),
      now,
      now,
    );
  const row = database.prepare(`${CLIPPING} WHERE clipping.id = ?`).get(lastInsertRowid);
  return toClipping(row ?? {});
}

/** Gives the clippings of an article in their order in it, or the newest of all. */
export function listClippings(
  database: Database,
  itemId: ItemId | undefined,
  limit: number,
): readonly Clipping[] {
  return itemId === undefined
    ? database.prepare(`${CLIPPING} ORDER BY clipping.id DESC LIMIT ?`).all(limit).map(toClipping)
    : database
        .prepare(`${CLIPPING} WHERE clipping.item_id = ? ORDER BY starts, clipping.id LIMIT ?`)
        .all(itemId, limit)
        .map(toClipping);
}

export function changeClipping(
  database: Database,
  id: ClippingId,
  { comment, tags }: ClippingChange,
  now: number,
): void {
  database
    .prepare(
      `UPDATE clipping SET comment = coalesce(?, comment), tags = coalesce(?, tags), changed_at = ? WHERE id = ?`,
    )
    .run(comment ?? null, tags === undefined ? null : JSON.stringify(tags), now, id);
}

export function removeClipping(database: Database, id: ClippingId): void {
  database.prepare('DELETE FROM clipping WHERE id = ?').run(id);
}

/** Words that have changed are not where they were, whatever stands there now. */
function toClipping(row: Row): Clipping {
  const anchored = anchorAgain(
    {
      quote: {
        type: 'TextQuoteSelector',
        exact: text(row['exact']),
        prefix: text(row['prefix']),
        suffix: text(row['suffix']),
      },
      position: { type: 'TextPositionSelector', start: number(row['starts']), end: number(row['ends']) },
    },
    optionalText(row['text']) ?? '',
  );
  return {
    id: number(row['clipping_id']) as ClippingId,
    item: toHeadline(row),
    words: text(row['exact']),
    comment: text(row['comment']),
    tags: JSON.parse(text(row['clipping_tags'])) as readonly string[],
    createdAt: number(row['created_at']),
    passage: anchored.kind === 'same' || anchored.kind === 'moved' ? anchored.range : undefined,
  };
}
