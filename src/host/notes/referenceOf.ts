// An item of the library as a reference.

import type { CslItem } from '../../core/cite/reference/cslItem.ts';
import { reference } from '../../core/cite/reference/reference.ts';
import type { Headline } from '../../core/model/item.ts';
import type { Library } from '../../library/library.ts';

/** Gives the reference under a key; it was accessed when the library took its text in. */
export async function referenceOf(library: Library, item: Headline, key: string): Promise<CslItem> {
  const current = (await library.revisions(item.id)).find(({ isCurrent }) => isCurrent);
  const accessed = new Date(current?.seenAt ?? Date.now()).toISOString().slice(0, 10);
  return reference(item, { key, accessed });
}
