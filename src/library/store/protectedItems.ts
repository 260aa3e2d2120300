// Which items are never removed by themselves, whatever their source's rule and whatever becomes of it.

/**
 * The condition on a row of `item`: the person starred it, keeps it for later, clipped it, or it stands in a note. Whatever else ties an item to the
 * person's own work belongs here.
 */
export const IS_PROTECTED = `(item.starred = 1 OR item.later IS 1 OR item.cited_at IS NOT NULL OR item.quoted_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM clipping WHERE clipping.item_id = item.id))`;
