// What a page says of its article in JSON-LD (schema.org).

import { NO_FACTS, type DocumentFacts } from './articleItem.ts';
import { httpAddress, joinNames, languageTag } from './facts.ts';
import { plainLine } from './plainLine.ts';
import { publishedDate } from './publishedDate.ts';
import { tagNames } from './tagNames.ts';

type Thing = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|BlogPosting|Report)$/u;
const DEEPEST = 6;
/** Comments and CDATA marks that hid scripts from old parsers. */
const WRAPPING =
  /^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\*\/)?)|(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\*\/)?)\s*;?\s*$/g;
/** Line ends inside strings, which JSON forbids and pages have. */
const CONTROLS = /[\0-\x1F]+/g;

/**
 * Gives the facts of the first article in a page's JSON-LD scripts; arrays, `@graph` and pages that name the
 * article as their main entity are searched. Scripts that are no JSON are passed over.
 */
export function jsonLdFacts(scripts: readonly string[]): DocumentFacts {
  const things = scripts.flatMap((script) => thingsIn(parsed(script), DEEPEST));
  const article = things.find((thing) => names(thing['@type']).some((type) => ARTICLE.test(type)));
  if (article === undefined) return NO_FACTS;
  return {
    headline: line(article['headline']) ?? line(article['name']),
    byline: joinNames(namesOf(article['author'] ?? article['creator'], things)),
    outlet: namesOf(article['publisher'] ?? article['isPartOf'], things)[0],
    url: httpAddress(addressOf(article['url']) ?? addressOf(article['mainEntityOfPage'])),
    published: publishedDate(line(article['datePublished']) ?? ''),
    language: languageTag(names(article['inLanguage'])[0]),
    tags: tagNames(names(article['keywords'])),
  };
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script.replace(WRAPPING, '').replace(CONTROLS, ' '));
  } catch {
    return undefined;
  }
}

function thingsIn(value: unknown, depth: number): readonly Thing[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => thingsIn(entry, depth - 1));
  if (!isThing(value)) return [];
  const inside = [
    value['@graph'],
    value['mainEntity'],
    value['mainEntityOfPage'],
    value['publisher'],
    value['author'],
  ];
  return [value, ...inside.flatMap((entry) => thingsIn(entry, depth - 1))];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names of persons and organisations: as text, as things with a name, or by reference to a thing elsewhere on the page. */
function namesOf(value: unknown, things: readonly Thing[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => namesOf(entry, things));
  if (!isThing(value)) return names(value).filter((name) => !/^https?:/iu.test(name));
  const known =
    value['name'] === undefined
      ? things.find((thing) => thing['@id'] === value['@id'] && thing['name'] !== undefined)
      : value;
  return names(known?.['name']);
}

function names(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(names);
  const name = isThing(value) ? line(value['name']) : line(value);
  return name === undefined ? [] : [name];
}

function addressOf(value: unknown): string | undefined {
  return isThing(value) ? (line(value['@id']) ?? line(value['url'])) : line(value);
}

function line(value: unknown): string | undefined {
  return typeof value === 'string' ? plainLine(value) : undefined;
}
