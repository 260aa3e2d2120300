// Finds the item that an arriving one is a duplicate of.

import type { ParsedItem } from '../../core/model/document.ts';
import type { ItemId, SourceId } from '../../core/model/ids.ts';
import { similarity, wordPairs, COPY_SIMILARITY } from '../../core/search/nearDuplicate.ts';
import { canonicalUrl, namesOnePage } from '../../core/text/canonicalUrl.ts';
import { headlineKey } from '../../core/text/headlineKey.ts';
import { textDigest } from '../../core/text/textDigest.ts';
import type { Database, Row } from './database.ts';
import { findById, type KnownItem } from './items.ts';
import { number, optionalText } from './rows.ts';

/** Shorter headlines ("Letters", "In brief") recur without being the same news. */
const TELLING_WORDS = 4;

/** In scripts without spaces so many letters tell as much. */
const TELLING_LETTERS = 8;
const UNSPACED_LETTER =
  /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/gu;

/** A headline that comes again later than this ("What to Know This Morning") is other news. */
const SAME_NEWS = 14 * 24 * 60 * 60 * 1000;

/** More items than these under one address or headline of a day are not looked through. */
const CANDIDATES = 20;

// When a headline without a date was seen says nothing of when it was news.
const IS_NEAR = '((published IS NULL OR sort_at BETWEEN ? AND ?) AND coalesce(outlet = ?, 1))';
const HERE = 'EXISTS (SELECT 1 FROM identity WHERE item_id = item.id AND identity.source_id = ?) AS is_here';
const HEADLINE_ITEMS = `
  SELECT id, kind, url, ${HERE} FROM item WHERE headline_key = ? AND ${IS_NEAR} ORDER BY id LIMIT ${CANDIDATES}`;
const ARTICLE_ITEMS = `
  SELECT id, kind, url, ${HERE} FROM item WHERE headline_key = ? AND ((kind = 'headline' AND ${IS_NEAR}) OR
    (kind = 'article' AND substr(coalesce(published, ''), 1, 10) = ? AND (outlet = ? OR source_id = ?)))
  ORDER BY kind = 'headline' DESC, id LIMIT ${CANDIDATES}`;

/** By what items are found that may be the same. */
export interface Keys {
  /** Undefined without an address, or for a front page. */
  readonly url: number | undefined;
  readonly headline: string;
}

export function keysOf({ url, headline }: Pick<ParsedItem, 'url' | 'headline'>): Keys {
  return { url: urlKey(url), headline: headlineKey(headline) };
}

/** Gives the number by which items with the same address are found; undefined without one, or for a front page. */
export function urlKey(url: string | undefined): number | undefined {
  const key = url === undefined ? undefined : canonicalUrl(url);
  return key !== undefined && namesOnePage(key) ? textDigest(key) : undefined;
}

/**
 * Gives the item that an arriving one is: the one at the same address, else the one with the same words in its
 * headline. A headline item is whatever has its headline; an article becomes the headline item of its headline, or
 * another article of the same day and outlet or source. Two articles are one only where their texts are alike. Without
 * both texts, another name and another address in the same source are another item.
 *
 * @param sortAt When it was published, or first seen, in milliseconds since 1970.
 */
export function findDuplicate(
  database: Database,
  source: SourceId,
  item: ParsedItem,
  keys: Keys,
  sortAt: number,
): KnownItem | undefined {
  const atAddress = findAtAddress(database, source, item, keys);
  if (atAddress !== undefined) return atAddress;
  if (isTelling(item)) return findByHeadline(database, source, item, keys, sortAt);
  // A headline that was made for an article tells nothing; the same words in the same source are a renamed file.
  const made =
    item.kind === 'article' && item.headlineFrom !== 'document'
      ? findByHeadline(database, source, item, keys, sortAt)
      : undefined;
  return made?.text === item.text ? made : undefined;
}

