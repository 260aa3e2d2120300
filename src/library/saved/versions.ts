// The saved versions of a library. Each is a file of its own, so that no window ever writes over what another has
// saved, and a small file names the newest and what that one has in it.

import { jsonObject } from '../../core/parse/feed/jsonObject.ts';
import type { StorageFolder } from './storageFolder.ts';

/** What the newest version is, as the window says that saved last. */
export interface Newest {
  readonly name: string;
  /** The names of versions that are in it, the newest first. */
  readonly includes: readonly string[];
}

export interface Versions {
  /** Gives undefined where nothing was ever saved. */
  newest(): Promise<Newest | undefined>;
  /** The versions that are in no other, the newest first: several where windows have saved at the same time. */
  heads(): Promise<readonly string[]>;
  /** All that are there, the last made first. */
  list(): Promise<readonly string[]>;
  read(name: string): Promise<Uint8Array | undefined>;
  /** Saves a version that has others in it, and gives its name. Of those only the last few are kept. */
  save(bytes: Uint8Array, includes: readonly string[]): Promise<string>;
  /** Gives a version that cannot be read another name, by which it is never read again. */
  setAside(name: string): Promise<string>;
}

const NEWEST = 'library.json';
const UNFINISHED = '.unfinished';
const VERSION = /^library-[\w-]+\.sqlite$/;
/** Versions kept beside the newest, for when that one is damaged. */
const KEPT = 1;
/** Names remembered of what a version includes; those that are older are deleted long since. */
const REMEMBERED = 200;

/**
 * @param newName Gives a name that no other window gives and that sorts after those given before: "20261124-8f2c".
 */
export function createVersions(folder: StorageFolder, newName: () => string): Versions {
  const newest = async (): Promise<Newest | undefined> => readNewest(await folder.read(NEWEST));
  const list = async (): Promise<readonly string[]> =>
    (await folder.names())
      .filter((name) => VERSION.test(name))
      .sort()
      .reverse();
  return {
    newest,
    list,
    async heads() {
      const known = await newest();
      const there = await list();
      const included = new Set(known?.includes ?? []);
      const heads = there.filter((name) => name !== known?.name && !included.has(name));
      return known !== undefined && there.includes(known.name) ? [known.name, ...heads] : heads;
    },
    read: (name) => folder.read(name),
    async save(bytes, includes) {
      const name = `library-${newName()}.sqlite`;
      // Whatever has a version's name is complete.
      await folder.write(name + UNFINISHED, bytes);
      await folder.rename(name + UNFINISHED, name);
      const saved: Newest = { name, includes: includes.slice(0, REMEMBERED) };
      await folder.write(NEWEST, new TextEncoder().encode(JSON.stringify(saved)));
      const superseded = new Set(includes.slice(KEPT));
      for (const old of await list()) if (superseded.has(old)) await folder.remove(old);
      return name;
    },
    async setAside(name) {
      const aside = `damaged-${name}`;
      await folder.rename(name, aside);
      return aside;
    },
  };
}

/** A file that was cut off says nothing; the versions speak for themselves then. */
function readNewest(bytes: Uint8Array | undefined): Newest | undefined {
  const { name, includes } = jsonObject(new TextDecoder().decode(bytes))?.value ?? {};
  if (typeof name !== 'string' || !Array.isArray(includes)) return undefined;
  return { name, includes: includes.filter((each) => typeof each === 'string') };
}
