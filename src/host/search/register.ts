// Search in a quick pick: as the person types, the best hits of everything kept.

import type { Headline } from '../../core/model/item.ts';
import type { PickedItem, PickRequest } from '../../core/model/pick.ts';
import type { TextRange } from '../../core/model/search.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import type { Log } from '../log.ts';
import { choose } from './choose.ts';
import type { HitAction } from './hitItems.ts';

export interface SearchParts {
  readonly library: Library;
  readonly log: Log;
  /** Called when the person chose what to do with a hit. */
  readonly onAct: (action: HitAction, item: Headline, passage: TextRange | undefined) => Promise<void>;
  /** Called when the person wants all hits of a query in the sidebar. */
  readonly onShowAll: (query: string) => void;
}

export interface Search {
  /** Opens the search; resolves when the person has chosen or left. */
  open(): Promise<void>;
  /** Lets the person pick one item by searching; undefined where they left. */
  pick(request: PickRequest): Promise<PickedItem | undefined>;
}

export function createSearch({ library, log, onAct, onShowAll }: SearchParts): Search {
  return {
    async open() {
      const chosen = await choose(library, log, {
        title: localize('Search Broadsheet'),
        first: undefined,
        articlesOnly: false,
        withButtons: true,
        onShowAll,
      });
      if (chosen !== undefined) await onAct(chosen.action, chosen.item, chosen.passage);
    },
    pick: (request) => choose(library, log, { ...request, withButtons: false, onShowAll: undefined }),
  };
}
