// Where an image really is, when pages load it late or offer it in several sizes.

import { httpAddress } from './facts.ts';

type Attributes = Readonly<Partial<Record<string, string>>>;

const LATE = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-hi-res-src', 'data-url'];
const SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];
const WIDE_ENOUGH = 1600;
const LONGEST_DATA = 65_536;
const RASTER = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/]+={0,2}$/i;
const CANDIDATE = /(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g;

/**
 * Gives the address of an `img`: the one it is loaded from late, else its `src`, else the best of its
 * `srcset`, else a small raster image written into the page; undefined for none and for tracking pixels.
 */
export function imageAddress(attributes: Attributes, baseUrl: string | undefined): string | undefined {
  if (isPixel(attributes)) return undefined;
  const written = [
    ...LATE.map((name) => attributes[name]),
    attributes['src'],
    ...SETS.map((name) => bestCandidate(attributes[name])),
  ];
  for (const address of written) {
    const found = httpAddress(address, baseUrl);
    if (found !== undefined) return found;
  }
  const data = attributes['src']?.trim() ?? '';
  return data.length <= LONGEST_DATA && RASTER.test(data) ? data : undefined;
}

/** The smallest that is at least as wide as the reader, else the largest (HTML standard § 4.8.4.2.2). */
function bestCandidate(srcset: string | undefined): string | undefined {
  if (srcset === undefined || srcset.length > LONGEST_DATA) return undefined;
  const candidates = [...srcset.matchAll(CANDIDATE)].map(([, url, size, unit]) => ({
    url,
    width: Number(size ?? 1) * (unit === 'w' ? 1 : WIDE_ENOUGH / 2),
  }));
  candidates.sort((first, second) => first.width - second.width);
  return (candidates.find(({ width }) => width >= WIDE_ENOUGH) ?? candidates.at(-1))?.url;
}

function isPixel(attributes: Attributes): boolean {
  return ['width', 'height'].some((name) => /^\s*[01](?:px)?\s*$/.test(attributes[name] ?? ''));
}
