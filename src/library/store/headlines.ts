// Reads items: pages of headlines, and one article with its body.

import type { ItemId } from '../../core/model/ids.ts';
import type { Article, Headline } from '../../core/model/item.ts';
import type { HeadlinesPage, HeadlinesRequest, PageEnd } from '../library.ts';
import type { Database } from './database.ts';
import { chosenQuery, listQuery, type ListQuery, type Part } from './headlineLists.ts';
import { HEADLINE_COLUMNS, toArticle, toHeadline } from './rows.ts';

const NEWEST = Number.MAX_SAFE_INTEGER;

/** Gives one page of a list, in the time that the page takes however long the list is. */
export function headlinesPage(database: Database, request: HeadlinesRequest): HeadlinesPage {
  const { after, limit, order = 'newest' } = request;
  if (request.unreadOnly === true || request.list === 'unread')
    return pageOf(partOf(database, request, 'unread', after, limit + 1), limit);
  if (order !== 'unread') return pageOf(partOf(database, request, 'all', after, limit + 1), limit);
  const unread = after?.read === true ? [] : partOf(database, request, 'unread', after, limit + 1);
  const left = limit + 1 - unread.length;
  const behind = after?.read === true ? after : undefined;
  const read = left > 0 ? partOf(database, request, 'read', behind, left) : [];
  const { headlines, end } = pageOf([...unread, ...read], limit);
  return { headlines, end: end && { ...end, read: headlines.length > unread.length } };
}

/** One more than the limit tells that the list goes on. */
function pageOf(found: readonly Headline[], limit: number): HeadlinesPage {
  const headlines = found.slice(0, limit);
  const last = headlines.at(-1);
  const more = found.length > limit && last !== undefined;
  return { headlines, end: more ? { sortAt: last.sortAt, id: last.id } : undefined };
}

function partOf(
  database: Database,
  request: HeadlinesRequest,
  part: Part,
  after: PageEnd | undefined,
  limit: number,
): readonly Headline[] {
  const isOldestFirst = request.order === 'oldest';
  const direction = isOldestFirst ? 'ASC' : 'DESC';
  const places = (query: ListQuery): ListQuery => {
    const first = isOldestFirst ? -NEWEST : NEWEST;
    return {
      ...query,
      sql: `${query.sql} AND (sort_at, ${query.id}) ${isOldestFirst ? '>' : '<'} (?, ?)
        ORDER BY sort_at ${direction}, ${query.id} ${direction} LIMIT ?`,
      values: [...query.values, after?.sortAt ?? first, after?.id ?? first, limit],
    };
  };
  const { sql, values } = withKept(request, part, places);
  return database
    .prepare(
      `SELECT ${HEADLINE_COLUMNS} FROM (${sql}) AS page
       JOIN item ON item.id = page.item_id JOIN source ON source.id = item.source_id
       ORDER BY page.sort_at ${direction}, page.item_id ${direction} LIMIT ?`,
    )
    .all(...values, limit)
    .map(toHeadline);
}

/** What was read stands among the unread items as long as it is kept there. */
function withKept(request: HeadlinesRequest, part: Part, places: (query: ListQuery) => ListQuery): ListQuery {
  const query = listQuery(request, part);
  const kept = request.keeping ?? [];
  if (part === 'all' || kept.length === 0) return places(query);
  if (part === 'read') {
    const sql = `${query.sql} AND ${query.id} NOT IN (SELECT value FROM json_each(?))`;
    return places({ ...query, sql, values: [...query.values, JSON.stringify(kept)] });
  }
  const [unread, chosen] = [places(query), places(chosenQuery(request, kept))];
  return {
    ...unread,
    sql: `SELECT * FROM (${unread.sql}) UNION SELECT * FROM (${chosen.sql})`,
    values: [...unread.values, ...chosen.values],
  };
}

/** Gives an item with the current revision of its body; undefined where there is no such item. */
export function readArticle(database: Database, id: ItemId): Article | undefined {
  const row = database
    .prepare(
      `SELECT ${HEADLINE_COLUMNS}, item.revision, item.position, item.enclosures, html, text, word_count
       FROM item JOIN source ON source.id = item.source_id
       LEFT JOIN revision ON revision.item_id = item.id AND revision.ordinal = item.revision WHERE item.id = ?`,
    )
    .get(id);
  return row && toArticle(row);
}
