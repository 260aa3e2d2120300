// Broadsheet's library as the extension uses it: in a thread of its own.

import { spawnLibrary } from '../../src/library/spawn.node.ts';
import { threadScript } from '../places.ts';
import { toRequest } from './broadsheet.ts';
import type { OpenEngine } from './engine.ts';

export function openBroadsheetThread(path: string): OpenEngine {
  const library = spawnLibrary(threadScript, path);
  return {
    async search(query) {
      const { hits } = await library.search(toRequest(query));
      return hits.length;
    },
    close: () => library.close(),
  };
}
