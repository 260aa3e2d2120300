// RSS written as JSON (github.com/scripting/Scripting-News, rss-in-json), as the XML that it stands for.

import { isObject } from './jsonObject.ts';
import { escapedReferences } from './references.ts';

/** Elements whose facts are attributes. */
const WITH_ATTRIBUTES = new Set([
  'enclosure',
  'guid',
  'source',
  'category',
  'media:content',
  'media:thumbnail',
]);
const NAME = /^[a-z_][\w.-]*(?::[a-z_][\w.-]*)?$/iu;
const DEEPEST = 12;

/**
 * Gives the XML of an RSS feed in JSON.
 *
 * @example {"channel":{"title":"Rain"}} gives "<rss><channel><title>Rain</title></channel></rss>".
 */
export function rssInJson(rss: Readonly<Record<string, unknown>>): string {
  return elementOf('rss', rss, DEEPEST);
}

function elementOf(name: string, value: unknown, depth: number): string {
  if (depth === 0 || !NAME.test(name)) return '';
  if (Array.isArray(value)) return value.map((entry) => elementOf(name, entry, depth - 1)).join('');
  if (!isObject(value)) {
    const text = textOf(value);
    return text === undefined ? '' : `<${name}>${escapedReferences(text)}</${name}>`;
  }
  const entries = Object.entries(value).filter(([key]) => key !== '#value');
  const isFlat = WITH_ATTRIBUTES.has(name.toLowerCase());
  const attributes = entries.map(([key, entry]) => {
    const text = isFlat || key.startsWith('xmlns') ? textOf(entry) : undefined;
    return text === undefined || !NAME.test(key)
      ? ''
      : ` ${key}="${escapedReferences(text).replaceAll('"', '&quot;')}"`;
  });
  const inner = isFlat
    ? ''
    : entries
        .filter(([key]) => !key.startsWith('xmlns'))
        .map(([key, entry]) => elementOf(key, entry, depth - 1))
        .join('');
  return `<${name}${attributes.join('')}>${escapedReferences(textOf(value['#value']) ?? '')}${inner}</${name}>`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
