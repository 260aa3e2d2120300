// Articles from their pages: the whole text of what a feed cuts short, and any page as an article.

import type { ItemId } from '../../core/model/ids.ts';
import { savePage } from './savePage.ts';
import { createWholeTexts, type WholeTextParts, type WholeTexts } from './wholeTexts.ts';

export interface FullTextParts extends WholeTextParts {
  /** Called with the article of a page that was kept. */
  readonly onSaved: (id: ItemId) => Promise<void>;
}

export interface FullText extends WholeTexts {
  /** Keeps a page as an article; asks for its address where none is given. */
  savePage(address: unknown): Promise<void>;
}

export function registerFullText(parts: FullTextParts): FullText {
  return {
    ...createWholeTexts(parts),
    async savePage(address) {
      const itemId = await savePage(parts, address);
      if (itemId !== undefined) await parts.onSaved(itemId);
    },
  };
}
