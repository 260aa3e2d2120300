// Files, pictures and texts of Media RSS (Yahoo, version 1.5.1).

import type { MediaNs } from 'feedsmith';
import type { Enclosure } from '../../model/item.ts';
import { httpAddress } from '../facts.ts';
import { isPicture, isRecording } from './entryFiles.ts';
import { plainName } from './plainText.ts';

type Media = MediaNs.ItemOrFeed | undefined;
type Content = NonNullable<MediaNs.ItemOrFeed['contents']>[number];

const MOST = 50;
/** Players of the time before HTML had video; nothing plays them any more. */
const FLASH = 'application/x-shockwave-flash';
/** Portraits of authors, which blogs name among the pictures of each entry. */
const PORTRAIT = /^https?:\/\/(?:[\w-]+\.)*gravatar\.com\/avatar\//iu;

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

/** Gives the widest picture of an entry: one of its media, else a thumbnail, and the portrait of its author. */
export function mediaImages(
  media: Media,
  baseUrl: string | undefined,
): { readonly image: string | undefined; readonly portrait: string | undefined } {
  const contents = contentsOf(media);
  const images = contents.filter(isImage);
  const thumbnails = [media, ...(media?.groups ?? []), ...contents].flatMap((part) => part?.thumbnails ?? []);
  const addresses = [images, thumbnails]
    .flatMap((pictures) => pictures.toSorted((first, second) => (second.width ?? 0) - (first.width ?? 0)))
    .flatMap(({ url }) => httpAddress(url, baseUrl) ?? []);
  return {
    image: addresses.find((address) => !PORTRAIT.test(address)),
    portrait: addresses.find((address) => PORTRAIT.test(address)),
  };
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

/** What has a size and no kind at all is a picture, unless it lasts. */
function isImage(content: Content): boolean {
  const { medium, type, width, height, duration } = content;
  if (medium !== undefined) return medium === 'image';
  if (type !== undefined || isPicture(content)) return isPicture(content);
  return width !== undefined && height !== undefined && duration === undefined && !isRecording(content);
}
