// Keeps a library in memory and its saved versions the same: what is new in either goes to the other.

import { createSequence } from '../../core/inSequence.ts';
import { sentenceOf, UserError, type Sentence } from '../../core/model/userError.ts';
import type { MemoryLibrary } from './memoryLibrary.ts';
import type { Versions } from './versions.ts';

export interface SavedParts {
  readonly memory: Pick<MemoryLibrary, 'load' | 'merge' | 'snapshot'>;
  readonly versions: Versions;
  /** Tells the person something about what is saved. */
  readonly notice: (...sentences: readonly Sentence[]) => void;
  /** Called when something was saved, for other windows to look. */
  readonly onSaved: () => void;
  readonly now: () => number;
  /** Does something after so many milliseconds, unless what it gives is called before. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
}

export interface SavedLibrary {
  /** Loads what is saved; to be called once, before anything else. */
  open(): Promise<void>;
  /** Tells that so many calls have changed the library in memory; it is saved a little later. */
  written(writes: number): void;
  /** Takes over what other windows have saved. */
  look(): Promise<void>;
  /** Saves what is not saved yet. */
  save(): Promise<void>;
  /** Puts the version before this one in its place, and gives a sentence on it. */
  restore(): Promise<readonly Sentence[]>;
  /** Saves for the last time. */
  close(): Promise<void>;
  /** Ends without saving, as the library in memory is gone. */
  abandon(): void;
}

/** Milliseconds from a change to its saving, in which others may come. */
const SOON = 1000;
/** Times as long as the saving took, or a large library would be saved without an end. */
const PAUSE = 2;
const LATEST = 60_000;
/** After a failure, which may pass. */
const AGAIN = 30_000;

const NEWER = sentenceOf(
  'Another window has saved the library by a newer version of Broadsheet. Reload this window to read it; until then nothing is saved here.',
);
const NOT_SAVED = sentenceOf(
  'The library could not be saved, so what you do now is lost when this window closes. Export the library, or make room in the browser’s storage for this site.',
);
const RESTORED = sentenceOf('The library is as it was before it was last saved.');
const NO_BACKUP = 'There is no other version of the library. Export what can still be read.';

export function createSavedLibrary({
  memory,
  versions,
  notice,
  onSaved,
  now,
  later,
}: SavedParts): SavedLibrary {
  /** The versions that are in memory, the newest first. */
  let held: readonly string[] = [];
  let writes = 0;
  let savedWrites = 0;
  let isNewer = false;
  let hasMerged = false;
  let delay = SOON;
  let stopWaiting: (() => void) | undefined;
  let isAbandoned = false;

  /** One thing at a time: what is loaded must not come between a snapshot and its saving. */
  const inTurn = createSequence();
  const isUnsaved = (): boolean => !isNewer && (hasMerged || writes !== savedWrites);
  const saveSoon = (): void => {
    if (isAbandoned) return;
    stopWaiting ??= later(() => {
      stopWaiting = undefined;
      void save();
    }, delay);
  };

  const aside = async (name: string): Promise<void> => {
    const kept = await versions.setAside(name);
    notice(sentenceOf('A saved library is damaged and was not read; it is kept as {0}.', kept));
  };
  /** Adds a version to the library in memory. */
  const merge = async (name: string): Promise<void> => {
    const bytes = await versions.read(name);
    // Another window has merged and removed it.
    if (bytes === undefined) return;
    switch (await memory.merge(bytes)) {
      case 'merged':
        held = [name, ...held];
        hasMerged = true;
        return;
      case 'damaged':
        return aside(name);
      case 'newer':
        isNewer = true;
        notice(NEWER);
    }
  };

  const takeOver = async (): Promise<void> => {
    const newest = await versions.newest();
    if (newest === undefined || isNewer || held.includes(newest.name)) return;
    const [latest] = held;
    const hasOurs = latest === undefined || newest.includes.includes(latest);
    const bytes = hasOurs && !isUnsaved() ? await versions.read(newest.name) : undefined;
    if (bytes === undefined) return merge(newest.name);
    const loaded = await memory.load(bytes, savedWrites);
    if (loaded === 'written') return merge(newest.name);
    if (loaded === 'damaged') return aside(newest.name);
    isNewer = loaded === 'newer';
    held = [newest.name, ...newest.includes];
  };

  const save = (): Promise<void> =>
    inTurn(async () => {
      if (!isUnsaved()) return;
      try {
        await takeOver();
        if (!isUnsaved()) return;
        const start = now();
        const snapshot = await memory.snapshot();
        const name = await versions.save(snapshot.bytes, held);
        held = [name, ...held];
        savedWrites = snapshot.writes;
        hasMerged = false;
        delay = Math.min(Math.max(SOON, PAUSE * (now() - start)), LATEST);
        onSaved();
      } catch (error) {
        delay = AGAIN;
        saveSoon();
        if (error instanceof UserError) notice(error);
        else notice(NOT_SAVED, sentenceOf(`(${error instanceof Error ? error.message : String(error)})`));
      }
    });

  return {
    open: () =>
      inTurn(async () => {
        const newest = await versions.newest();
        const [first, ...others] = await firstWhole(await versions.heads());
        if (first === undefined) return;
        held = [first, ...(newest?.name === first ? newest.includes : [])];
        for (const name of others) await merge(name);
        if (isUnsaved()) saveSoon();
      }),
    written(count) {
      writes = count;
      if (isUnsaved()) saveSoon();
    },
    look: () =>
      inTurn(async () => {
        await takeOver();
        if (isUnsaved()) saveSoon();
      }),
    save,
    restore: () =>
      inTurn(async () => {
        const before = held.slice(1);
        for (const name of await versions.list()) {
          const bytes = before.includes(name) ? await versions.read(name) : undefined;
          if (bytes === undefined || (await memory.load(bytes, undefined)) !== 'loaded') continue;
          hasMerged = true;
          saveSoon();
          return [RESTORED];
        }
        throw new UserError(NO_BACKUP);
      }),
    async close() {
      await save();
      stopWaiting?.();
    },
    abandon() {
      isAbandoned = true;
      stopWaiting?.();
    },
  };

  /** Loads the first of some versions that can be read, and gives it with those that are left. */
  async function firstWhole(heads: readonly string[]): Promise<readonly string[]> {
    // Where all are damaged, one that is in them may be whole.
    const older = (await versions.list()).filter((name) => !heads.includes(name));
    for (const [index, name] of [...heads, ...older].entries()) {
      const bytes = await versions.read(name);
      if (bytes === undefined) continue;
      const loaded = await memory.load(bytes, undefined);
      isNewer = loaded === 'newer';
      if (loaded !== 'damaged') return [name, ...heads.slice(index + 1)];
      await aside(name);
    }
    return [];
  }
}
