// What went wrong in SQLite or its disk, in the few kinds that a person can do something about.

export type Fault = 'full' | 'no memory' | 'busy' | 'read-only' | 'unreachable' | 'damaged' | 'index damaged';

const SENTENCES: Readonly<Record<Fault, string>> = {
  full: 'The disk is full, so nothing was changed. Free some space and try again; what is kept can still be read.',
  'no memory':
    'There is not enough memory for this, so nothing was changed. Close what you do not need and try again.',
  busy: 'Another window is busy with the library. Try again in a moment; nothing was changed.',
  'read-only':
    'The library’s disk or file is read-only: everything can be read and searched, but nothing can be changed.',
  unreachable: 'The library’s file cannot be reached. Check the disk that it lies on and try again.',
  damaged: 'The library’s file is damaged. Run “Broadsheet: Check Library” to repair it.',
  'index damaged':
    'The search index is damaged; no article is lost. Run “Broadsheet: Check Library” to rebuild it.',
};

// Result codes of SQLite (sqlite.org/rescode.html); the lowest byte is the kind, the rest says more.
const FAULTS: Readonly<Record<number, Fault>> = {
  3: 'read-only',
  5: 'busy',
  6: 'busy',
  7: 'no memory',
  8: 'read-only',
  10: 'unreachable',
  11: 'damaged',
  13: 'full',
  14: 'unreachable',
  26: 'damaged',
};
const CORRUPT_VIRTUAL_TABLE = 267;

// Error codes of the file system, for what is done to files beside SQLite.
const FILE_FAULTS: Readonly<Record<string, Fault>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EBUSY: 'busy',
  EIO: 'unreachable',
  ENOENT: 'unreachable',
  ENOTDIR: 'unreachable',
};

/** Gives the kind of an error from SQLite or the file system; undefined for any other, which is a bug. */
export function faultOf(error: unknown): Fault | undefined {
  if (!(error instanceof Error)) return undefined;
  const { errcode, resultCode, code } = error as {
    /** Of Node's SQLite. */
    readonly errcode?: unknown;
    /** Of SQLite in WebAssembly. */
    readonly resultCode?: unknown;
    readonly code?: unknown;
  };
  const result = errcode ?? resultCode;
  if (result === CORRUPT_VIRTUAL_TABLE) return 'index damaged';
  if (typeof result === 'number') return FAULTS[result & 0xff];
  return typeof code === 'string' ? FILE_FAULTS[code] : undefined;
}

/** Says what happened and what the person can do. */
export function faultSentence(fault: Fault): string {
  return SENTENCES[fault];
}
