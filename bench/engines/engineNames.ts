// The engines as the report calls them.

import type { Opener } from './engines.ts';

export const NAMES: Readonly<Record<Opener, string>> = {
  broadsheet: 'Broadsheet',
  broadsheetThread: 'Broadsheet, through its thread',
  handWritten: 'SQL by hand, newest 2,000 ranked',
  handWrittenPrefixes: 'the same with an index of prefixes',
  miniSearch: 'MiniSearch',
  flexSearch: 'FlexSearch',
  orama: 'Orama',
  textScan: 'text search (ripgrep)',
};
