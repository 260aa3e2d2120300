// What the end of an article's page leads on to.

import { publishedIn } from '../../core/cite/publishedIn.ts';
import type { Headline } from '../../core/model/item.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { RelatedStory } from '../../core/model/readerMessages.ts';
import { longDate } from '../../core/text/longDate.ts';
import type { Library } from '../../library/library.ts';

export interface RelatedStories {
  /** Other reports of the same event, newest first. */
  readonly sameStory: readonly RelatedStory[];
  /** What is most like it, best first, without those. */
  readonly similar: readonly RelatedStory[];
}

const MOST_SAME = 8;
const MOST_SIMILAR = 5;

/**
 * Asks the library for what is related to an item.
 *
 * @param locale BCP 47 tag of the language in which dates are written.
 */
export async function relatedStories(
  library: Pick<Library, 'sameStory' | 'similar'>,
  id: ItemId,
  locale: string,
): Promise<RelatedStories> {
  const sameStory = await library.sameStory(id);
  const known = new Set([id, ...sameStory.map((story) => story.id)]);
  const { hits } = await library.similar(id, MOST_SIMILAR + known.size);
  const similar = hits.map(({ item }) => item).filter((item) => !known.has(item.id));
  return {
    sameStory: sameStory.slice(0, MOST_SAME).map((item) => storyOf(item, locale)),
    similar: similar.slice(0, MOST_SIMILAR).map((item) => storyOf(item, locale)),
  };
}

function storyOf(item: Headline, locale: string): RelatedStory {
  const date = item.published === undefined ? undefined : longDate(item.published, locale);
  return {
    itemId: item.id,
    headline: item.headline,
    facts: [publishedIn(item), date].filter((fact) => fact !== undefined),
    language: item.language,
  };
}
