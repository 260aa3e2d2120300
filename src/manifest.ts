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
  'broadsheet.insertCitation': 'Insert Citation…',
  'broadsheet.insertQuotation': 'Insert Quotation…',
  'broadsheet.copyWithCitation': 'Copy with Citation',
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

export const VIEWS = { container: 'broadsheet', headlines: 'broadsheet.headlines' } as const;

export const READER_VIEW_TYPE = 'broadsheet.reader';

/** The context keys that `when` clauses read. */
export const CONTEXT_KEYS = {
  /** The reader has the focus. */
  readerActive: 'broadsheet.readerActive',
  /** The library has been read and has no source. */
  empty: 'broadsheet.empty',
} as const;

/** The scheme of the URIs by which tree items carry their read state to the decorations. */
export const HEADLINE_SCHEME = 'broadsheet-headline';
