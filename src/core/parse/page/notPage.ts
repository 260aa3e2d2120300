// Tells web pages from what else an address may lead to.

const NAMES: readonly (readonly [type: RegExp, name: string])[] = [
  [/^application\/pdf$/u, 'a PDF document'],
  [/^image\//u, 'an image'],
  [/^audio\//u, 'a sound file'],
  [/^video\//u, 'a video'],
  [/^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$/u, 'a feed'],
  [/^application\/(?:zip|gzip|x-(?:tar|gzip|7z|rar)[\w-]*)$/u, 'an archive'],
  [/^(?:application\/json|text\/(?:css|csv|javascript)|application\/javascript)$/u, 'data'],
];
const FEED =
  /^\uFEFF?\s*(?:<\?xml[^>]{0,500}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:rss|feed|rdf:RDF)[\s>]/u;
const BEGINNING = 4096;

/**
 * Says what a response is that is no web page, by its type and by its beginning; undefined for a page and for
 * what may be one.
 *
 * @example "application/pdf" gives "a PDF document".
 */
export function notPage(contentType: string | undefined, bytes: Uint8Array): string | undefined {
  const beginning = new TextDecoder('utf-8').decode(bytes.subarray(0, BEGINNING));
  if (beginning.startsWith('%PDF-')) return 'a PDF document';
  if (FEED.test(beginning)) return 'a feed';
  if (/<(?:!doctype html|html|head|body)[\s>]/iu.test(beginning)) return undefined;
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return NAMES.find(([pattern]) => pattern.test(type))?.[1];
}
