// The name under which a text appeared.

import type { SourceKind } from '../model/source.ts';

export interface Appearance {
  readonly outlet: string | undefined;
  readonly sourceTitle: string;
  readonly sourceKind: SourceKind;
}

/**
 * Gives the outlet, or in its place the title of the source; undefined for single files, as what they are kept under
 * is a name of ours and says nothing about them.
 */
export function publishedIn({ outlet, sourceTitle, sourceKind }: Appearance): string | undefined {
  return outlet ?? (sourceKind === 'files' ? undefined : sourceTitle);
}
