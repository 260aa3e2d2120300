// What a page says about itself: where and when it was published, by whom.

import { Parser } from 'htmlparser2';
import type { PageArticle } from './articleBody.ts';
import { completeFacts, NO_FACTS, type DocumentFacts } from './articleItem.ts';
import { httpAddress, joinNames, languageTag, oneLine } from './facts.ts';
import { jsonLdFacts } from './jsonLd.ts';
import { plainLine } from './plainLine.ts';
import { publishedDate } from './publishedDate.ts';
import { tagNames } from './tagNames.ts';
import { titleHeadline, withoutSite } from './titleHeadline.ts';

export interface HtmlMetadata {
  readonly facts: DocumentFacts;
  /** Resolves the page's relative addresses. */
  readonly baseUrl: string | undefined;
}

const TAGS = ['keywords', 'news_keywords', 'article:tag', 'og:article:tag', 'parsely-tags'];

/** The parts of a page that its metadata is made of. */
interface Found {
  /** By name or property in lower case. */
  readonly meta: Map<string, string[]>;
  readonly jsonLd: string[];
  canonical: string | undefined;
  base: string | undefined;
  language: string | undefined;
  title: string;
}

/**
 * Gives the facts of a page: from JSON-LD first, then OpenGraph, then other meta elements, then what is
 * visible in the article. The site's name at a title's end or beginning is cut off where the page also gives it
 * elsewhere.
 *
 * @param markup Bounded in depth.
 */
export function htmlMetadata(markup: string, article: PageArticle): HtmlMetadata {
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
    tags: tagNames(TAGS.flatMap(all)),
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
    tags: [],
  };
  const published = article.times.map(date).find((time) => time !== undefined);
  const page = { ...NO_FACTS, language: languageTag(found.language) };
  const exact = jsonLdFacts(found.jsonLd);
  const known = [exact, openGraph, page, meta, { ...NO_FACTS, published }].reduce(completeFacts);
  const headline =
    exact.headline === undefined
      ? titleHeadline(known.headline ?? oneLine(found.title), known.outlet, article)
      : withoutSite(exact.headline, known.outlet);
  const facts = { ...known, headline };
  return { facts, baseUrl: httpAddress(found.base, facts.url) ?? facts.url };
}

function findIn(markup: string): Found {
  const found: Found = {
    meta: new Map(),
    jsonLd: [],
    canonical: undefined,
    base: undefined,
    language: undefined,
    title: '',
  };
  let reading: 'jsonLd' | 'title' | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      readAttributes(name, attributes, found);
      if (name === 'script' && attributes['type']?.trim().toLowerCase() === 'application/ld+json') {
        reading = 'jsonLd';
        found.jsonLd.push('');
      } else if (name === 'title' && found.title === '') reading = 'title';
    },
    ontext(data) {
      if (reading === 'jsonLd') found.jsonLd.push((found.jsonLd.pop() ?? '') + data);
      else if (reading === 'title') found.title += data;
    },
    onclosetag(name) {
      if (name === 'script' || name === 'title') reading = undefined;
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
