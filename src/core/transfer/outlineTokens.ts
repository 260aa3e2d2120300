// The outlines of an OPML file that need not be well-formed.

import { decodedReferences } from '../parse/feed/references.ts';
import { readXmlTokens } from '../parse/feed/xmlTokens.ts';

export type OutlineToken =
  | {
      readonly kind: 'outline';
      /** By names in lower case, references decoded. */
      readonly facts: ReadonlyMap<string, string>;
      /** Whether it has no end tag of its own. */
      readonly isClosed: boolean;
    }
  | { readonly kind: 'end' };

export interface OutlineTokens {
  /** The title in the head, as written. */
  readonly title: string | undefined;
  readonly tokens: readonly OutlineToken[];
  readonly isOpml: boolean;
  /** Whether there are more outlines than were asked for. */
  readonly hasMore: boolean;
}

const FACTS = new Set(['text', 'title', 'type', 'xmlurl', 'htmlurl', 'feedurl', 'url', 'iscomment']);
const LONGEST_FACT = 4000;

/** Gives at most `most` outlines and the ends between them, in time proportional to the length. */
export function outlineTokens(text: string, most: number): OutlineTokens {
  const tokens: OutlineToken[] = [];
  const titles: string[] = [];
  let outlines = 0;
  let isOpml = false;
  let isInTitle = false;
  const addTitle = (data: string): void => {
    if (isInTitle && outlines === 0) titles.push(data);
  };
  readXmlTokens(
    text,
    {
      open(name, attributes, isClosed) {
        const tag = name.toLowerCase();
        isOpml ||= tag === 'opml' || tag === 'outline';
        isInTitle = tag === 'title' && !isClosed;
        if (tag !== 'outline' || ++outlines > most) return;
        const facts = new Map<string, string>();
        for (const [written, value] of attributes) {
          const key = written.toLowerCase();
          if (FACTS.has(key) && !facts.has(key))
            facts.set(key, decodedReferences(value.slice(0, LONGEST_FACT)));
        }
        tokens.push({ kind: 'outline', facts, isClosed });
      },
      close(name) {
        isInTitle = false;
        if (name.toLowerCase() === 'outline') tokens.push({ kind: 'end' });
      },
      text: addTitle,
      cdata: addTitle,
    },
    () => outlines > most,
  );
  const title = titles.join('').trim();
  return { title: title === '' ? undefined : title, tokens, isOpml, hasMore: outlines > most };
}
