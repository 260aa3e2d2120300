// The headlines that the tree has loaded, page by page, for each list.

import type { Day, ListId } from '../../core/model/headlineList.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import type { HeadlinesRequest, Library, PageEnd, StatusChange } from '../../library/library.ts';
import type { Arrangement } from './arrangement.ts';

const PAGE = 100;

export interface LoadedPages {
  readonly headlines: readonly Headline[];
  readonly end: PageEnd | undefined;
}

export interface HeadlinePages {
  /** Gives what is loaded of a list; the first page where nothing is. */
  get(list: ListId): Promise<LoadedPages>;
  /** Loads one page more. */
  more(list: ListId): Promise<void>;
  /** The lists of which something is loaded. */
  loaded(): readonly ListId[];
  /** Makes the next `get` load afresh as many headlines as are shown. */
  invalidate(lists: readonly ListId[]): void;
  invalidateAll(): void;
  /** The same for the lists that have only what is unread, or have it first. */
  invalidateUnread(): void;
  /** Changes headlines that are loaded in their place, without reading them again. */
  patch(items: readonly ItemId[], change: StatusChange): void;
  /** Lets go what was read and stayed among the unread; gives whether there was any. */
  settle(list: ListId): boolean;
  settleAll(): void;
  /** Forgets a list that left. */
  forget(list: ListId): void;
}

/** What decides which headlines a list shows, and in which order. */
export interface PagesParts {
  readonly library: Pick<Library, 'headlines'>;
  readonly arrangement: () => Arrangement;
  readonly today: () => Day;
}

/** Whether a list shows no read headlines: what the person collected stays whole. */
export function isUnreadOnly(list: ListId, { unreadOnly }: Arrangement): boolean {
  return list === 'unread' || (unreadOnly && (typeof list === 'number' || list === 'today'));
}

export function createHeadlinePages({ library, arrangement, today }: PagesParts): HeadlinePages {
  const shown = new Map<ListId, number>();
  /** A promise stands for one state of a list; whoever waited for another has stale headlines. */
  const loaded = new Map<ListId, Promise<LoadedPages>>();
  /** What was read while it stood among the unread: no row disappears under the cursor. */
  const kept = new Map<ListId, Set<ItemId>>();

  const keep = (list: ListId, request: Promise<LoadedPages>): Promise<LoadedPages> => {
    loaded.set(list, request);
    // A failed page is asked for again next time.
    request.catch(() => {
      if (loaded.get(list) === request) loaded.delete(list);
    });
    return request;
  };
  const requestFor = (list: ListId, after: PageEnd | undefined, limit: number): HeadlinesRequest => ({
    ...(typeof list === 'number' ? { sourceId: list } : { sourceId: undefined, list }),
    today: today(),
    order: arrangement().order,
    unreadOnly: isUnreadOnly(list, arrangement()),
    keeping: [...(kept.get(list) ?? [])],
    after,
    limit,
  });
  const get = (list: ListId): Promise<LoadedPages> =>
    loaded.get(list) ?? keep(list, library.headlines(requestFor(list, undefined, shown.get(list) ?? PAGE)));
  const isKeeping = (list: ListId): boolean =>
    arrangement().order === 'unread' || isUnreadOnly(list, arrangement());
  const keepRead = (list: ListId, { headlines }: LoadedPages, ids: ReadonlySet<ItemId>): void => {
    const among = kept.get(list) ?? new Set();
    for (const { id, read } of headlines) if (!read && ids.has(id)) among.add(id);
    kept.set(list, among);
  };

  return {
    get,
    async more(list) {
      const request = get(list);
      const before = await request;
      if (before.end === undefined) return;
      shown.set(list, before.headlines.length + PAGE);
      const page = await library.headlines(requestFor(list, before.end, PAGE));
      if (loaded.get(list) === request) {
        const headlines = [...before.headlines, ...page.headlines];
        void keep(list, Promise.resolve({ headlines, end: page.end }));
      } else loaded.delete(list);
    },
    loaded: () => [...loaded.keys()],
    invalidate(lists) {
      for (const list of lists) loaded.delete(list);
    },
    invalidateAll: () => loaded.clear(),
    invalidateUnread() {
      for (const list of loaded.keys()) if (isKeeping(list)) loaded.delete(list);
    },
    patch(items, change) {
      const ids = new Set(items);
      for (const [list, request] of loaded) {
        const stays = change.read === true && isKeeping(list);
        void keep(
          list,
          request.then((pages) => {
            if (stays) keepRead(list, pages, ids);
            return patched(pages, ids, change);
          }),
        );
      }
    },
    settle(list) {
      const hadKept = (kept.get(list)?.size ?? 0) > 0;
      kept.delete(list);
      if (hadKept) loaded.delete(list);
      return hadKept;
    },
    settleAll() {
      kept.clear();
      loaded.clear();
    },
    forget(list) {
      for (const known of [loaded, shown, kept]) known.delete(list);
    },
  };
}

function patched(
  { headlines, end }: LoadedPages,
  ids: ReadonlySet<ItemId>,
  change: StatusChange,
): LoadedPages {
  return { headlines: headlines.map((item) => (ids.has(item.id) ? { ...item, ...change } : item)), end };
}