/** Gives the item of whose article, at this address, only an extract is known; undefined where several are. */
export function findExtractAt(database: Database, url: string): ItemId | undefined {
  const key = urlKey(url);
  if (key === undefined) return undefined;
  const address = canonicalUrl(url);
  const [found, ...others] = database
    .prepare(`SELECT id, url FROM item WHERE url_key = ? AND is_extract = 1 LIMIT ${CANDIDATES}`)
    .all(key)
    .filter((row) => canonicalUrl(optionalText(row['url']) ?? '') === address);
  return found === undefined || others.length > 0 ? undefined : idOf(found);
}

/** Whether a text is the beginning of another, as the extracts are that some sources give. */
export function isExtract(text: string, whole: string): boolean {
  return whole.startsWith(text.replace(/[\s.…[\]()]+$/u, ''));
}

/**
 * Several items at one address (the entries of a live page) are told apart by their headlines. A different headline
 * in another source is an edited one; in the same source it is another item.
 */
function findAtAddress(
  database: Database,
  source: SourceId,
  item: ParsedItem,
  keys: Keys,
): KnownItem | undefined {
  if (keys.url === undefined) return undefined;
  const address = canonicalUrl(item.url ?? '');
  const found = database
    .prepare(
      `SELECT id, headline_key, url,
         EXISTS (SELECT 1 FROM listing WHERE item_id = item.id AND source_id = ?) AS listed_here
       FROM item WHERE url_key = ? ORDER BY id LIMIT ${CANDIDATES}`,
    )
    .all(source, keys.url)
    .filter((row) => canonicalUrl(optionalText(row['url']) ?? '') === address);
  const same = found.find((row) => row['headline_key'] === keys.headline);
  const elsewhere = found.length === 1 && found[0]?.['listed_here'] === 0 ? found[0] : undefined;
  return alike(database, same ?? elsewhere, item);
}

function findByHeadline(
  database: Database,
  source: SourceId,
  item: ParsedItem,
  keys: Keys,
  sortAt: number,
): KnownItem | undefined {
  const reach = item.published === undefined ? Infinity : SAME_NEWS;
  const near = [sortAt - reach, sortAt + reach, item.outlet ?? null] as const;
  if (item.kind === 'headline') {
    const first = database
      .prepare(HEADLINE_ITEMS)
      .all(source, keys.headline, ...near)
      .find((row) => !isOtherOfSource(row, item));
    return first && findById(database, idOf(first));
  }
  const found = database
    .prepare(ARTICLE_ITEMS)
    .all(source, keys.headline, ...near, item.published?.slice(0, 10) ?? '', item.outlet ?? null, source);
  for (const row of found) {
    const known = alike(database, row, item);
    const isProved = known?.text !== '' && item.text !== '';
    if (known !== undefined && (isProved || !isOtherOfSource(row, item))) return known;
  }
  return undefined;
}

/**
 * Whether the same source gives an item of this headline under another name and at another address: a headline that
 * recurs ("What to Know This Morning"). Only where both have texts can these prove them to be copies.
 */
function isOtherOfSource(row: Row, { url }: ParsedItem): boolean {
  const known = optionalText(row['url']);
  return (
    row['is_here'] === 1 &&
    url !== undefined &&
    known !== undefined &&
    canonicalUrl(url) !== canonicalUrl(known)
  );
}

/** Gives the item of a row, unless both have texts that have nothing to do with each other. */
function alike(database: Database, row: Row | undefined, item: ParsedItem): KnownItem | undefined {
  const known = row && findById(database, idOf(row));
  if (known?.kind !== 'article' || item.kind !== 'article') return known;
  if (isExtract(item.text, known.text) || isExtract(known.text, item.text)) return known;
  return similarity(wordPairs(item.text), wordPairs(known.text)) >= COPY_SIMILARITY ? known : undefined;
}

function idOf(row: Row): ItemId {
  return number(row['id']) as ItemId;
}

function isTelling(item: ParsedItem): boolean {
  if (item.headlineFrom !== 'document') return false;
  if (item.headline.split(/\s+/).length >= TELLING_WORDS) return true;
  return (item.headline.match(UNSPACED_LETTER)?.length ?? 0) >= TELLING_LETTERS;
}
