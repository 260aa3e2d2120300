// The library over a database in memory: what it is made from comes in as bytes and what it has become goes out as
// bytes, to wherever the side that started the thread keeps them.

import type { ExportPlace } from '../../core/model/transfer.ts';
import { UserError } from '../../core/model/userError.ts';
import { createLibrary, type LibraryCalls } from '../createLibrary.ts';
import type { CheckReport, Library, LibraryChange } from '../library.ts';
import type { Implementation } from '../rpc.ts';
import { checkLibrary, type CheckProgress } from '../store/checkLibrary.ts';
import type { Database } from '../store/database.ts';
import type { MemoryDatabase, OpenMemoryDatabase } from '../store/memoryDatabase.ts';
import { isNewer, NEWER } from '../store/migrate.ts';
import { faultOf, faultSentence } from '../store/sqliteFault.ts';
import { openVocabulary } from '../store/suggestQuery.ts';
import { throughOne } from '../throughOne.ts';

/** The library at one moment, as the bytes of its file. */
export interface Snapshot {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many calls had changed the library by then. */
  readonly writes: number;
}

/** What became of bytes: they are damaged, of a newer version, or too late as the library had been written to. */
export type Loaded = 'loaded' | 'damaged' | 'newer' | 'written';
export type Merged = 'merged' | 'damaged' | 'newer';

export interface MemoryLibrary extends Library {
  /**
   * Takes other bytes for the library; damaged ones change nothing, and those of a newer version can only be read.
   *
   * @param writes Where given, nothing is done if more calls than so many have changed the library.
   */
  load(bytes: Uint8Array, writes: number | undefined): Promise<Loaded>;
  /** Adds what other bytes have and the library lacks; of both the newer facts and status stay. */
  merge(bytes: Uint8Array): Promise<Merged>;
  snapshot(): Promise<Snapshot>;
  check(): Promise<CheckReport>;
}

export type MemoryEvent =
  | LibraryChange
  /** So many calls have changed the library by now. */
  | { readonly kind: 'written'; readonly writes: number }
  | { readonly kind: 'checking'; readonly step: string; readonly share: number | undefined };

export interface MemoryParts {
  readonly open: OpenMemoryDatabase;
  readonly now: () => number;
  readonly announce: (event: MemoryEvent) => void;
}

interface Opened {
  readonly database: MemoryDatabase;
  readonly calls: LibraryCalls;
  readonly isReadOnly: boolean;
  /** Rows that its statements had changed when it was last looked at. */
  changed: number;
}

const NO_FULL_TEXT = 'Broadsheet needs full-text search in SQLite, which this editor lacks.';
const TOO_LARGE =
  'The library has become too large for a browser, so nothing was changed. Keep articles for a shorter time, or use VS Code on your computer.';

/** Gives the library, empty until `load` is called. */
export function createMemoryLibrary({ open, now, announce }: MemoryParts): Implementation<MemoryLibrary> {
  const openBytes = (bytes: Uint8Array | undefined): Opened => openLibrary(open, bytes, now, announce);
  let opened = openBytes(undefined);
  let writes = 0;

  /** A call that changed rows counts, whatever it gave. */
  const count = (): void => {
    const changed = changedRows(opened.database);
    if (changed === opened.changed) return;
    opened.changed = changed;
    writes += 1;
    announce({ kind: 'written', writes });
  };
  const run = async (method: keyof LibraryCalls, values: readonly unknown[]): Promise<unknown> => {
    try {
      const call = opened.calls[method] as (...given: readonly unknown[]) => unknown;
      return await call(...values);
    } catch (error) {
      throw explained(error, opened.isReadOnly);
    } finally {
      count();
    }
  };
  const calls = throughOne(opened.calls, run);

  return {
    ...calls,
    load(bytes, expected) {
      if (expected !== undefined && expected !== writes) return 'written';
      const next = unlessDamaged(() => openBytes(bytes));
      if (next === undefined) return 'damaged';
      opened.database.close();
      opened = next;
      announce({ kind: 'elsewhere' });
      return next.isReadOnly ? 'newer' : 'loaded';
    },
    async merge(bytes) {
      const other = unlessDamaged(() => openBytes(bytes));
      if (other === undefined) return 'damaged';
      try {
        if (other.isReadOnly || opened.isReadOnly) return 'newer';
        await copyItems(other.calls, opened.calls);
        return 'merged';
      } catch (error) {
        if (isDamage(error)) return 'damaged';
        throw explained(error, opened.isReadOnly);
      } finally {
        other.database.close();
        count();
        announce({ kind: 'elsewhere' });
      }
    },
    snapshot: () => ({ bytes: opened.database.bytes(), writes }),
    check() {
      const progress: CheckProgress = (step, share) => announce({ kind: 'checking', step, share });
      const report = checkLibrary(opened.database, !opened.isReadOnly, progress);
      count();
      return report;
    },
    close: () => opened.database.close(),
  };
}

function openLibrary(
  open: OpenMemoryDatabase,
  bytes: Uint8Array | undefined,
  now: () => number,
  announce: (event: MemoryEvent) => void,
): Opened {
  const database = open(bytes);
  try {
    database.exec('PRAGMA foreign_keys = ON');
    const { enabled } =
      database.prepare(`SELECT sqlite_compileoption_used('ENABLE_FTS5') AS enabled`).get() ?? {};
    if (enabled !== 1) throw new UserError(NO_FULL_TEXT);
    const isReadOnly = isNewer(database);
    if (isReadOnly) {
      openVocabulary(database);
      database.exec('PRAGMA query_only = ON');
    }
    const calls = createLibrary(database, { now, announce, readOnly: isReadOnly });
    return { database, calls, isReadOnly, changed: changedRows(database) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** As an export and an import would do it; neither knows more of the other. */
async function copyItems(from: LibraryCalls, to: LibraryCalls): Promise<void> {
  let place: ExportPlace | undefined;
  let header: string | undefined;
  let firstLine = 1;
  do {
    const page = await from.exportPage(place);
    const lines = header === undefined ? page.lines.slice(1) : page.lines;
    firstLine += header === undefined ? 1 : 0;
    header ??= page.lines[0] ?? '';
    await to.importPage({ name: 'The other window’s library', header, lines, firstLine });
    firstLine += lines.length;
    place = page.end;
  } while (place !== undefined);
}

function changedRows(database: Database): number {
  return Number(database.prepare('SELECT total_changes() AS changed').get()?.['changed']);
}

function unlessDamaged<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}

function isDamage(error: unknown): boolean {
  const fault = faultOf(error);
  return fault === 'damaged' || fault === 'index damaged';
}

function explained(error: unknown, isReadOnly: boolean): unknown {
  const fault = faultOf(error);
  if (fault === undefined) return error;
  if (fault === 'read-only' && isReadOnly) return new UserError(NEWER);
  return new UserError(fault === 'full' || fault === 'no memory' ? TOO_LARGE : faultSentence(fault));
}
