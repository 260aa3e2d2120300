// A version of an article as plain lines, so that an editor can compare it with another.

import type { Revision } from '../../core/model/revision.ts';

/**
 * Gives the headline and, below it, the text with an empty line between paragraphs and one line for each paragraph, so
 * that a change inside one leaves all others alike.
 *
 * @example "Rain stops play\n\nIt rained.\n\nNobody left.\n"
 */
export function versionText({ headline, text }: Pick<Revision, 'headline' | 'text'>): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return (
    [headline, '', ...lines]
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd() + '\n'
  );
}
