// The names that package.json and the code share, as pure data; a test holds the two equal.

/** Every command with its title in the palette and in menus. */
export const COMMANDS = {
  'broadsheet.addFeed': 'Add Feed…',
  'broadsheet.chooseStarters': 'Choose From a Starter List…',
  'broadsheet.importFeeds': 'Import Feeds (OPML)…',
  'broadsheet.exportFeeds': 'Export Feeds (OPML)…',
  'broadsheet.refresh': 'Refresh',
  'broadsheet.stopRefresh': 'Stop Refreshing',
  'broadsheet.refreshFeed': 'Refresh Feed',
  'broadsheet.refreshFolder': 'Refresh Folder',
  'broadsheet.moveFeed': 'Move to Folder…',
  'broadsheet.renameFeed': 'Rename…',
  'broadsheet.renameFolder': 'Rename Folder…',
  'broadsheet.fullTextAlways': 'Always Get Full Text',
  'broadsheet.fullTextWhenOpened': 'Get Full Text Only When Opened',
  'broadsheet.copyFeedAddress': 'Copy Feed Address',
  'broadsheet.openWebsite': 'Open Website',
  'broadsheet.enterPassword': 'Enter Password…',
  'broadsheet.addDocuments': 'Add Documents…',
  'broadsheet.openSample': 'Open the Sample Edition',
  'broadsheet.rescanSource': 'Look for Changes',
  'broadsheet.removeSource': 'Remove Source…',
  'broadsheet.markSourceRead': 'Mark All as Read',
  'broadsheet.markAboveRead': 'Mark Above as Read',
  'broadsheet.markBelowRead': 'Mark Below as Read',
  'broadsheet.markEverythingRead': 'Mark Everything as Read',
  'broadsheet.undoMarkRead': 'Undo Mark as Read',
  'broadsheet.nextHeadline': 'Next Headline',
  'broadsheet.previousHeadline': 'Previous Headline',
  'broadsheet.nextUnread': 'Next Unread Headline',
  'broadsheet.scrollOrNextUnread': 'Scroll Down or Go to Next Unread',
  'broadsheet.scrollBack': 'Scroll Up',
  'broadsheet.toggleRead': 'Mark as Read or Unread',
  'broadsheet.toggleStar': 'Star or Remove Star',
  'broadsheet.toggleReadLater': 'Read Later or Remove from Read Later',
  'broadsheet.copyWebAddress': 'Copy Web Address',
  'broadsheet.showKeys': 'Keyboard Shortcuts',
  'broadsheet.openArticle': 'Open Article…',
  'broadsheet.open': 'Open',
  'broadsheet.openToSide': 'Open to the Side',
  'broadsheet.keepOpen': 'Keep Open',
  'broadsheet.openOriginal': 'Open Original',
  'broadsheet.getFullText': 'Get Full Text',
  'broadsheet.savePage': 'Save Page as Article…',
  'broadsheet.compareVersions': 'Compare Versions…',
  'broadsheet.copyPassageLink': 'Copy Link to Passage',
  'broadsheet.searchSelection': 'Search for Selected Words',
  'broadsheet.saveAsHtml': 'Save as HTML…',
  'broadsheet.saveAsMarkdown': 'Save as Markdown…',
  'broadsheet.markRead': 'Mark as Read',
  'broadsheet.markUnread': 'Mark as Unread',
  'broadsheet.readLater': 'Read Later',
  'broadsheet.removeFromReadLater': 'Remove from Read Later',
  'broadsheet.star': 'Star',
  'broadsheet.unstar': 'Remove Star',
  'broadsheet.moreHeadlines': 'Show More Headlines',
  'broadsheet.groupHeadlines': 'Group Headlines By…',
  'broadsheet.sortHeadlines': 'Sort Headlines…',
  'broadsheet.showUnreadOnly': 'Show Unread Only',
  'broadsheet.showReadToo': 'Show Read Headlines Too',
  'broadsheet.search': 'Search…',
  'broadsheet.showSearch': 'Search in the Sidebar…',
  'broadsheet.saveSearch': 'Save Search',
  'broadsheet.removeSearch': 'Remove Search',
  'broadsheet.orderSearches': 'Order Search Results…',
  'broadsheet.similar': 'More Like This',
  'broadsheet.newRule': 'New Rule…',
  'broadsheet.manageRules': 'Manage Rules…',
  'broadsheet.insertCitation': 'Insert Citation…',
  'broadsheet.insertQuotation': 'Insert Quotation…',
  'broadsheet.copyWithCitation': 'Copy with Citation',
  'broadsheet.copyReference': 'Copy Reference…',
  'broadsheet.insertBibliography': 'Insert Bibliography…',
  'broadsheet.addBibliographyEntry': 'Add Bibliography Entry',
  'broadsheet.clip': 'Clip…',
  'broadsheet.openClipping': 'Open Clipping',
  'broadsheet.insertClipping': 'Insert Clipping as Quotation',
  'broadsheet.editClippingComment': 'Edit Comment…',
  'broadsheet.editClippingTags': 'Edit Tags…',
  'broadsheet.removeClipping': 'Remove Clipping',
  'broadsheet.checkQuotations': 'Check Quotations',
  'broadsheet.showSource': 'Show Source of Quotation',
  'broadsheet.checkLibrary': 'Check Library',
  'broadsheet.exportLibrary': 'Export Library…',
  'broadsheet.importLibrary': 'Import Library…',
  'broadsheet.keepArticlesFor': 'Keep Articles For…',
  'broadsheet.openBrief': 'Morning Brief',
  'broadsheet.markBriefSeen': 'Mark Brief as Seen',
  'broadsheet.openAsText': 'Open as Text',
  'broadsheet.copyLink': 'Copy Link to Article',
  'broadsheet.showLog': 'Show Log',
} as const;

