// Files, pictures and texts of Media RSS (Yahoo, version 1.5.1).

import type { MediaNs } from 'feedsmith';
import type { Enclosure } from '../../model/item.ts';
import { httpAddress } from '../facts.ts';
import { plainName } from './plainText.ts';

type Media = MediaNs.ItemOrFeed | undefined;
type Content = NonNullable<MediaNs.ItemOrFeed['contents']>[number];

const MOST = 50;
/** Players of the time before HTML had video; nothing plays them any more. */
const FLASH = 'application/x-shockwave-flash';

/** Gives the recordings and documents among an entry's media; its pictures are no files to play. */
export function mediaEnclosures(media: Media, baseUrl: string | undefined): readonly Enclosure[] {
  return contentsOf(media)
    .filter((content) => !isImage(content) && content.type !== FLASH)
    .slice(0, MOST)
    .flatMap((content) => {
      const url = httpAddress(content.url, baseUrl);
      if (url === undefined) return [];
      const { type, fileSize: length, duration, title } = content;
      return [{ url, type: type ?? content.medium, length, title: plainName(title?.value), duration }];
    });
}

/** Gives the widest picture of an entry: one of its media, else a thumbnail. */
export function mediaImage(media: Media, baseUrl: string | undefined): string | undefined {
  const contents = contentsOf(media);
  const images = contents.filter(isImage);
  const thumbnails = [media, ...(media?.groups ?? []), ...contents].flatMap((part) => part?.thumbnails ?? []);
  for (const pictures of [images, thumbnails]) {
    const widest = pictures.toSorted((first, second) => (second.width ?? 0) - (first.width ?? 0));
    const found = widest.map(({ url }) => httpAddress(url, baseUrl)).find((url) => url !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Gives title, description and keywords of an entry's media, where the entry itself has none. */
export function mediaTexts(media: Media): {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly keywords: readonly string[];
} {
  const parts = [media, ...(media?.groups ?? []), ...contentsOf(media)];
  return {
    title: parts.find((part) => part?.title?.value !== undefined)?.title?.value,
    description: parts.find((part) => part?.description?.value !== undefined)?.description?.value,
    keywords: parts.find((part) => part?.keywords !== undefined)?.keywords ?? [],
  };
}

function contentsOf(media: Media): readonly Content[] {
  return [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap((group) => group.contents ?? [])];
}

function isImage({ medium, type, url }: Content): boolean {
  if (medium !== undefined) return medium === 'image';
  return type === undefined
    ? /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/iu.test(url ?? '')
    : type.startsWith('image/');
}
