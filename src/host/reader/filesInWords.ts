// The files of an article as the reader names them.

import type { Enclosure } from '../../core/model/item.ts';
import type { FileInWords } from '../../core/model/readerMessages.ts';
import { localize } from '../localize.ts';

const MEGABYTE = 1_000_000;

/**
 * Gives what there is to hear, to see and to read beside the text. Pictures are left out: those that belong to an
 * article stand in it.
 *
 * @example a recording of 2,040 seconds and 12 million bytes gives "Recording · 34 min · 12 MB".
 */
export function filesInWords(enclosures: readonly Enclosure[], locale: string): readonly FileInWords[] {
  return enclosures
    .filter(
      ({ type, url }) => type?.startsWith('image/') !== true && !/\.(?:jpe?g|png|gif|webp|avif)$/i.test(url),
    )
    .map((enclosure) => ({ url: enclosure.url, text: inWords(enclosure, locale) }));
}

function inWords({ type = '', title, duration, length }: Enclosure, locale: string): string {
  const minutes = duration === undefined ? 0 : Math.round(duration / 60);
  const megabytes = (length ?? 0) / MEGABYTE;
  return [
    title ?? kindOf(type),
    ...(minutes > 0 ? [localize('{0} min', minutes)] : []),
    ...(megabytes >= 0.1 ? [`${shortNumber(megabytes, locale)} MB`] : []),
  ].join(' · ');
}

function kindOf(type: string): string {
  if (type.startsWith('audio/')) return localize('Recording');
  if (type.startsWith('video/')) return localize('Video');
  return type === 'application/pdf' ? 'PDF' : localize('File');
}

function shortNumber(value: number, locale: string): string {
  return value.toLocaleString(locale, { maximumFractionDigits: value < 10 ? 1 : 0 });
}
