// Tags as a person types them.

const MOST_TAGS = 20;
const LONGEST_TAG = 60;

/**
 * Gives the tags of a line in which commas or hash signs part them, each once and in small letters.
 *
 * @example typedTags("#Budget, local news") gives ["budget", "local news"].
 */
export function typedTags(line: string): readonly string[] {
  const tags = line
    .split(/[,#;\n]/u)
    .map((tag) => tag.replace(/\s+/gu, ' ').trim().toLowerCase().slice(0, LONGEST_TAG).trim())
    .filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, MOST_TAGS);
}

/**
 * Parts a comment from the tags that stand in it as words with a hash sign.
 *
 * @example typedComment("Compare with May #budget") gives the comment "Compare with May" and the tag "budget".
 */
export function typedComment(line: string): { readonly comment: string; readonly tags: readonly string[] } {
  const TAG = /(?<![^\s])#([\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*)/gu;
  const tags = [...line.matchAll(TAG)].map(([, tag = '']) => tag);
  return { comment: line.replace(TAG, '').replace(/\s+/gu, ' ').trim(), tags: typedTags(tags.join(',')) };
}
