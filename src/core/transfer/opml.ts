// The list of sources in OPML, which feed readers exchange.

import type { Source } from '../model/source.ts';

/**
 * Gives an OPML 2.0 document with one outline for each source. Folders and files are links, as OPML knows no type
 * for them; Broadsheet's own kind stands in the category.
 *
 * @param created When, as the RFC 822 date that OPML asks for.
 * @example A folder "News" gives `<outline text="News" title="News" type="link" url="file:///news" category="/folder"/>`.
 */
export function opmlOf(sources: readonly Source[], created: string): string {
  const outlines = sources.map(
    ({ title, uri, kind }) =>
      `    <outline text="${attribute(title)}" title="${attribute(title)}" type="link" url="${attribute(uri)}" category="/${kind}"/>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Broadsheet</title>
    <dateCreated>${attribute(created)}</dateCreated>
  </head>
  <body>
${outlines.join('')}  </body>
</opml>
`;
}

/** XML 1.0 has no way to write most control characters, so they are left out. */
function attribute(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
