// The articles that notes cite, from an exported library or from a library's own file.

import { closeSync, createReadStream, existsSync, openSync, readSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename } from 'node:path';
import { checkQuotation } from '../core/cite/check/checkQuotation.ts';
import { prepareSource, type QuotedSource, type Snapshot } from '../core/cite/check/prepareSource.ts';
import type { CheckedQuotation, QuotationToCheck } from '../core/model/citation.ts';
import type { ItemId } from '../core/model/ids.ts';
import { UserError } from '../core/model/userError.ts';
import { headerProblem, itemsAtEnd } from '../core/transfer/exportFormat.ts';
import { exportedLine } from '../library/store/exportedLine.ts';

/** Compares a quotation with the article that its key names. */
export type CheckOne = (quotation: QuotationToCheck) => CheckedQuotation;

interface ExportedSource {
  readonly itemId: ItemId;
  readonly headline: string;
  /** Undefined where only the headline is known. */
  readonly source: QuotedSource | undefined;
}

const SQLITE = 'SQLite format 3\0';
/** The key of an item, and those that it had before. */
const KEYS = /"citation_key":"([^"\\]+)"|"formerKeys":\[([^\]]*)\]/gu;

/**
 * Opens a library for checking.
 *
 * @param keys The keys that the notes cite; of an exported library nothing else is kept.
 * @throws UserError where the file is no library, or of a newer version.
 */
export async function openSources(path: string, keys: ReadonlySet<string>): Promise<CheckOne> {
  if (!existsSync(path))
    throw new UserError(`${path} does not exist. Name an exported library with --library.`);
  if (beginning(path) === SQLITE) return openStored(path);
  const sources = await readExported(path, keys);
  return ({ key, words, locator }) => {
    const found = sources.get(key);
    if (found === undefined) return { kind: 'unknown key' };
    const { itemId, headline, source } = found;
    if (source === undefined) return { kind: 'no text', itemId };
    return { kind: 'checked', itemId, headline, verdict: checkQuotation(words, source, locator) };
  };
}

/** Asked for only now, as older versions of Node have no SQLite, and an exported library needs none. */
async function openStored(path: string): Promise<CheckOne> {
  if (!isBuiltin('node:sqlite'))
    throw new UserError(
      'This version of Node cannot read a library’s file. Use Node 24, or check against an exported library.',
    );
  const { openStoredSources } = await import('./storedSources.node.ts');
  return openStoredSources(path);
}

async function readExported(
  path: string,
  keys: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ExportedSource>> {
  const sources = new Map<string, ExportedSource>();
  let number = 0;
  let last = '';
  for await (const line of linesOf(path)) {
    number++;
    last = line;
    if (number === 1) {
      const problem = headerProblem(line);
      if (problem !== undefined) throw new UserError(problem, basename(path));
      continue;
    }
    if (!keysIn(line).some((key) => keys.has(key))) continue;
    const item = exportedLine(line);
    if (item?.type !== 'item')
      throw new UserError(`Line ${number} of ${basename(path)} is damaged. Export the library again.`);
    const source = toSource(item);
    for (const key of [item.row['citation_key'], ...item.formerKeys]) sources.set(String(key), source);
  }
  if (number === 0) throw new UserError(headerProblem('') ?? '', basename(path));
  // What is missing would count as never quoted.
  if (itemsAtEnd(last) === undefined)
    throw new UserError(`${basename(path)} ends before its end. Export the library again.`);
  return sources;
}

/** Without reading the line as JSON, as most lines of a large library are of articles that nobody cites. */
function keysIn(line: string): readonly string[] {
  return [...line.matchAll(KEYS)].flatMap(([, key, former = '']) => [
    ...(key === undefined ? [] : [key]),
    ...[...former.matchAll(/"([^"\\]+)"/gu)].map(([, each = '']) => each),
  ]);
}

function toSource({
  id,
  row,
  revisions,
}: Extract<ReturnType<typeof exportedLine>, { type: 'item' }>): ExportedSource {
  const newestFirst = revisions.toSorted(
    (one, other) => other.seenAt - one.seenAt || other.ordinal - one.ordinal,
  );
  const isCurrent = ({ ordinal }: { readonly ordinal: number }): boolean => ordinal === row['revision'];
  const snapshots = [...newestFirst.filter(isCurrent), ...newestFirst.filter((each) => !isCurrent(each))].map(
    ({ ordinal, text }): Snapshot => ({ revision: ordinal, text: prepareSource(text) }),
  );
  const [current, ...earlier] = snapshots;
  return {
    itemId: id as ItemId,
    headline: String(row['headline']),
    source: current && { current, earlier },
  };
}

/** Not by readline, which also parts lines at U+2028 inside a JSON string. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const pieces = (rest + String(chunk)).split('\n');
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  if (rest.trim() !== '') yield rest;
}

function beginning(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(SQLITE.length);
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}
