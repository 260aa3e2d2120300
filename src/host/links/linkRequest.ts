// What a link into Broadsheet asks for, and the link to an article.

import type { TextRange } from '../../core/model/search.ts';

export type LinkRequest =
  | {
      readonly kind: 'article';
      readonly key: string | undefined;
      /** An http or https address. */
      readonly url: string | undefined;
      readonly passage: LinkedPassage | undefined;
    }
  | { readonly kind: 'search'; readonly query: string };

/** A passage by its offsets in the article's text, or by its words. */
export type LinkedPassage =
  | { readonly kind: 'offsets'; readonly range: TextRange }
  | { readonly kind: 'words'; readonly words: string };

/** What is longer was not made by a person who wants to read something. */
const LONGEST = 4000;
const PARAMETERS = /(?:^|&)(key|url|passage|q)=/g;

/**
 * Reads a link; undefined for one that asks for nothing that there is. Whatever stands in it is text.
 *
 * VS Code decodes the whole query before anybody can tell its parts, so that an address in it may have any characters:
 * a parameter goes on until the next one that is known. What this program writes is encoded twice, and so is exact.
 *
 * @param path "/article"
 * @param query As `vscode.Uri.query` gives it: "key=byron2025rain&passage=12-40".
 */
export function linkRequest(path: string, query: string): LinkRequest | undefined {
  if (query.length > LONGEST) return undefined;
  const parameters = parametersOf(query);
  if (path === '/search') {
    const words = parameters.get('q')?.replaceAll('+', ' ').trim() ?? '';
    return words === '' ? undefined : { kind: 'search', query: words };
  }
  if (path !== '/article') return undefined;
  const key = /^[a-z][a-z0-9]{0,99}$/.exec(parameters.get('key') ?? '')?.[0];
  const url = webAddress(parameters.get('url') ?? '');
  if (key === undefined && url === undefined) return undefined;
  return { kind: 'article', key, url, passage: passageOf(parameters.get('passage') ?? '') };
}

export interface LinkTarget {
  readonly key: string | undefined;
  readonly url: string | undefined;
}

/**
 * Gives the link to an article: by its key for this library, by its address for others.
 *
 * @param scheme That of the editor: "vscode".
 * @param extension "publisher.name"
 * @example "vscode://publisher.name/article?key=byron2025rain&url=https%253A%252F%252Fexample.org%252Frain"
 */
export function articleLink(scheme: string, extension: string, { key, url }: LinkTarget): string {
  const parameters = [
    ...(key === undefined ? [] : [`key=${key}`]),
    ...(url === undefined ? [] : [`url=${encodeURIComponent(encodeURIComponent(url))}`]),
  ];
  return `${scheme}://${extension}/article?${parameters.join('&')}`;
}

function parametersOf(query: string): ReadonlyMap<string, string> {
  const found = [...query.matchAll(PARAMETERS)];
  return new Map(
    found.map((match, index) => {
      const end = found[index + 1]?.index ?? query.length;
      return [match[1] ?? '', query.slice(match.index + match[0].length, end)];
    }),
  );
}

function webAddress(written: string): string | undefined {
  const address = /^https?%3a/i.test(written) ? decoded(written) : written;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).href;
}

/** As far as it can be decoded. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    const bytes = Uint8Array.from(codes.slice(1).split('%'), (code) => Number.parseInt(code, 16));
    return new TextDecoder().decode(bytes);
  });
}

function passageOf(written: string): LinkedPassage | undefined {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(written) ?? [];
  if (start !== undefined && end !== undefined) {
    const range = [Number(start), Number(end)] as const;
    return range[0] < range[1] ? { kind: 'offsets', range } : undefined;
  }
  const words = /%[0-9a-f]{2}/i.test(written) ? decoded(written) : written;
  return words.trim() === '' ? undefined : { kind: 'words', words: words.trim() };
}
