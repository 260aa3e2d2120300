// The files of an entry: what its format names, completed from its namespaces.

import type { Enclosure } from '../../model/item.ts';

const RECORDING = /^(?:audio|video)(?:\/|$)/iu;
const RECORDING_FILE = /\.(?:aac|flac|m4[abv]|mp[34]|mov|og[agv]|opus|wav|webm)(?:[?#]|$)/iu;
const PICTURE = /^(?:image(?:\/|$)|(?:jpe?g|png|gif|webp|avif)$)/iu;
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/iu;

type File = Readonly<Partial<Record<'url' | 'type', string | undefined>>>;

/** Whether a file is a picture by its type, or by its address where no type is said. */
export function isPicture({ url, type }: File): boolean {
  return type === undefined ? PICTURE_FILE.test(url ?? '') : PICTURE.test(type.trim());
}

/** Whether a file is one to listen to or to watch, by its type, or by its address where no type is said. */
export function isRecording({ url, type }: File): boolean {
  return type === undefined ? RECORDING_FILE.test(url ?? '') : RECORDING.test(type.trim());
}

/**
 * Gives the files of an entry, each address once.
 *
 * @param own Those that the format names; the others may know how long they last.
 * @param duration In seconds, of the whole entry: that of its first recording, where none is said of it.
 */
export function entryFiles(
  own: readonly Enclosure[],
  others: readonly Enclosure[],
  duration: number | undefined,
): readonly Enclosure[] {
  const byUrl = new Map(others.map((file) => [file.url, file]));
  const known = new Set(own.map(({ url }) => url));
  const files = [
    ...own.map((file) => ({ ...file, duration: file.duration ?? byUrl.get(file.url)?.duration })),
    ...others.filter(({ url }) => !known.has(url)),
  ];
  const first = files.findIndex(isRecording);
  return files.map((file, index) =>
    index === first && file.duration === undefined ? { ...file, duration } : file,
  );
}
