// The peer: newsboat's reload of the same feeds, if it is installed.

import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Newsboat {
  readonly version: string;
  /** Reloads all feeds; gives the milliseconds that it took. */
  readonly reload: () => number;
}

/** Undefined where there is no newsboat. */
export function newsboat(folder: string, urls: readonly string[], atOnce: number): Newsboat | undefined {
  const told = spawnSync('newsboat', ['-v'], { encoding: 'utf8' });
  const version = /newsboat \S+/iu.exec(told.stdout)?.[0];
  if (version === undefined) return undefined;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [list, settings, cache] = ['urls', 'config', 'cache.db'].map((name) => join(folder, name));
  if (list === undefined || settings === undefined || cache === undefined) return undefined;
  writeFileSync(list, `${urls.join('\n')}\n`);
  writeFileSync(settings, `reload-threads ${atOnce}\nsuppress-first-reload yes\n`);
  return {
    version,
    reload() {
      const start = performance.now();
      const { status, stderr } = spawnSync(
        'newsboat',
        ['-u', list, '-C', settings, '-c', cache, '-x', 'reload'],
        { encoding: 'utf8', env: { ...process.env, HOME: folder } },
      );
      if (status !== 0) throw new Error(`newsboat ended with ${status}: ${stderr}`);
      return performance.now() - start;
    },
  };
}
