// The headlines that the tree has loaded, page by page, for each source.

import type { SourceId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import type { Library, PageEnd } from '../../library/library.ts';

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
}

export function createHeadlinePages(library: Library): HeadlinePages {
  const shown = new Map<SourceId, number>();
  const loaded = new Map<SourceId, Promise<LoadedPages>>();

  const get = (source: SourceId): Promise<LoadedPages> => {
    const known = loaded.get(source);
    if (known !== undefined) return known;
    const request = library.headlines({
      sourceId: source,
      after: undefined,
      limit: shown.get(source) ?? PAGE,
    });
    loaded.set(source, request);
    // A failed page is asked for again next time.
    request.catch(() => loaded.delete(source));
    return request;
  };

  return {
    get,
    async more(source) {
      const before = await get(source);
      if (before.end === undefined) return;
      const page = await library.headlines({ sourceId: source, after: before.end, limit: PAGE });
      const headlines = [...before.headlines, ...page.headlines];
      shown.set(source, headlines.length);
      loaded.set(source, Promise.resolve({ headlines, end: page.end }));
    },
    invalidate(sources) {
      for (const source of sources) loaded.delete(source);
    },
  };
}
