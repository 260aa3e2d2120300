// Every engine by the name that the measuring processes are told.

import { openCorpus } from '../corpus/corpus.ts';
import { insertBare } from './bareInserts.ts';
import { broadsheet } from './broadsheet.ts';
import { openBroadsheetThread } from './broadsheetThread.ts';
import type { Engine, OpenEngine } from './engine.ts';
import { openFlexSearch } from './flexSearch.ts';
import { handWritten, handWrittenPrefixes } from './handWritten.ts';
import { miniSearch } from './miniSearch.ts';
import { openOrama } from './orama.ts';
import { openTextScan } from './textScan.ts';

/** Where a file was built, and of how many items. */
export interface Built {
  readonly path: string;
  readonly count: number;
}

export const BUILDERS = {
  broadsheet: broadsheet.build,
  bare: insertBare,
  handWritten: handWritten.build,
  handWrittenPrefixes: handWrittenPrefixes.build,
  miniSearch: miniSearch.build,
} as const satisfies Readonly<Record<string, Engine['build']>>;

export type Builder = keyof typeof BUILDERS;

/** Those that keep nothing on disk are built from the same items. */
export const OPENERS = {
  broadsheet: ({ path }: Built) => broadsheet.open(path),
  broadsheetThread: ({ path }: Built) => openBroadsheetThread(path),
  handWritten: ({ path }: Built) => handWritten.open(path),
  handWrittenPrefixes: ({ path }: Built) => handWrittenPrefixes.open(path),
  miniSearch: ({ path }: Built) => miniSearch.open(path),
  flexSearch: ({ count }: Built) => openFlexSearch(openCorpus().items(count)),
  orama: ({ count }: Built) => openOrama(openCorpus().items(count)),
  textScan: ({ count }: Built) => openTextScan(openCorpus().items(count)),
} as const satisfies Readonly<Record<string, (built: Built) => OpenEngine | Promise<OpenEngine>>>;

export type Opener = keyof typeof OPENERS;
