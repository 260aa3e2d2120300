// The charset that a page declares about itself.

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const META = /<meta[\s/](?:[^>"']|"[^"]*"|'[^']*')*>?/gi;
const CHARSET = /[\s/"']charset\s*=\s*["']?\s*([^\s"'>;/]+)/i;
const CONTENT = /[\s/"']content\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;
const IN_CONTENT = /charset\s*=\s*["']?\s*([^\s"';,]+)/i;
const XML = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)["']/i;

/** Names that Windows and Java have for charsets which the Encoding standard knows by others. */
const OTHER_LABELS: Readonly<Partial<Record<string, string>>> = {
  'x-user-defined': 'windows-1252',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  ms936: 'gbk',
  ms949: 'euc-kr',
  ms950: 'big5',
  uhc: 'euc-kr',
};

/**
 * Gives the canonical name of the charset that markup declares within its first `length` bytes (HTML standard
 * § 13.2.3.2, prescan, and the XML declaration), or undefined. As the standard has it, a declared UTF-16 means
 * UTF-8, since the declaration could be read byte by byte; names that nobody knows count as no declaration.
 *
 * @example `<meta charset=latin1>` gives "windows-1252".
 */
export function declaredCharset(bytes: Uint8Array, length: number): string | undefined {
  const markup = new TextDecoder('windows-1252').decode(bytes.subarray(0, length)).replace(COMMENT, '');
  for (const [meta] of markup.matchAll(META)) {
    const known = knownCharset(inMeta(meta));
    if (known !== undefined) return known;
  }
  return knownCharset(XML.exec(markup)?.[1]);
}

/**
 * Gives the canonical name of the charset that the declaration of XML names, within the first `length` bytes; what
 * stands before it by mistake makes no difference.
 */
export function xmlCharset(bytes: Uint8Array, length: number): string | undefined {
  const beginning = new TextDecoder('windows-1252').decode(bytes.subarray(0, length));
  return knownCharset(XML.exec(beginning.slice(Math.max(0, beginning.indexOf('<?xml'))))?.[1]);
}

function inMeta(meta: string): string | undefined {
  const direct = CHARSET.exec(meta.replace(/content\s*=\s*(?:"[^"]*"|'[^']*')/i, ''));
  if (direct !== null) return direct[1];
  if (!/http-equiv\s*=\s*["']?\s*content-type/i.test(meta)) return undefined;
  const content = CONTENT.exec(meta);
  return IN_CONTENT.exec(content?.[1] ?? content?.[2] ?? content?.[3] ?? '')?.[1];
}

/** Gives the canonical name of a charset by any of its labels; undefined for one that nobody knows. */
export function knownCharset(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const plain = label.trim().toLowerCase();
  const other = Object.hasOwn(OTHER_LABELS, plain) ? OTHER_LABELS[plain] : undefined;
  try {
    const name = new TextDecoder(other ?? plain).encoding;
    return name.startsWith('utf-16') ? 'utf-8' : name;
  } catch {
    return undefined;
  }
}
