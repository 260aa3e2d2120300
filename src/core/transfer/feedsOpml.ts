// The list of feeds in OPML with their folders, for other feed readers.

import type { FolderPath, NewSubscription } from '../model/subscription.ts';
import { oneLine } from '../parse/facts.ts';
import { plainName } from '../parse/feed/plainText.ts';
import { escapedReferences } from '../parse/feed/references.ts';

interface Folder {
  readonly feeds: NewSubscription[];
  readonly folders: Map<string, Folder>;
}

/**
 * Gives an OPML 2.0 document (opml.org/spec2.opml) in which each folder is an outline around its feeds. Folders of
 * the same path are one; feeds keep their order.
 *
 * @param created When, as the RFC 822 date that OPML asks for.
 * @example A feed "Wire" in the folder "News" gives `<outline text="News"><outline type="rss" text="Wire" …/></outline>`.
 */
export function feedsOpml(feeds: readonly NewSubscription[], created: string): string {
  const root = newFolder();
  for (const feed of feeds) folderAt(root, feed.folder).feeds.push(feed);
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Feeds in Broadsheet</title>
    <dateCreated>${attribute(created)}</dateCreated>
  </head>
  <body>
${outlinesIn(root, '    ')}  </body>
</opml>
`;
}

function newFolder(): Folder {
  return { feeds: [], folders: new Map() };
}

function folderAt(root: Folder, path: FolderPath): Folder {
  return path.reduce((parent, name) => {
    const folder = parent.folders.get(name) ?? newFolder();
    parent.folders.set(name, folder);
    return folder;
  }, root);
}

function outlinesIn({ feeds, folders }: Folder, indent: string): string {
  const inner = [...folders].map(
    ([name, folder]) =>
      `${indent}<outline ${named(name)}>\n${outlinesIn(folder, `${indent}  `)}${indent}</outline>\n`,
  );
  const own = feeds.map(({ title, url, homeUrl }) => {
    const website = homeUrl === undefined ? '' : ` htmlUrl="${attribute(homeUrl)}"`;
    return `${indent}<outline type="rss" ${named(title)} xmlUrl="${attribute(url)}"${website}/>\n`;
  });
  return [...inner, ...own].join('');
}

/** OPML lets names hold HTML, so one that would be read as something else is written as HTML. */
function named(name: string): string {
  const line = oneLine(name) ?? '';
  const value = attribute(plainName(line) === line ? line : escapedReferences(line));
  return `text="${value}" title="${value}"`;
}

/** XML 1.0 has no way to write most control characters, so they are left out. */
function attribute(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
