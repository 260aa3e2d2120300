// Compares quotations with the articles that they are from.

import { checkQuotation } from '../../core/cite/check/checkQuotation.ts';
import { prepareSource, type QuotedSource, type Snapshot } from '../../core/cite/check/prepareSource.ts';
import type { CheckedQuotation, QuotationToCheck } from '../../core/model/citation.ts';
import type { ItemId } from '../../core/model/ids.ts';
import { itemWithKey } from './citationKeys.ts';
import type { Database } from './database.ts';
import { number, text } from './rows.ts';

/** While a note is written, its quotations are from a few articles, which are made ready once. */
const REMEMBERED = 40;

interface Prepared {
  readonly headline: string;
  /** Undefined where only the headline is known. */
  readonly source: QuotedSource | undefined;
  /** Changes with every revision. */
  readonly version: string;
}

/** Gives a function that checks quotations, each by its key. */
export function createQuotationCheck(
  database: Database,
): (quotations: readonly QuotationToCheck[]) => readonly CheckedQuotation[] {
  const remembered = new Map<ItemId, Prepared>();

  const prepared = (id: ItemId): Prepared | undefined => {
    const row = database
      .prepare(
        `SELECT headline, revision || ' ' || (SELECT count(*) FROM revision WHERE item_id = item.id) AS version
         FROM item WHERE id = ?`,
      )
      .get(id);
    if (row === undefined) return undefined;
    const version = text(row['version']);
    const known = remembered.get(id);
    remembered.delete(id);
    const found =
      known?.version === version
        ? known
        : { headline: text(row['headline']), version, source: sourceOf(database, id) };
    remembered.set(id, found);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return found;
  };

  return (quotations) =>
    quotations.map(({ key, words, locator }) => {
      const itemId = itemWithKey(database, key);
      const found = itemId === undefined ? undefined : prepared(itemId);
      if (itemId === undefined || found === undefined) return { kind: 'unknown key' };
      const { headline, source } = found;
      if (source === undefined) return { kind: 'no text', itemId };
      return { kind: 'checked', itemId, headline, verdict: checkQuotation(words, source, locator) };
    });
}

function sourceOf(database: Database, id: ItemId): QuotedSource | undefined {
  const snapshots = database
    .prepare(
      `SELECT ordinal, text FROM revision JOIN item ON item.id = item_id
       WHERE item_id = ? ORDER BY ordinal = item.revision DESC, seen_at DESC, ordinal DESC`,
    )
    .all(id)
    .map((row): Snapshot => ({ revision: number(row['ordinal']), text: prepareSource(text(row['text'])) }));
  const [current, ...earlier] = snapshots;
  return current && { current, earlier };
}
