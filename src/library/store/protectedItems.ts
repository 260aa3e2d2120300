// Which items are never removed by themselves, whatever their source's rule and whatever becomes of it.

/**
 * The condition on a row of `item`: the person starred it, or it stands in a note. Whatever else ties an item to the
 * person's own work belongs here.
 */
export const IS_PROTECTED = '(item.starred = 1 OR item.cited_at IS NOT NULL OR item.quoted_at IS NOT NULL)';
