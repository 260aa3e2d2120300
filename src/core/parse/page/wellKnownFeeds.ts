// Where feeds are on sites whose pages do not say.

/** Under the front page, the likeliest first. */
const ON_SITES = [
  ...['feed', 'rss', 'rss.xml', 'feed.xml', 'atom.xml', 'index.xml', 'feed.json', 'feeds/posts/default'],
  ...['feed.atom', 'feed.rss', 'index.rss', 'rss/', '?feed=rss2'],
];
/** Under a page that may be the front page of a part. */
const ON_PARTS = ['feed', 'rss.xml', 'feed.xml', 'index.xml', 'atom.xml'];
/** Of programs that many sites run: the shape of a page's path, and where its feed is. */
const BY_SHAPE: readonly (readonly [path: RegExp, feed: string])[] = [
  [/^\/channel\/(UC[\w-]{22})(?:\/|$)/u, '/feeds/videos.xml?channel_id=$1'],
  [/^\/(@[\w.-]+)\/?$/u, '/$1.rss'],
  [/^\/([\w.-]+\/[\w.-]+)\/(releases|tags)\/?$/u, '/$1/$2.atom'],
  [/^\/((?:r|user)\/\w+)\/?$/u, '/$1/.rss'],
];

/**
 * Gives the addresses at which a page's feed may be, to be tried in order; whether they lead anywhere is not
 * known. None for an address that is not http or https.
 *
 * @example "https://example.org/blog/" gives "https://example.org/blog/feed" and "https://example.org/feed"
 * among others.
 */
export function wellKnownFeeds(url: string): readonly string[] {
  if (!URL.canParse(url)) return [];
  const { protocol, origin, pathname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return [];
  const shaped = BY_SHAPE.flatMap(([path, feed]) => {
    const match = path.exec(pathname);
    return match === null ? [] : [`${origin}${pathname.slice(0, match[0].length).replace(path, feed)}`];
  });
  const part = partOf(pathname);
  const onPart = part === '/' ? [] : ON_PARTS.map((name) => `${origin}${part}${name}`);
  return [...new Set([...shaped, ...onPart, ...ON_SITES.map((name) => `${origin}/${name}`)])];
}

/** The page as a folder, where it is no file: "/blog" and "/blog/" give "/blog/", "/blog/a.html" too. */
function partOf(pathname: string): string {
  if (/\/[^/]*\.[a-z]\w{0,4}$/iu.test(pathname)) return pathname.slice(0, pathname.lastIndexOf('/') + 1);
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}
