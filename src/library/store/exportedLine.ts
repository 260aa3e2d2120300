// One line of an exported file, read and checked: nothing of it is trusted.

import { isCitationKey } from '../../core/cite/citationKey.ts';
import { cleanHtml } from '../../core/parse/sanitize.ts';
import { wordCount } from '../../core/text/wordCount.ts';
import type { Row } from './database.ts';
import { enclosuresText, toEnclosures } from './enclosures.ts';
import {
  areTexts,
  CLIPPING_COLUMNS,
  FILE_COLUMNS,
  IDENTITY_COLUMNS,
  isWebAddress,
  ITEM_COLUMNS,
  LISTING_COLUMNS,
  parsedJson,
  readColumns,
  REVISION_COLUMNS,
  RULE_COLUMNS,
  SEARCH_COLUMNS,
  SOURCE_COLUMNS,
  TOMBSTONE_COLUMNS,
  type Columns,
} from './exportedColumns.ts';

/** A revision as its row, with safe HTML and the text and number of words of that. */
export interface ExportedRevision {
  readonly ordinal: number;
  readonly headline: string;
  readonly html: string;
  readonly text: string;
  readonly words: number;
  readonly seenAt: number;
}

export interface ExportedItem {
  readonly type: 'item';
  readonly id: number;
  /** The URI of the source that it belongs to. */
  readonly source: string;
  readonly row: Row;
  /** In the order of their ordinals. */
  readonly revisions: readonly ExportedRevision[];
  readonly identities: readonly Row[];
  readonly listings: readonly Row[];
  readonly clippings: readonly Row[];
  /** Those that its source gave it. */
  readonly tags: readonly string[];
  /** Those that rules gave it. */
  readonly ruleTags: readonly string[];
  /** The citation keys that it had before. */
  readonly formerKeys: readonly string[];
}

export type ExportedLine =
  | { readonly type: 'source' | 'search' | 'rule'; readonly id: number; readonly row: Row }
  | { readonly type: 'file' | 'tombstone'; readonly source: string; readonly row: Row }
  | { readonly type: 'end' }
  | ExportedItem;

/**
 * Reads a line of an exported file; undefined where it is not one. HTML is cleaned as if it came from a page, which
 * changes nothing in what Broadsheet wrote.
 */
export function exportedLine(line: string): ExportedLine | undefined {
  const value = parsed(line);
  switch (value?.['type']) {
    case 'source':
      return sourceLine(value);
    case 'search':
      return numbered('search', SEARCH_COLUMNS, value);
    case 'rule':
      return numbered('rule', RULE_COLUMNS, value);
    case 'file':
      return named('file', FILE_COLUMNS, value);
    case 'tombstone':
      return named('tombstone', TOMBSTONE_COLUMNS, value);
    case 'item':
      return itemLine(value);
    case 'end':
      return { type: 'end' };
    default:
      return undefined;
  }
}

type Values = Readonly<Record<string, unknown>>;

function parsed(line: string): Values | undefined {
  const value = parsedJson(line);
  return typeof value === 'object' && value !== null ? (value as Values) : undefined;
}

function numbered(
  type: 'source' | 'search' | 'rule',
  columns: Columns,
  value: Values,
): ExportedLine | undefined {
  const row = readColumns(columns, value);
  const id = value['id'];
  return row !== undefined && isId(id) ? { type, id, row } : undefined;
}

/** A feed is fetched from its URI. */
function sourceLine(value: Values): ExportedLine | undefined {
  const isOther = value['kind'] === 'feed' && !isWebAddress(String(value['uri']));
  return isOther ? undefined : numbered('source', SOURCE_COLUMNS, value);
}

function named(type: 'file' | 'tombstone', columns: Columns, value: Values): ExportedLine | undefined {
  const row = readColumns(columns, value);
  const source = value['source'];
  return row !== undefined && typeof source === 'string' ? { type, source, row } : undefined;
}

function itemLine(value: Values): ExportedItem | undefined {
  const row = readColumns(ITEM_COLUMNS, value);
  const { id, source } = value;
  const revisions = rowsOf(REVISION_COLUMNS, value['revisions'])?.map(toRevision);
  const identities = rowsOf(IDENTITY_COLUMNS, value['identities']);
  const listings = rowsOf(LISTING_COLUMNS, value['listings']);
  // Earlier versions had none.
  const clippings = rowsOf(CLIPPING_COLUMNS, value['clippings'] ?? []);
  const formerKeys = value['formerKeys'] ?? [];
  const ruleTags = value['ruleTags'] ?? [];
  const tags = value['tags'];
  if (row === undefined || revisions === undefined || identities === undefined) return undefined;
  if (listings === undefined || clippings === undefined) return undefined;
  if (!isId(id) || typeof source !== 'string' || !areTexts(tags)) return undefined;
  if (!areTexts(ruleTags) || !areTexts(formerKeys)) return undefined;
  if (!hasItsBody(row, revisions)) return undefined;
  return {
    type: 'item',
    id,
    source,
    row: { ...row, enclosures: enclosuresText(toEnclosures(parsedJson(String(row['enclosures'])))) },
    revisions,
    identities,
    listings,
    clippings,
    tags,
    ruleTags,
    formerKeys: formerKeys.filter(isCitationKey),
  };
}

/** An article has revisions, and its current one is among them; a headline item has none. */
function hasItsBody(row: Row, revisions: readonly ExportedRevision[]): boolean {
  if (row['kind'] === 'headline') return revisions.length === 0 && row['revision'] === 0;
  const ordinals = new Set(revisions.map(({ ordinal }) => ordinal));
  return (
    row['kind'] === 'article' && ordinals.size === revisions.length && ordinals.has(Number(row['revision']))
  );
}

function toRevision(row: Row): ExportedRevision {
  const { html, text } = cleanHtml(String(row['html']));
  return {
    ordinal: Number(row['ordinal']),
    headline: String(row['headline']),
    html,
    text,
    words: wordCount(text),
    seenAt: Number(row['seen_at']),
  };
}

function rowsOf(columns: Columns, value: unknown): readonly Row[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const rows = value.map((each) => readColumns(columns, each));
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}
