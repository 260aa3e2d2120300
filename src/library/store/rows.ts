// Rows of the database as the model's data.

import type { ItemId, SourceId, StoryId } from '../../core/model/ids.ts';
import type { Article, Headline, HeadlineOrigin, ItemKind, Publication } from '../../core/model/item.ts';
import type { Retention } from '../../core/model/retention.ts';
import type { Source, SourceKind } from '../../core/model/source.ts';
import type { Row, SqlValue } from './database.ts';
import { toEnclosures } from './enclosures.ts';

/** What a query selects for `toHeadline`; `item` and `source` are the tables' names in it. */
export const HEADLINE_COLUMNS = `
  item.id, item.kind, item.source_id, source.title AS source_title, source.kind AS source_kind, item.headline, item.headline_from, item.byline,
  item.outlet, item.url, item.published, item.updated, item.language, item.section, item.licence, item.summary,
  item.is_extract, item.image, item.sort_at, item.read, item.starred, item.later, item.story,
  item.citation_key`;

export function toHeadline(row: Row): Headline {
  return {
    id: number(row['id']) as ItemId,
    kind: text(row['kind']) as ItemKind,
    sourceId: number(row['source_id']) as SourceId,
    sourceTitle: text(row['source_title']),
    sourceKind: text(row['source_kind']) as SourceKind,
    ...toPublication(row),
    headlineFrom: text(row['headline_from']) as HeadlineOrigin,
    summary: text(row['summary']),
    isExtract: row['is_extract'] === 1,
    image: optionalText(row['image']),
    sortAt: number(row['sort_at']),
    read: row['read'] === 1,
    starred: row['starred'] === 1,
    later: row['later'] === 1,
    story: typeof row['story'] === 'number' ? (row['story'] as StoryId) : undefined,
    citationKey: optionalText(row['citation_key']),
  };
}

/** What is known of where and when an item was published. */
export function toPublication(row: Row): Publication {
  return {
    headline: text(row['headline']),
    byline: optionalText(row['byline']),
    outlet: optionalText(row['outlet']),
    url: optionalText(row['url']),
    published: optionalText(row['published']),
    updated: optionalText(row['updated']),
    language: optionalText(row['language']),
    section: optionalText(row['section']),
    licence: optionalText(row['licence']),
  };
}

/** Needs `html`, `text`, `enclosures`, `revision`, `word_count` and `position` beside the headline's columns. */
export function toArticle(row: Row): Article {
  return {
    ...toHeadline(row),
    html: optionalText(row['html']) ?? '',
    text: optionalText(row['text']) ?? '',
    enclosures: toEnclosures(JSON.parse(optionalText(row['enclosures']) ?? '[]')),
    revision: number(row['revision']),
    wordCount: Number(row['word_count'] ?? 0),
    position: number(row['position']),
  };
}

export function toSource(row: Row): Source {
  return {
    id: number(row['id']) as SourceId,
    kind: text(row['kind']) as SourceKind,
    uri: text(row['uri']),
    title: text(row['title']),
    total: number(row['total']),
    unread: number(row['unread']),
    retention: toRetention(row),
  };
}

export function toRetention(row: Row): Retention {
  return {
    days: typeof row['keep_days'] === 'number' ? row['keep_days'] : undefined,
    newest: typeof row['keep_newest'] === 'number' ? row['keep_newest'] : undefined,
  };
}

export function number(value: SqlValue | undefined): number {
  if (typeof value !== 'number') throw new TypeError(`Expected a number in the row, found ${typeof value}.`);
  return value;
}

export function text(value: SqlValue | undefined): string {
  if (typeof value !== 'string') throw new TypeError(`Expected a text in the row, found ${typeof value}.`);
  return value;
}

export function optionalText(value: SqlValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
