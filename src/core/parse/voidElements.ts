// The elements that have no end tag.

/** HTML standard § 13.1.2, void elements, with the obsolete ones that parsers treat alike. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
