// One key for the many addresses of one article.

/** Parameters that say where a reader came from and never what is shown. */
const TRACKING = new RegExp(
  `^(?:${[
    'utm_.*',
    'at_(?:medium|campaign|link.*|format|bbc_team|ptr_name)',
    'ns_(?:source|mchannel|campaign|linkname|fee)',
    'fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|mkt_tok|vero_id|wickedid',
    'mc_[ce]id|_ga|_gl|_hs(?:enc|mi)|__twitter_impression|oly_(?:anon|enc)_id|ref_(?:src|url)',
    'cmp(?:id)?|smid|xtor|amp|outputtype=amp',
    'mtm_.*|pk_(?:campaign|cpn|kwd|keyword|source|medium|content|cid|vid)|wt[._]mc(?:_id)?|maca|traffic_source|ocid',
    'igsh|srsltid|gad_source|ref=rss|mod=rss.*|feedtype|feedname|ito|wprss|\\.tsrc',
  ].join('|')})$`,
  'i',
);

/** Addresses under which Google shows copies of others' AMP pages. */
const AMP_COPY =
  /^https?:\/\/(?:(?:www\.)?google\.[a-z.]+\/amp|[\w-]+\.cdn\.ampproject\.org\/[cv])\/(s\/)?([^/?]+\.[^/?]+\/.*)$/i;

const OTHER_DOORS = /^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)/;
const UNRESERVED = /%(?:2d|2e|5f|7e|3[0-9]|[46][1-9a-f]|[57][0-9a])/gi;

/**
 * Gives the key under which addresses of the same article are equal; undefined for what is no http or https address.
 * Scheme, `www.`, `www2.`, `m.` and `amp.`, default port, fragment, tracking parameters, the order of parameters, AMP endings
 * and a slash at the end make no difference. The path keeps its case, and a fragment that names a page (`#/…`, `#!…`)
 * stays. A key only: it need not lead anywhere.
 *
 * @example canonicalUrl("http://www.example.org:80/news/amp/?utm_source=x&b=2&a=1#top") gives
 * "https://example.org/news?a=1&b=2".
 */
export function canonicalUrl(address: string): string | undefined {
  const original = originalOf(address);
  if (!/^https?:/i.test(original) || !URL.canParse(original)) return undefined;
  const url = new URL(original);
  const port = /:\d+$/.exec(url.origin)?.[0] ?? '';
  const host = url.hostname.replace(/\.$/, '').replace(OTHER_DOORS, '');
  const page = /^#[/!]/.test(url.hash) ? url.hash : '';
  return `https://${host}${port}${pathOf(url.pathname)}${queryOf(url.search)}${page}`;
}

/** Whether a key names more than a site's front page, on which anything may stand. */
export function namesOnePage(key: string): boolean {
  return !/^https:\/\/[^/?#]+\/?$/.test(key);
}

function originalOf(address: string): string {
  const copy = AMP_COPY.exec(address);
  return copy === null ? address : `http${copy[1] === undefined ? '' : 's'}://${copy[2] ?? ''}`;
}

function pathOf(path: string): string {
  const plain = path.replace(UNRESERVED, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  const article = plain
    .replace(/(?:(?<=.)\/amp|(?<=[^/])\.amp)+\/*$/i, '')
    .replace(/(?:\.amp)+(?=\.html?$)/i, '');
  return article.replace(/\/+$/, '') || '/';
}

function queryOf(search: string): string {
  const pairs = search.slice(1).split('&');
  const names = new Set(pairs.map(nameOf));
  // The New York Times adds these two together; alone, either may say what is shown.
  const isShared = names.has('partner') && names.has('emc');
  const kept = pairs
    .filter((pair) => pair !== '' && !TRACKING.test(pair) && !TRACKING.test(nameOf(pair)))
    .filter((pair) => !isShared || !/^(?:partner|emc)$/.test(nameOf(pair)))
    .sort();
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

function nameOf(pair: string): string {
  return pair.split('=', 1)[0] ?? '';
}
