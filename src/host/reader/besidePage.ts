// What a page is told after it shows: the clippings in it, the notes that cite it, and what is related to it.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { ToReader } from '../../core/model/readerMessages.ts';
import type { Library } from '../../library/library.ts';
import { relatedStories } from './relatedStories.ts';
import type { CitingNotes } from './register.ts';

export interface BesidePage {
  postClippings(id: ItemId): Promise<void>;
  postCited(id: ItemId): Promise<void>;
  postRelated(id: ItemId): Promise<void>;
}

const CLIPPINGS_SHOWN = 500;

/** Makes it over what posts a message to the page, which takes those of its own item only. */
export function createBesidePage(
  library: Library,
  citingNotes: CitingNotes | undefined,
  post: (message: ToReader) => void,
): BesidePage {
  return {
    async postClippings(itemId) {
      const clippings = await library.clippings(itemId, CLIPPINGS_SHOWN);
      const passages = clippings.flatMap(({ passage }) => (passage ? [passage] : []));
      post({ kind: 'clippings', itemId, passages });
    },
    async postCited(itemId) {
      const places = (await citingNotes?.citedIn(itemId)) ?? [];
      const notes = new Set(places.map(({ uri }) => uri.toString())).size;
      post({ kind: 'cited', itemId, notes });
    },
    async postRelated(itemId) {
      post({ kind: 'related', itemId, ...(await relatedStories(library, itemId, vscode.env.language)) });
    },
  };
}
