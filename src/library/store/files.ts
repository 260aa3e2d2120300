// Remembers which files were taken in.

import type { SourceId } from '../../core/model/ids.ts';
import type { IncomingDocument, KnownFile } from '../library.ts';
import type { Database } from './database.ts';
import { number, text } from './rows.ts';

export function rememberFile(database: Database, source: SourceId, document: IncomingDocument): void {
  database
    .prepare('INSERT OR REPLACE INTO file (source_id, path, modified_at, size) VALUES (?, ?, ?, ?)')
    .run(source, document.path, Math.trunc(document.modifiedAt), document.bytes.byteLength);
}

export function knownFiles(database: Database, source: SourceId): KnownFile[] {
  return database
    .prepare('SELECT path, modified_at, size FROM file WHERE source_id = ?')
    .all(source)
    .map((row) => ({
      path: text(row['path']),
      modifiedAt: number(row['modified_at']),
      size: number(row['size']),
    }));
}
