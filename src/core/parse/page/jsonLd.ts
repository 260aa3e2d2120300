// What a page says of its article in JSON-LD (schema.org).

import { headlineKey } from '../../text/headlineKey.ts';
import { completeFacts, httpAddress, languageTag } from '../facts.ts';
import { plainLine } from '../plainLine.ts';
import { feedDate } from '../feed/feedDate.ts';
import { tagNames } from '../tagNames.ts';
import { authorNames, NO_PAGE_FACTS, type PageFacts } from './pageFacts.ts';

type Thing = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|BlogPosting|MediaPosting|ForumPosting|Report)$/u;
const WEB_PAGE =
  /^(?:https?:\/\/schema\.org\/)?(?:WebPage|ItemPage|AboutPage|CollectionPage|MedicalWebPage)$/u;
const DEEPEST = 6;
const MOST_THINGS = 5000;
const MOST_NAMES = 50;
/** Comments and CDATA marks that hid scripts from old parsers. */
const BEGINNING = /^(?:<!--|(?:\/\/|\/\*)?\s{0,9}<!\[CDATA\[(?:\*\/)?)/;
const END = /(?:-->|(?:\/\/|\/\*)?\s{0,9}\]\]>(?:\*\/)?)?\s{0,9};?$/;
const LONGEST_END = 40;
/** Line ends inside strings, which JSON forbids and pages have. */
const CONTROLS = /[\0-\x1F]+/g;
/** A comma behind the last entry, which JSON forbids too. An open string ends with the text, in linear time. */
const STRING_OR_LAST_COMMA = /"(?:[^"\\]|\\.?)*(?:"|$)|,(?=\s*[}\]])/g;

/**
 * Gives the facts of a page's article by its JSON-LD scripts, completed from what they say of the page; arrays,
 * `@graph` and pages that name the article as their main entity are searched. Of several articles it is the one
 * at `address`, else the first. Scripts that are no JSON are passed over.
 *
 * @param address Where the page says that it is.
 * @param base Resolves relative addresses.
 * @param titles What the page shows as its title and headings; they tell a headline from a description.
 */
export function jsonLdFacts(
  scripts: readonly string[],
  address: string | undefined,
  base: string | undefined,
  titles: readonly string[],
): PageFacts {
  const things = scripts.flatMap((script) => thingsIn(parsed(script), DEEPEST)).slice(0, MOST_THINGS);
  const articles = things.filter((thing) => names(thing['@type']).some((type) => ARTICLE.test(type)));
  const article =
    articles.find((thing) => address !== undefined && urlOf(thing, base) === address) ?? articles[0];
  const page = things.find((thing) => names(thing['@type']).some((type) => WEB_PAGE.test(type)));
  const ofPage = page === undefined ? NO_PAGE_FACTS : { ...factsOf(page, things, base), headline: undefined };
  if (article === undefined) return ofPage;
  const facts = { ...factsOf(article, things, base), headline: headlineOf(article, titles) };
  return completeFacts(facts, ofPage);
}

/** Encyclopedias have their headline as the name, and a description as the headline. */
function headlineOf(thing: Thing, titles: readonly string[]): string | undefined {
  const [headline, name] = [line(thing['headline']), line(thing['name'])];
  if (headline === undefined || name === undefined) return headline ?? name;
  const shown = titles.map(headlineKey);
  const isShown = (text: string): boolean => shown.some((title) => title.includes(headlineKey(text)));
  return isShown(name) && !isShown(headline) ? name : headline;
}

function factsOf(thing: Thing, things: readonly Thing[], base: string | undefined): PageFacts {
  return {
    headline: line(thing['headline']) ?? line(thing['name']),
    authors: authorNames(namesOf(thing['author'] ?? thing['creator'], things)),
    outlet: namesOf(thing['publisher'] ?? thing['isPartOf'], things)[0],
    url: urlOf(thing, base),
    published: date(thing['datePublished']) ?? date(thing['dateCreated']),
    updated: date(thing['dateModified']),
    language: languageTag(names(thing['inLanguage'])[0]),
    section: names(thing['articleSection'])[0],
    licence: httpAddress(addressOf(thing['license']), base) ?? names(thing['license'])[0],
    image: imageOf(thing['image'] ?? thing['primaryImageOfPage'], things, base),
    tags: tagNames(names(thing['keywords'])),
  };
}

function urlOf(thing: Thing, base: string | undefined): string | undefined {
  return httpAddress(addressOf(thing['url']) ?? addressOf(thing['mainEntityOfPage']), base);
}

function parsed(script: string): unknown {
  const bare = script.trim().replace(BEGINNING, '');
  const json = (bare.slice(0, -LONGEST_END) + bare.slice(-LONGEST_END).replace(END, '')).replace(
    CONTROLS,
    ' ',
  );
  return (
    parsedJson(json) ?? parsedJson(json.replace(STRING_OR_LAST_COMMA, (part) => (part === ',' ? '' : part)))
  );
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function thingsIn(value: unknown, depth: number): readonly Thing[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => thingsIn(entry, depth - 1));
  if (!isThing(value)) return [];
  const inside = ['@graph', 'mainEntity', 'mainEntityOfPage', 'publisher', 'author', 'image'].map(
    (key) => value[key],
  );
  return [value, ...inside.flatMap((entry) => thingsIn(entry, depth - 1))];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names of persons and organisations: as text, as things with a name, or by reference to a thing elsewhere on the page. */
function namesOf(value: unknown, things: readonly Thing[]): readonly string[] {
  if (Array.isArray(value)) return value.slice(0, MOST_NAMES).flatMap((entry) => namesOf(entry, things));
  if (!isThing(value)) return names(value).filter((name) => !/^https?:/iu.test(name));
  const known = value['name'] === undefined ? meant(value, things, 'name') : value;
  return known === undefined ? names(partsOfName(value)) : names(known['name']);
}

function partsOfName({ givenName, familyName }: Thing): string | undefined {
  const parts = [line(givenName), line(familyName)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** The thing elsewhere on the page that a reference by `@id` means. */
function meant(reference: Thing, things: readonly Thing[], key: string): Thing | undefined {
  if (reference['@id'] === undefined) return undefined;
  return things.find((thing) => thing['@id'] === reference['@id'] && thing[key] !== undefined);
}

function imageOf(value: unknown, things: readonly Thing[], base: string | undefined): string | undefined {
  if (Array.isArray(value)) {
    const images = value.slice(0, MOST_NAMES).map((entry) => imageOf(entry, things, base));
    return images.find((image) => image !== undefined);
  }
  if (!isThing(value)) return httpAddress(line(value), base);
  const known = value['url'] === undefined ? (meant(value, things, 'url') ?? value) : value;
  return httpAddress(line(known['url']) ?? line(known['contentUrl']), base);
}

function names(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(names);
  const name = isThing(value) ? line(value['name']) : line(value);
  return name === undefined ? [] : [name];
}

function addressOf(value: unknown): string | undefined {
  return isThing(value) ? (line(value['@id']) ?? line(value['url'])) : line(value);
}

function date(value: unknown): string | undefined {
  return feedDate(typeof value === 'number' ? String(value) : line(value));
}

function line(value: unknown): string | undefined {
  return typeof value === 'string' ? plainLine(value) : undefined;
}
