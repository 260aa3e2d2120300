// An article with what its page tells of its versions.

import type { ItemId } from '../../core/model/ids.ts';
import type { Article } from '../../core/model/item.ts';
import type { RevisionSummary } from '../../core/model/revision.ts';
import type { Library } from '../../library/library.ts';

export interface ReadArticle {
  readonly article: Article;
  /** How many versions of it are worth comparing; 1 where there is no other. */
  readonly versions: number;
}

/** Reads an item for the reader; undefined where it is gone. */
export async function readArticle(library: Library, id: ItemId): Promise<ReadArticle | undefined> {
  const [article, revisions] = await Promise.all([library.read(id), library.revisions(id)]);
  return article && { article, versions: comparable(revisions).length };
}

/** A version with less than half of the words is what a feed gave before the page was read, and no edit. */
function comparable(revisions: readonly RevisionSummary[]): readonly RevisionSummary[] {
  const current = revisions.find(({ isCurrent }) => isCurrent)?.wordCount ?? 0;
  return revisions.filter(({ isCurrent, wordCount }) => isCurrent || wordCount * 2 >= current);
}
