// What a page says of its article, from however many places.

import { publishedTime } from '../../text/publishedTime.ts';
import type { DocumentFacts } from '../articleItem.ts';
import { joinNames, oneLine } from '../facts.ts';

/** Every fact may be missing. */
export interface PageFacts {
  readonly headline: string | undefined;
  /** Names as printed, without "By". */
  readonly authors: readonly string[];
  readonly outlet: string | undefined;
  /** Absolute http or https address. */
  readonly url: string | undefined;
  /** ISO 8601 with the precision that the publisher gave. */
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly language: string | undefined;
  /** The part of the paper: "World", "Opinion". */
  readonly section: string | undefined;
  /** The address of a licence, or its name. */
  readonly licence: string | undefined;
  /** Absolute address of the picture that stands for the article. */
  readonly image: string | undefined;
  readonly tags: readonly string[];
}

export const NO_PAGE_FACTS: PageFacts = {
  headline: undefined,
  authors: [],
  outlet: undefined,
  url: undefined,
  published: undefined,
  updated: undefined,
  language: undefined,
  section: undefined,
  licence: undefined,
  image: undefined,
  tags: [],
};

/** Programs write when they saved an article that they have just published. */
const ONE_MINUTE = 60_000;

/**
 * Gives the facts as any document has them. A change is one only if it came a minute after the publication.
 *
 * @param url Under which the article is kept.
 */
export function documentFacts(facts: PageFacts, url: string | undefined): DocumentFacts {
  const { headline, authors, outlet, published, updated, language, section, licence, tags } = facts;
  const first = publishedTime(published);
  const last = publishedTime(updated);
  const isChange = last !== undefined && (first === undefined || last - first >= ONE_MINUTE);
  return {
    headline,
    byline: joinNames(authors),
    outlet,
    url,
    published,
    updated: isChange ? updated : undefined,
    language,
    section,
    licence,
    tags,
  };
}

const MOST_AUTHORS = 50;
const LONGEST_NAME = 200;
const BY = /^(?:by|von|par|por|di|door|av|af|von:|от|автор:?|author:?|written by|posted by)\s+(?=\S)/iu;
const ADDRESS = /^(?:https?:|www\.|@?[\w.-]+@[\w.-]+$)/iu;

/**
 * Gives names as a byline prints them, each once; addresses, what is no name and names with
 * more behind them are left out.
 *
 * @example ["By Ada Byron", "https://example.org/li", "ada byron"] gives ["Ada Byron"].
 */
export function authorNames(written: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const name of written.slice(0, MOST_AUTHORS)) {
    const bare = oneLine(name)
      ?.replace(BY, '')
      .replace(/[\s,;|]+$/u, '');
    if (bare === undefined || bare.length > LONGEST_NAME || ADDRESS.test(bare) || !/\p{L}/u.test(bare))
      continue;
    if (!byKey.has(bare.toLowerCase())) byKey.set(bare.toLowerCase(), bare);
  }
  const names = [...byKey.values()];
  return names.filter((name) => !names.some((other) => name !== other && name.startsWith(`${other} `)));
}

/**
 * Gives names in capitals as another place on the page writes them.
 *
 * @example ["ADA BYRON"] with ["Ada Byron"] known gives ["Ada Byron"].
 */
export function withoutCapitals(names: readonly string[], known: readonly string[]): readonly string[] {
  return names.map((name) => {
    if (name !== name.toUpperCase()) return name;
    const key = name.toLowerCase();
    return known.find((other) => other !== name && other.toLowerCase() === key) ?? name;
  });
}
