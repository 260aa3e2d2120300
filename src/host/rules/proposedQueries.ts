// The queries that a rule about an item or a source most likely wants.

import type { Headline } from '../../core/model/item.ts';
import type { Source } from '../../core/model/source.ts';

export type About = Headline | Source;

/**
 * Gives queries, the most likely first: by whom, from where, under what headline.
 *
 * @example ['by:"Ada Byron"', 'source:"Wire"', 'title:"Harbour notes"']
 */
export function proposedQueries(about: About | undefined): readonly string[] {
  if (about === undefined) return [];
  if ('title' in about) return present([['source', about.title]]);
  return present([
    ['source', isNamed(about) ? about.sourceTitle : about.outlet],
    ['by', about.byline],
    ['title', about.headline],
  ]);
}

/** Saved pages and single files are kept under a name of ours, which says nothing about them. */
function isNamed({ sourceKind }: Headline): boolean {
  return sourceKind === 'feed' || sourceKind === 'folder';
}

function present(parts: readonly (readonly [field: string, value: string | undefined])[]): readonly string[] {
  return parts.flatMap(([field, value]) => {
    // Nothing escapes a quotation mark inside quotation marks in the language of the search.
    const plain = (value ?? '').replace(/["“”„«»\s]+/g, ' ').trim();
    return plain === '' ? [] : [`${field}:"${plain}"`];
  });
}
