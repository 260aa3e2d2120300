// Ids that would otherwise be confused with each other, branded so that the compiler keeps them apart.

/** The number of an item in the library; given once, never reused and never changed. */
export type ItemId = number & { readonly brand: 'ItemId' };

/** The number of a source in the library. */
export type SourceId = number & { readonly brand: 'SourceId' };

/** The number of a story: the lowest id of the items that told it when they were found to be alike. */
export type StoryId = number & { readonly brand: 'StoryId' };
