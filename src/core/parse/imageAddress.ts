// Where an image really is, when pages load it late or offer it in several sizes.

import { httpAddress } from './facts.ts';

type Attributes = Readonly<Partial<Record<string, string>>>;

const LATE = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-hi-res-src', 'data-url'];
const SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];
const WIDE_ENOUGH = 1600;
const LONGEST_DATA = 65_536;
const RASTER = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/]+={0,2}$/i;
/** An address and what follows it to the next comma; an address may have commas, but not at its ends. */
const CANDIDATE = /([^\s,](?:\S*[^\s,])?)(\s[^,]*)?/g;
/** A source that says it is at least this wide is better than the `src`, which is for old browsers. */
const WIDE_TOLD = 600;
/** A data address shorter than this holds a few pixels of one colour. */
const LONGEST_BLANK = 400;
/** Names of files that only keep the place of an image. */
const BLANK_NAME =
  /(?:^|[/._-])(?:1x1|blank|empty|grey|gr[ae]y-placeholder|lazy(?:load(?:er|ing)?)?|loading|pixel|placeholder|spacer|transparent|trans)(?:[._-][\w-]*)?\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i;
const IMAGE_FILE = /^[^\s,]{1,2000}\.(?:avif|gif|jpe?g|png|webp)(?:[?#]\S*)?$/i;
/** Words that programs which count readers have in the addresses of their images. */
const COUNTING =
  /(?:^|[/._-])(?:1x1|beacon|counter|impressions?|pixel|stats?|track(?:er|ing)?|web-?bug)(?:[/._-]|$)/i;
const COUNTED = /\.(?:gif|png|php|aspx?|cgi)$|\/[^/.]*$/i;

/**
 * Gives the address of an `img`: the one it is loaded from late, else its `src`, else the best of its
 * `srcset`, else a small raster image written into the page; undefined for none and for tracking pixels.
 * A `src` that only keeps the place of the image gives way to any other.
 */
export function imageAddress(attributes: Attributes, baseUrl: string | undefined): string | undefined {
  if (isPixel(attributes)) return undefined;
  const src = attributes['src'];
  const isBlank = src === undefined || isBlankAddress(src);
  const sets = SETS.flatMap((name) => bestCandidate(attributes[name]) ?? []);
  const written = [
    ...LATE.map((name) => attributes[name]).filter((address) => !isBlankAddress(address ?? '')),
    ...sets.filter(({ told }) => told >= WIDE_TOLD).map(({ url }) => url),
    ...(isBlank ? [] : [src]),
    ...sets.map(({ url }) => url),
    ...(isBlank ? [otherFile(attributes), src] : []),
  ];
  for (const address of written) {
    const found = httpAddress(address, baseUrl);
    if (found !== undefined) return isCounter(found, attributes) ? undefined : found;
  }
  const data = src?.trim() ?? '';
  return data.length <= LONGEST_DATA && RASTER.test(data) ? data : undefined;
}

/** Whether an `img` has no address but one that keeps its place until a script knows better. */
export function isBlankImage(attributes: Attributes): boolean {
  const hasLate = [...LATE, ...SETS].some((name) => {
    const address = attributes[name]?.trim();
    return address !== undefined && address !== '' && !isBlankAddress(address);
  });
  return !hasLate && (attributes['src'] === undefined || isBlankAddress(attributes['src']));
}

function isBlankAddress(address: string): boolean {
  const written = address.trim();
  if (/^data:/i.test(written)) return written.length < LONGEST_BLANK || /^data:image\/svg/i.test(written);
  return written === '' || written === '#' || /^about:/i.test(written) || BLANK_NAME.test(written);
}

/** The address of an image in an attribute that only this page's scripts know. */
function otherFile(attributes: Attributes): string | undefined {
  return Object.entries(attributes).find(
    ([name, value]) =>
      /^(?:data-|lazy)/i.test(name) && IMAGE_FILE.test(value ?? '') && !isBlankAddress(value ?? ''),
  )?.[1];
}

interface Candidate {
  readonly url: string;
  /** As wide as the page says that it is; 0 where it does not say. */
  readonly told: number;
  readonly width: number;
}

/** The smallest that is at least as wide as the reader, else the largest (HTML standard § 4.8.4.2.2). */
function bestCandidate(srcset: string | undefined): Candidate | undefined {
  if (srcset === undefined || srcset.length > LONGEST_DATA) return undefined;
  const candidates = [...srcset.matchAll(CANDIDATE)].map(([, url = '', rest = '']) => {
    const [, size, unit] = /^\s*([\d.]{1,10})([wx])\s*$/.exec(rest) ?? [];
    const told = unit === 'w' ? Number(size) : 0;
    return { url, told, width: unit === 'w' ? told : Number(size ?? 1) * (WIDE_ENOUGH / 2) };
  });
  candidates.sort((first, second) => first.width - second.width);
  return candidates.find(({ width }) => width >= WIDE_ENOUGH) ?? candidates.at(-1);
}

function isPixel(attributes: Attributes): boolean {
  if (['width', 'height'].some((name) => /^\s*[01](?:px)?\s*$/.test(attributes[name] ?? ''))) return true;
  return /(?:^|;)\s*(?:max-)?(?:width|height)\s*:\s*[01](?:px)?\s*(?:!important\s*)?(?:;|$)/i.test(
    attributes['style'] ?? '',
  );
}

/** An image without words or size at an address made for counting readers. */
function isCounter(address: string, attributes: Attributes): boolean {
  if ((attributes['alt'] ?? '').trim() !== '') return false;
  if (['width', 'height'].some((name) => Number.parseInt(attributes[name] ?? '', 10) > 1)) return false;
  const { hostname, pathname } = new URL(address);
  return COUNTED.test(pathname) && COUNTING.test(`${hostname}${pathname}`);
}
