// Where items come from.

import type { SourceId } from './ids.ts';
import type { Retention } from './retention.ts';

/** A folder on disk or a feed that is followed, files or pages that were added, or the bundled sample edition. */
export type SourceKind = 'folder' | 'feed' | 'files' | 'pages' | 'sample';

export interface NewSource {
  readonly kind: SourceKind;
  /** Identifies the source: adding the same one twice gives the first. */
  readonly uri: string;
  readonly title: string;
}

export interface Source extends NewSource {
  readonly id: SourceId;
  readonly total: number;
  readonly unread: number;
  readonly retention: Retention;
}