export type CommandId = keyof typeof COMMANDS;

/** Every setting with its default. */
export const SETTINGS = {
  'broadsheet.reader.fullText': 'whenOpened',
  'broadsheet.reader.images': 'ask',
  'broadsheet.reader.markRead': 'onOpen',
  'broadsheet.reader.markReadOnOpen': true,
  'broadsheet.reader.font': 'serif',
  'broadsheet.reader.fontSize': 18,
  'broadsheet.reader.lineHeight': 1.65,
  'broadsheet.reader.width': 68,
  'broadsheet.reader.justify': false,
  'broadsheet.reader.hyphenate': false,
  'broadsheet.sidebar.rows': 'detailed',
  'broadsheet.refresh.automatic': true,
  'broadsheet.refresh.minimumInterval': 15,
  'broadsheet.notes.citations': 'auto',
  'broadsheet.notes.bibliography': '',
  'broadsheet.notes.check': 'asYouType',
  'broadsheet.notes.codeLens': false,
  'broadsheet.brief.openAtStart': false,
  'broadsheet.notifications': 'never',
} as const;

export type SettingKey = keyof typeof SETTINGS;

/** The values that a setting can have. */
export interface SettingValues {
  readonly 'broadsheet.reader.fullText': 'whenOpened' | 'ask' | 'never';
  readonly 'broadsheet.reader.images': 'ask' | 'always' | 'never';
  readonly 'broadsheet.reader.markRead': 'onOpen' | 'onEnd' | 'never';
  /** Of earlier versions. */
  readonly 'broadsheet.reader.markReadOnOpen': boolean;
  readonly 'broadsheet.reader.font': 'serif' | 'sans-serif' | 'editor';
  /** In pixels. */
  readonly 'broadsheet.reader.fontSize': number;
  /** In heights of the font. */
  readonly 'broadsheet.reader.lineHeight': number;
  /** In widths of the digit 0. */
  readonly 'broadsheet.reader.width': number;
  readonly 'broadsheet.reader.justify': boolean;
  readonly 'broadsheet.reader.hyphenate': boolean;
  readonly 'broadsheet.sidebar.rows': 'detailed' | 'compact';
  readonly 'broadsheet.refresh.automatic': boolean;
  /** In minutes. */
  readonly 'broadsheet.refresh.minimumInterval': number;
  readonly 'broadsheet.notes.citations': 'auto' | 'key' | 'words' | 'footnote';
  /** Path in the workspace folder. */
  readonly 'broadsheet.notes.bibliography': string;
  readonly 'broadsheet.notes.check': 'asYouType' | 'onSave' | 'never';
  readonly 'broadsheet.notes.codeLens': boolean;
  readonly 'broadsheet.brief.openAtStart': boolean;
  readonly 'broadsheet.notifications': 'never' | 'savedSearches';
}

export const VIEWS = {
  container: 'broadsheet',
  headlines: 'broadsheet.headlines',
  searches: 'broadsheet.searches',
  clippings: 'broadsheet.clippings',
} as const;

export const READER_VIEW_TYPE = 'broadsheet.reader';

export const BRIEF_VIEW_TYPE = 'broadsheet.brief';

/** The scheme of the read-only documents that are articles as text. */
export const ARTICLE_SCHEME = 'broadsheet';

/** The context keys that `when` clauses read. */
export const CONTEXT_KEYS = {
  /** The reader has the focus. */
  readerActive: 'broadsheet.readerActive',
  /** What the article in the reader is. */
  readerRead: 'broadsheet.readerRead',
  readerStarred: 'broadsheet.readerStarred',
  readerLater: 'broadsheet.readerLater',
  /** Its address is known. */
  readerLinked: 'broadsheet.readerLinked',
  /** The cursor is on a quotation or citation of the library in a note. */
  onQuotation: 'broadsheet.onQuotation',
  /** There are several versions of it. */
  readerRevised: 'broadsheet.readerRevised',
  /** The next article takes its tab over. */
  readerPreview: 'broadsheet.readerPreview',
  /** The lists leave out what has been read. */
  unreadOnly: 'broadsheet.unreadOnly',
  /** The library has been read and has no source. */
  empty: 'broadsheet.empty',
  /** Something was marked as read that can be taken back. */
  canUndoRead: 'broadsheet.canUndoRead',
  /** Something was quoted or cited in a note in this window. */
  hasCited: 'broadsheet.hasCited',
  /** Feeds are being read. */
  refreshing: 'broadsheet.refreshing',
} as const;

/** The scheme of the URIs by which tree items carry their read state to the decorations. */
export const HEADLINE_SCHEME = 'broadsheet-headline';

/** The scheme of the read-only documents that are the versions of an article. */
export const VERSION_SCHEME = 'broadsheet-version';
