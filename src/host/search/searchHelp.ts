// The query language in a few examples.

/** An example with what it finds; choosing it puts it into the search. */
export interface Example {
  readonly query: string;
  readonly finds: string;
}

export const EXAMPLES: readonly Example[] = [
  { query: 'harbour fees', finds: 'All the words, in any order and in their other forms' },
  { query: '"harbour fees"', finds: 'Exactly these words, side by side' },
  { query: 'harbour OR quay', finds: 'One of the words; parentheses group' },
  { query: 'harbour -football', finds: 'The one without the other' },
  { query: 'title:harbour', finds: 'In the headline' },
  { query: 'by:byron', finds: 'In the byline' },
  { query: 'source:gazette', finds: 'From a folder or an outlet' },
  { query: 'tag:fisheries', finds: 'With a tag' },
  { query: 'lang:en', finds: 'In a language' },
  { query: 'after:7d', finds: 'In the last seven days; also after:2026-01-12, after:today' },
  { query: 'before:2026-01', finds: 'Before a day, a month or a year' },
  { query: 'is:unread', finds: 'Also is:starred, is:cited, is:quoted, is:headline, is:article' },
];
