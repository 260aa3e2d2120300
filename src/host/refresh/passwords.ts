// The secrets by which feeds are read that are not for everybody. They are kept in VS Code's secret storage alone.

import type { SourceId } from '../../core/model/ids.ts';
import { createSequence } from '../../core/inSequence.ts';

/** The part of `vscode.SecretStorage` that is used. */
export interface SecretStore {
  get(key: string): Thenable<string | undefined>;
  store(key: string, value: string): Thenable<void>;
  delete(key: string): Thenable<void>;
}

/** Gives a feed's Authorization header; undefined for one that has none at this address's origin. */
export type AuthorizationOf = (feed: SourceId, url: string) => string | undefined;

export interface Passwords {
  /** Reads all secrets at once, as each reading asks the system. */
  read(): Promise<AuthorizationOf>;
  /** Keeps a feed's header for the origin of its address, instead of the one before. */
  keep(feed: SourceId, url: string, authorization: string): Promise<void>;
  /** Lets the header go with a feed that moved, which only happens where it may be known. */
  move(feed: SourceId, from: string, to: string): Promise<void>;
  forget(feed: SourceId): Promise<void>;
}

const KEY = 'feeds';

type Kept = Readonly<Record<string, { readonly origin: string; readonly authorization: string }>>;

/**
 * The origin is kept as well: a feed that gets another address must not bring its secret to strangers. All are one
 * secret, which is changed by one at a time; of two windows that change it in the same moment, one may be lost.
 */
export function createPasswords(secrets: SecretStore): Passwords {
  const inSequence = createSequence();
  const load = async (): Promise<Kept> => JSON.parse((await secrets.get(KEY)) ?? '{}') as Kept;
  const save = async (kept: Kept): Promise<void> => {
    if (Object.keys(kept).length === 0) await secrets.delete(KEY);
    else await secrets.store(KEY, JSON.stringify(kept));
  };
  const headerIn = (kept: Kept, feed: SourceId, url: string): string | undefined => {
    const found = kept[feed];
    return found?.origin === new URL(url).origin ? found.authorization : undefined;
  };
  const keep = async (feed: SourceId, url: string, authorization: string): Promise<void> => {
    await save({ ...(await load()), [feed]: { origin: new URL(url).origin, authorization } });
  };

  return {
    async read() {
      const kept = await load();
      return (feed, url) => headerIn(kept, feed, url);
    },
    keep: (feed, url, authorization) => inSequence(() => keep(feed, url, authorization)),
    move: (feed, from, to) =>
      inSequence(async () => {
        const authorization = headerIn(await load(), feed, from);
        if (authorization !== undefined && new URL(from).origin !== new URL(to).origin)
          await keep(feed, to, authorization);
      }),
    forget: (feed) =>
      inSequence(async () => {
        const kept = await load();
        if (kept[feed] === undefined) return;
        await save(Object.fromEntries(Object.entries(kept).filter(([id]) => id !== String(feed))));
      }),
  };
}
