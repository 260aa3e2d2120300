// The library's schema as the list of its steps. Order is everything: a step is
// never changed once released, new ones go to the end.

export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    uri TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    -- A removed source stays while starred or cited items are kept from it.
    removed INTEGER NOT NULL DEFAULT 0,
    -- How long items are kept, in days and in number; without limit where null.
    keep_days INTEGER,
    keep_newest INTEGER,
    -- Kept by the triggers below, so that the sidebar never counts.
    total INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES source (id),
    kind TEXT NOT NULL,
    headline TEXT NOT NULL,
    headline_key TEXT NOT NULL,
    headline_from TEXT NOT NULL,
    byline TEXT,
    outlet TEXT,
    url TEXT,
    -- The digest of the canonical form of the address, by which duplicates are found.
    url_key INTEGER,
    published TEXT,
    language TEXT,
    summary TEXT NOT NULL,
    sort_at INTEGER NOT NULL,
    first_seen_at INTEGER NOT NULL,
    -- The ordinal of the current revision; 0 while only the headline is known.
    revision INTEGER NOT NULL DEFAULT 0,
    read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    cited_at INTEGER,
    quoted_at INTEGER,
    position INTEGER NOT NULL DEFAULT 0,
    -- When the person last changed the read state, the star or the position.
    status_at INTEGER NOT NULL DEFAULT 0,
    -- The lowest id of the near-duplicates that this item is one of; null where it stands alone.
    story INTEGER
  ) STRICT;
  CREATE INDEX item_by_headline ON item (headline_key);
  CREATE INDEX item_unread ON item (id) WHERE read = 0;
  CREATE INDEX item_of_source ON item (source_id);
  CREATE INDEX item_starred ON item (id) WHERE starred = 1;
  CREATE INDEX item_cited ON item (id) WHERE cited_at IS NOT NULL;
  CREATE INDEX item_quoted ON item (id) WHERE quoted_at IS NOT NULL;
  CREATE INDEX item_bare ON item (id) WHERE kind = 'headline';
  CREATE INDEX item_by_url ON item (url_key) WHERE url_key IS NOT NULL;
  CREATE INDEX item_by_story ON item (story) WHERE story IS NOT NULL;

  CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    headline TEXT NOT NULL,
    html TEXT NOT NULL,
    text TEXT NOT NULL,
    word_count INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    UNIQUE (item_id, ordinal)
  ) STRICT;

  -- By which name a source knows an item.
  CREATE TABLE identity (
    source_id INTEGER NOT NULL REFERENCES source (id),
    guid TEXT NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    -- For a duplicate the digest of what came under this name last; null for the name that the item follows.
    digest INTEGER,
    PRIMARY KEY (source_id, guid)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX identity_of_item ON identity (item_id);

  -- Names whose items were removed by age or number, so that they do not come back as new.
  CREATE TABLE tombstone (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    guid TEXT NOT NULL,
    removed_at INTEGER NOT NULL,
    PRIMARY KEY (source_id, guid)
  ) STRICT, WITHOUT ROWID;

  -- Items whose text has not been compared with others yet, and the keys of those that have.
  CREATE TABLE story_pending (item_id INTEGER PRIMARY KEY) STRICT;
  CREATE TABLE story_band (
    day INTEGER NOT NULL,
    band INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    PRIMARY KEY (day, band, item_id)
  ) STRICT, WITHOUT ROWID;

  -- The files that were taken in, so that unchanged ones are not read again.
  CREATE TABLE file (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    modified_at INTEGER NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (source_id, path)
  ) STRICT, WITHOUT ROWID;

  -- In which sources an item is listed; one item can be in several.
  CREATE TABLE listing (
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL REFERENCES source (id),
    sort_at INTEGER NOT NULL,
    PRIMARY KEY (item_id, source_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX listing_order ON listing (source_id, sort_at DESC, item_id DESC);
  CREATE INDEX listing_newest ON listing (sort_at DESC, item_id DESC);

  CREATE TRIGGER listing_added AFTER INSERT ON listing BEGIN
    UPDATE source SET total = total + 1,
      unread = unread + (SELECT read = 0 FROM item WHERE id = new.item_id) WHERE id = new.source_id;
  END;
  CREATE TRIGGER listing_removed BEFORE DELETE ON listing BEGIN
    UPDATE source SET total = total - 1,
      unread = unread - coalesce((SELECT read = 0 FROM item WHERE id = old.item_id), 0) WHERE id = old.source_id;
  END;
  CREATE TRIGGER item_read AFTER UPDATE OF read ON item WHEN old.read <> new.read BEGIN
    UPDATE source SET unread = unread + old.read - new.read
      WHERE id IN (SELECT source_id FROM listing WHERE item_id = new.id);
  END;

  -- The languages by whose stems items are indexed.
  CREATE TABLE stem_language (language TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    query TEXT NOT NULL UNIQUE,
    saved_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE tag (
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    -- In lower case.
    name TEXT NOT NULL,
    PRIMARY KEY (item_id, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tag_of_items ON tag (name, item_id);

  -- Work on the whole library that was begun; what a process that died left is finished later.
  CREATE TABLE unfinished (work TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  CREATE VIRTUAL TABLE search USING fts5 (
    headline, byline, body, forms, content = '', contentless_delete = 1, tokenize = 'ascii'
  );
  `,

  // A trigger makes SQLite open a statement journal for each listing, for which FTS5 writes out what it has gathered:
  // taking items in took three times as long. Whoever adds a listing counts it (addListing.ts).
  `DROP TRIGGER listing_added;`,
  // Two and three letters are what everyone types first, and the words that begin with them are many.
  `
  DROP TABLE search;
  CREATE VIRTUAL TABLE search USING fts5 (
    headline, byline, body, forms, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
  );
  INSERT OR IGNORE INTO unfinished (work) SELECT 'index' FROM sqlite_sequence WHERE name = 'item';
  `,
  `
  -- A feed's folder as a JSON array of names, its website, whether pages are fetched as they arrive, and what is
  -- remembered between two fetches, as JSON; null for other sources.
  ALTER TABLE source ADD COLUMN folder TEXT;
  ALTER TABLE source ADD COLUMN home_url TEXT;
  ALTER TABLE source ADD COLUMN full_text INTEGER;
  ALTER TABLE source ADD COLUMN fetch_state TEXT;

  ALTER TABLE item ADD COLUMN updated TEXT;
  ALTER TABLE item ADD COLUMN section TEXT;
  ALTER TABLE item ADD COLUMN licence TEXT;
  ALTER TABLE item ADD COLUMN image TEXT;
  -- 1 where the source gives less than the article, and its page has not been read.
  ALTER TABLE item ADD COLUMN is_extract INTEGER;
  -- 1 where the body is that of the article's page: what a feed gives of it does not take its place.
  ALTER TABLE item ADD COLUMN has_full_text INTEGER;
  -- 1 where a rule keeps it out of the lists.
  ALTER TABLE item ADD COLUMN muted INTEGER;

  CREATE TABLE rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    query TEXT NOT NULL,
    -- 'mute', 'read', 'star' or 'tag'.
    action TEXT NOT NULL,
    -- Empty where the action is another.
    tag TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    UNIQUE (query, action, tag)
  ) STRICT;

  -- By which notes cite an item: given once, never changed.
  ALTER TABLE item ADD COLUMN citation_key TEXT;
  CREATE UNIQUE INDEX item_by_key ON item (citation_key) WHERE citation_key IS NOT NULL;

  -- Passages that the person keeps, as they stood in one revision (Web Annotation Data Model, 4.2.4 and 4.2.5).
  CREATE TABLE clipping (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    comment TEXT NOT NULL,
    -- A JSON array of names.
    tags TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX clipping_of_item ON clipping (item_id);

  -- What one window does for all of them, and until when it alone may.
  CREATE TABLE lease (work TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
  // Notes cite by key; whoever renames one has notes elsewhere that still have the old.
  `
  CREATE TABLE former_key (
    key TEXT PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX former_key_of_item ON former_key (item_id);
  `,
  // The lists across all sources, and the unread ones of each source, are read in their order without looking at more.
  `
  -- 1 where the person keeps it to be read later.
  ALTER TABLE item ADD COLUMN later INTEGER;
  CREATE INDEX item_unread_newest ON item (sort_at DESC, id DESC) WHERE read = 0;
  CREATE INDEX item_starred_newest ON item (sort_at DESC, id DESC, read) WHERE starred = 1;
  CREATE INDEX item_later ON item (id) WHERE later = 1;
  CREATE INDEX item_later_newest ON item (sort_at DESC, id DESC, read) WHERE later = 1;
  CREATE INDEX item_cited_newest ON item (sort_at DESC, id DESC, read) WHERE cited_at IS NOT NULL OR quoted_at IS NOT NULL;

  -- What the item's own row says, kept by the trigger.
  ALTER TABLE listing ADD COLUMN read INTEGER NOT NULL DEFAULT 0;
  UPDATE listing SET read = 1 WHERE item_id IN (SELECT id FROM item WHERE read = 1);
  CREATE INDEX listing_unread ON listing (source_id, sort_at DESC, item_id DESC) WHERE read = 0;
  DROP TRIGGER item_read;
  CREATE TRIGGER item_read AFTER UPDATE OF read ON item WHEN old.read <> new.read BEGIN
    UPDATE listing SET read = new.read WHERE item_id = new.id;
    UPDATE source SET unread = unread + old.read - new.read
      WHERE id IN (SELECT source_id FROM listing WHERE item_id = new.id);
  END;
  `,
  // What arrived since the person last looked is found without reading what they have read.
  `
  CREATE INDEX item_new ON item (first_seen_at) WHERE read = 0;
  -- Up to when the person has seen what arrived; one row.
  CREATE TABLE brief_seen (id INTEGER PRIMARY KEY, seen_at INTEGER NOT NULL) STRICT;
  `,
  // What rules keep out of the lists can be counted and brought back.
  `
  CREATE INDEX item_muted ON item (id) WHERE muted = 1;
  `,
  // Recordings and other files that belong to an article.
  `
  -- A JSON array of core's \`Enclosure\`; null for none.
  ALTER TABLE item ADD COLUMN enclosures TEXT;
  `,
  // What a source says of an item is compared and replaced without what the rules gave the item.
  `
  CREATE TABLE tag_with_origin (
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    -- In lower case.
    name TEXT NOT NULL,
    -- 'source' or 'rule'; an item may have the same tag from both.
    origin TEXT NOT NULL DEFAULT 'source',
    PRIMARY KEY (item_id, name, origin)
  ) STRICT, WITHOUT ROWID;
  -- From whom a tag came was not written down: one that a rule gives counts as the rule's.
  INSERT INTO tag_with_origin (item_id, name, origin)
    SELECT item_id, name, iif(name IN (SELECT tag FROM rule WHERE action = 'tag'), 'rule', 'source') FROM tag;
  DROP TABLE tag;
  ALTER TABLE tag_with_origin RENAME TO tag;
  CREATE INDEX tag_of_items ON tag (name, item_id);
  -- Muted items age as listed ones do, and are found by their source.
  CREATE INDEX item_muted_of_source ON item (source_id, sort_at DESC, id DESC) WHERE muted = 1;
  -- Imports once brought the other library's times, by which a list was read in circles.
  UPDATE listing SET sort_at = (SELECT sort_at FROM item WHERE item.id = listing.item_id)
    WHERE sort_at <> (SELECT sort_at FROM item WHERE item.id = listing.item_id);
  `,
  // A search for no words, as `after:` or `source:`, is answered by the newest without reading every item.
  `
  CREATE INDEX item_newest ON item (sort_at DESC, id DESC);
  CREATE INDEX item_muted_newest ON item (sort_at DESC, id DESC) WHERE muted = 1;
  CREATE INDEX item_headline_newest ON item (sort_at DESC, id DESC) WHERE kind = 'headline';
  `,
  // Words go on over soft hyphens and the like, long ones are cut, and kana and Hangul are composed (tokens.ts).
  `
  DROP TABLE search;
  CREATE VIRTUAL TABLE search USING fts5 (
    headline, byline, body, forms, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
  );
  INSERT OR IGNORE INTO unfinished (work) SELECT 'index' FROM sqlite_sequence WHERE name = 'item';
  `,
  // The names of outlets are listed without reading every item, so that `source:` can compare them as words are (knownNames.ts).
  `
  CREATE INDEX item_by_outlet ON item (outlet) WHERE outlet IS NOT NULL;
  `,
];
