// The headlines that the tree has loaded, page by page, for each source.

import type { ItemId, SourceId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import type { Library, PageEnd, StatusChange } from '../../library/library.ts';

const PAGE = 100;

export interface LoadedPages {
  readonly headlines: readonly Headline[];
  readonly end: PageEnd | undefined;
}

export interface HeadlinePages {
  /** Gives what is loaded of a source; the first page where nothing is. */
  get(source: SourceId): Promise<LoadedPages>;
  /** Loads one page more. */
  more(source: SourceId): Promise<void>;
  /** Makes the next `get` load afresh as many headlines as are shown. */
  invalidate(sources: readonly SourceId[]): void;
  invalidateAll(): void;
  /** Changes headlines that are loaded in their place, without reading them again. */
  patch(sources: readonly SourceId[], items: readonly ItemId[], change: StatusChange): void;
  /** Forgets a source that left; another may get its id. */
  forget(source: SourceId): void;
}

export function createHeadlinePages(library: Pick<Library, 'headlines'>): HeadlinePages {
  const shown = new Map<SourceId, number>();
  /** A promise stands for one state of a source's list; whoever waited for another has stale headlines. */
  const loaded = new Map<SourceId, Promise<LoadedPages>>();

  const keep = (source: SourceId, request: Promise<LoadedPages>): Promise<LoadedPages> => {
    loaded.set(source, request);
    // A failed page is asked for again next time.
    request.catch(() => {
      if (loaded.get(source) === request) loaded.delete(source);
    });
    return request;
  };
  const get = (source: SourceId): Promise<LoadedPages> => {
    const limit = shown.get(source) ?? PAGE;
    return (
      loaded.get(source) ?? keep(source, library.headlines({ sourceId: source, after: undefined, limit }))
    );
  };

  return {
    get,
    async more(source) {
      const request = get(source);
      const before = await request;
      if (before.end === undefined) return;
      shown.set(source, before.headlines.length + PAGE);
      const page = await library.headlines({ sourceId: source, after: before.end, limit: PAGE });
      if (loaded.get(source) === request) {
        const headlines = [...before.headlines, ...page.headlines];
        void keep(source, Promise.resolve({ headlines, end: page.end }));
      } else loaded.delete(source);
    },
    invalidate(sources) {
      for (const source of sources) loaded.delete(source);
    },
    invalidateAll: () => loaded.clear(),
    patch(sources, items, change) {
      const ids = new Set(items);
      for (const source of sources) {
        const request = loaded.get(source);
        if (request !== undefined)
          void keep(
            source,
            request.then((pages) => patched(pages, ids, change)),
          );
      }
    },
    forget(source) {
      loaded.delete(source);
      shown.delete(source);
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
