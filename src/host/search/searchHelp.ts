// The query language in a few examples.

import { localize } from '../localize.ts';

/** An example with what it finds; choosing it puts it into the search. */
export interface Example {
  readonly query: string;
  readonly finds: string;
}

export const EXAMPLES: readonly Example[] = [
  { query: 'harbour fees', finds: localize('All the words, in any order and in their other forms') },
  { query: '"harbour fees"', finds: localize('Exactly these words, side by side') },
  { query: 'harbour OR quay', finds: localize('One of the words; parentheses group') },
  { query: 'harbour -football', finds: localize('The one without the other') },
  { query: 'title:harbour', finds: localize('In the headline') },
  { query: 'by:byron', finds: localize('In the byline') },
  { query: 'source:gazette', finds: localize('From a folder or an outlet') },
  { query: 'tag:fisheries', finds: localize('With a tag') },
  { query: 'lang:en', finds: localize('In a language') },
  { query: 'after:7d', finds: localize('In the last seven days; also after:2026-01-12, after:today') },
  { query: 'before:2026-01', finds: localize('Before a day, a month or a year') },
  {
    query: 'is:unread',
    finds: localize('Also is:starred, is:later, is:cited, is:quoted, is:muted, is:headline, is:article'),
  },
];
