// Which phase of `npm test` runs the tests of which folders.

export const TEST_FOLDERS = {
  // Processes that are killed, and full disks.
  durability: ['test/durability'],
  pure: ['test/core', 'test/library', 'test/architecture'],
  // Collections of feeds and pages that others made, input that is meant to harm, and programs run as processes.
  corpora: ['test/corpora', 'test/cite-style', 'test/checker'],
  // Real exchanges with a server of its own, on this computer alone.
  fetch: ['test/fetch'],
  host: ['test/host'],
  ui: ['test/ui'],
} as const;
