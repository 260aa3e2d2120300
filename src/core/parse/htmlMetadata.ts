// What a page says about itself: where and when it was published, by whom.

import { Parser } from 'htmlparser2';
import { headlineKey } from '../text/headlineKey.ts';
import { completeFacts, NO_FACTS, type DocumentFacts } from './articleItem.ts';
import { httpAddress, joinNames, languageTag, oneLine } from './facts.ts';
import { jsonLdFacts } from './jsonLd.ts';
import { plainLine } from './plainLine.ts';
import { publishedDate } from './publishedDate.ts';

export interface HtmlMetadata {
  readonly facts: DocumentFacts;
  /** Resolves the page's relative addresses. */
  readonly baseUrl: string | undefined;
}

/** The parts of a page that its metadata is made of. */
interface Found {
  /** By name or property in lower case. */
  readonly meta: Map<string, string[]>;
  readonly jsonLd: string[];
  readonly times: string[];
  canonical: string | undefined;
  base: string | undefined;
  language: string | undefined;
  title: string;
  heading: string;
}

const TITLE_PARTS = /\s+[|–—·»:-]\s+/u;

/**
 * Gives the facts of a page: from JSON-LD first, then OpenGraph, then other meta elements, then what is
 * visible. The site's name at a title's end or beginning is cut off where the page also gives it elsewhere.
 *
 * @param markup Bounded in depth.
 */
export function htmlMetadata(markup: string): HtmlMetadata {
  const found = findIn(markup);
  const first = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => found.meta.get(key)?.[0]).find((value) => value !== undefined);
  const all = (key: string): readonly string[] => found.meta.get(key) ?? [];
  const names = (key: string): string | undefined =>
    joinNames(all(key).filter((name) => !/^https?:/iu.test(name)));
  const baseUrl = httpAddress(found.base);

  const openGraph: DocumentFacts = {
    headline: first('og:title'),
    byline: names('article:author') ?? names('og:article:author'),
    outlet: first('og:site_name'),
    url: httpAddress(first('og:url'), baseUrl),
    published: date(first('article:published_time', 'og:article:published_time')),
    language: languageTag(first('og:locale')),
  };
  const meta: DocumentFacts = {
    headline: first('dc.title', 'dcterms.title', 'parsely-title', 'twitter:title'),
    byline:
      names('author') ??
      names('dc.creator') ??
      names('dcterms.creator') ??
      names('parsely-author') ??
      names('byl'),
    outlet: first('application-name', 'dc.publisher', 'dcterms.publisher'),
    url: httpAddress(found.canonical, baseUrl),
    published: date(
      first(
        'date',
        'dc.date',
        'dc.date.issued',
        'dcterms.created',
        'pubdate',
        'publishdate',
        'parsely-pub-date',
        'datepublished',
      ),
    ),
    language: languageTag(first('content-language', 'dc.language')),
  };
  const visible: DocumentFacts = {
    ...NO_FACTS,
    headline: undefined,
    published: found.times.map(date).find((time) => time !== undefined),
  };
  const page = { ...NO_FACTS, language: languageTag(found.language) };
  const known = [jsonLdFacts(found.jsonLd), openGraph, page, meta, visible].reduce(completeFacts);
  const headline = withoutSite(known.headline, known.outlet) ?? visibleHeadline(found, known.outlet);
  const facts = { ...known, headline };
  return { facts, baseUrl: httpAddress(found.base, facts.url) ?? facts.url };
}

function findIn(markup: string): Found {
  const found: Found = {
    meta: new Map(),
    jsonLd: [],
    times: [],
    canonical: undefined,
    base: undefined,
    language: undefined,
    title: '',
    heading: '',
  };
  let reading: 'jsonLd' | 'title' | 'heading' | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      readAttributes(name, attributes, found);
      if (name === 'script' && attributes['type']?.trim().toLowerCase() === 'application/ld+json') {
        reading = 'jsonLd';
        found.jsonLd.push('');
      } else if (name === 'title' && found.title === '') reading = 'title';
      else if (name === 'h1' && found.heading.trim() === '') reading = 'heading';
    },
    ontext(data) {
      if (reading === 'jsonLd') found.jsonLd.push((found.jsonLd.pop() ?? '') + data);
      else if (reading !== undefined) found[reading] += data;
    },
    onclosetag(name) {
      if (name === 'script' || name === 'title' || name === 'h1') reading = undefined;
    },
  });
  parser.end(markup);
  return found;
}

function readAttributes(
  name: string,
  attributes: Readonly<Partial<Record<string, string>>>,
  found: Found,
): void {
  if (name === 'html') found.language ??= attributes['lang'] ?? attributes['xml:lang'];
  else if (name === 'base') found.base ??= attributes['href'];
  else if (name === 'time' && attributes['datetime'] !== undefined) found.times.push(attributes['datetime']);
  else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/iu.test(attributes['rel'] ?? ''))
    found.canonical ??= attributes['href'];
  else if (name === 'meta') {
    const key = (
      attributes['property'] ??
      attributes['name'] ??
      attributes['itemprop'] ??
      attributes['http-equiv'] ??
      ''
    )
      .trim()
      .toLowerCase();
    const value = plainLine(attributes['content'] ?? '');
    if (value !== undefined) found.meta.set(key, [...(found.meta.get(key) ?? []), value]);
  }
}

function date(written: string | undefined): string | undefined {
  return written === undefined ? undefined : publishedDate(written);
}

/** The first heading where the page's title repeats it, else the title; a heading of its own may be the site's name. */
function visibleHeadline(found: Found, outlet: string | undefined): string | undefined {
  const title = withoutSite(oneLine(found.title), outlet);
  const heading = oneLine(found.heading);
  if (title === undefined || heading === undefined) return title ?? heading;
  return headlineKey(title).includes(headlineKey(heading)) ? heading : title;
}

function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (title === undefined || site === undefined) return title;
  const separators = [...title.matchAll(new RegExp(TITLE_PARTS, 'gu'))];
  const isSite = (part: string): boolean => headlineKey(part) === headlineKey(site);
  for (const separator of separators) {
    const before = title.slice(0, separator.index);
    const after = title.slice(separator.index + separator[0].length);
    if (isSite(after)) return before;
    if (isSite(before)) return after;
  }
  return title;
}
