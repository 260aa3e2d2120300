// Reads items: pages of headlines, and one article with its body.

import type { ItemId } from '../../core/model/ids.ts';
import type { Article } from '../../core/model/item.ts';
import type { HeadlinesPage, HeadlinesRequest } from '../library.ts';
import type { Database } from './database.ts';
import { HEADLINE_COLUMNS, toArticle, toHeadline } from './rows.ts';

const NEWEST = Number.MAX_SAFE_INTEGER;

/** Gives one page of headlines, newest first, in the time that the page takes however long the list is. */
export function headlinesPage(
  database: Database,
  { sourceId, after, limit }: HeadlinesRequest,
): HeadlinesPage {
  const headlines = database
    .prepare(
      `SELECT ${HEADLINE_COLUMNS} FROM (
         SELECT DISTINCT sort_at, item_id FROM listing
         WHERE ${sourceId === undefined ? '' : 'source_id = ? AND '}(sort_at, item_id) < (?, ?)
         ORDER BY sort_at DESC, item_id DESC LIMIT ?
       ) AS page JOIN item ON item.id = page.item_id JOIN source ON source.id = item.source_id
       ORDER BY page.sort_at DESC, page.item_id DESC`,
    )
    .all(
      ...(sourceId === undefined ? [] : [sourceId]),
      after?.sortAt ?? NEWEST,
      after?.id ?? NEWEST,
      limit + 1,
    )
    .map(toHeadline);
  const shown = headlines.slice(0, limit);
  const last = shown.at(-1);
  const more = headlines.length > limit && last !== undefined;
  return { headlines: shown, end: more ? { sortAt: last.sortAt, id: last.id } : undefined };
}

/** Gives an item with the current revision of its body; undefined where there is no such item. */
export function readArticle(database: Database, id: ItemId): Article | undefined {
  const row = database
    .prepare(
      `SELECT ${HEADLINE_COLUMNS}, item.revision, item.position, html, text, word_count
       FROM item JOIN source ON source.id = item.source_id
       LEFT JOIN revision ON revision.item_id = item.id AND revision.ordinal = item.revision WHERE item.id = ?`,
    )
    .get(id);
  return row && toArticle(row);
}
