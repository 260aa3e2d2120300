// The names that package.json and the code share, as pure data; a test holds the two equal.

/** Every command with its title in the palette and in menus. */
export const COMMANDS = {
  'broadsheet.addDocuments': 'Add Documents…',
  'broadsheet.openSample': 'Open the Sample Edition',
  'broadsheet.rescanSource': 'Look for Changes',
  'broadsheet.removeSource': 'Remove Source…',
  'broadsheet.markSourceRead': 'Mark All as Read',
  'broadsheet.openArticle': 'Open Article…',
  'broadsheet.open': 'Open',
  'broadsheet.openOriginal': 'Open Original',
  'broadsheet.markRead': 'Mark as Read',
  'broadsheet.markUnread': 'Mark as Unread',
  'broadsheet.star': 'Star',
  'broadsheet.unstar': 'Remove Star',
  'broadsheet.moreHeadlines': 'Show More Headlines',
  'broadsheet.search': 'Search…',
  'broadsheet.showSearch': 'Search in the Sidebar…',
  'broadsheet.saveSearch': 'Save Search',
  'broadsheet.removeSearch': 'Remove Search',
  'broadsheet.orderSearches': 'Order Search Results…',
  'broadsheet.similar': 'More Like This',
  'broadsheet.insertCitation': 'Insert Citation…',
  'broadsheet.insertQuotation': 'Insert Quotation…',
  'broadsheet.copyWithCitation': 'Copy with Citation',
  'broadsheet.checkLibrary': 'Check Library',
  'broadsheet.exportLibrary': 'Export Library…',
  'broadsheet.importLibrary': 'Import Library…',
  'broadsheet.keepArticlesFor': 'Keep Articles For…',
  'broadsheet.showLog': 'Show Log',
} as const;

export type CommandId = keyof typeof COMMANDS;

/** Every setting with its default. */
export const SETTINGS = {
  'broadsheet.reader.images': 'ask',
  'broadsheet.reader.markReadOnOpen': true,
} as const;

export type SettingKey = keyof typeof SETTINGS;

/** The values that a setting can have. */
export interface SettingValues {
  readonly 'broadsheet.reader.images': 'ask' | 'always' | 'never';
  readonly 'broadsheet.reader.markReadOnOpen': boolean;
}

export const VIEWS = {
  container: 'broadsheet',
  headlines: 'broadsheet.headlines',
  searches: 'broadsheet.searches',
} as const;

export const READER_VIEW_TYPE = 'broadsheet.reader';

/** The context keys that `when` clauses read. */
export const CONTEXT_KEYS = {
  /** The reader has the focus. */
  readerActive: 'broadsheet.readerActive',
  /** What the article in the reader is. */
  readerRead: 'broadsheet.readerRead',
  readerStarred: 'broadsheet.readerStarred',
  /** Its address is known. */
  readerLinked: 'broadsheet.readerLinked',
  /** The library has been read and has no source. */
  empty: 'broadsheet.empty',
} as const;

/** The scheme of the URIs by which tree items carry their read state to the decorations. */
export const HEADLINE_SCHEME = 'broadsheet-headline';
