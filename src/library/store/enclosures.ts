// The files of an item as a column of its row: a JSON array.

import type { Enclosure } from '../../core/model/item.ts';

/** How many files of an item are kept. */
const MOST = 20;

/** Gives the column's text; null where there is no file. */
export function enclosuresText(enclosures: readonly Enclosure[] = []): string | null {
  return enclosures.length === 0 ? null : JSON.stringify(enclosures.slice(0, MOST));
}

/** Gives the files of a parsed column, whoever wrote it: as far as it names files of the web. */
export function toEnclosures(values: unknown): readonly Enclosure[] {
  return Array.isArray(values) ? values.slice(0, MOST).flatMap(toEnclosure) : [];
}

function toEnclosure(value: unknown): readonly Enclosure[] {
  if (typeof value !== 'object' || value === null) return [];
  const { url, type, title, length, duration } = value as Readonly<Record<string, unknown>>;
  if (typeof url !== 'string' || !/^https?:\/\//i.test(url)) return [];
  return [
    {
      url,
      type: typeof type === 'string' ? type : undefined,
      length: amount(length),
      title: typeof title === 'string' ? title : undefined,
      duration: amount(duration),
    },
  ];
}

function amount(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}
