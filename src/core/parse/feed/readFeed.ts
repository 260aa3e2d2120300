// The way in for every feed: bytes as they came from the network in, a feed and its problems out.

import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import type { Feed, FeedFormat } from '../../model/feed.ts';
import type { Problem } from '../../model/problem.ts';
import { decodeText } from '../decodeText.ts';
import { LARGEST_DOCUMENT } from '../documentKinds.ts';
import { oneLine } from '../facts.ts';
import { atomFeed } from './atomFeed.ts';
import { feedMarkup, type FeedMarkup } from './feedMarkup.ts';
import { feedRhythm } from './feedRhythm.ts';
import { fileKind, type FileKind } from './fileKind.ts';
import { jsonFeed } from './jsonFeed.ts';
import { isObject, jsonObject } from './jsonObject.ts';
import { rdfFeed, rssFeed } from './rssFeed.ts';
import { rssInJson } from './rssInJson.ts';

export interface FetchedFeed {
  readonly bytes: Uint8Array;
  /** The Content-Type header: "application/rss+xml; charset=utf-8". */
  readonly contentType: string | undefined;
  /** Where it was fetched in the end; relative addresses stand under it, and problems name it. */
  readonly url: string;
}

type XmlFile = Extract<FileKind, { readonly kind: 'xml' }>;

const CHARSET = /;\s*charset\s*=\s*["']?([^"';\s]+)/iu;
const NO_FEED: Feed = {
  format: undefined,
  version: undefined,
  title: undefined,
  description: undefined,
  homeUrl: undefined,
  selfUrl: undefined,
  movedTo: undefined,
  language: undefined,
  image: undefined,
  licence: undefined,
  rhythm: feedRhythm({}),
  entries: [],
  problems: [],
};

/**
 * Gives a feed in RSS, RDF, Atom or JSON Feed. It never throws: broken XML and JSON are read as far as they go, and a
 * file that is no feed gives one without entries and a problem that says what it is.
 */
export function readFeed({ bytes, contentType, url }: FetchedFeed): Feed {
  if (bytes.length > LARGEST_DOCUMENT) {
    return failed('too large', url, `is larger than ${LARGEST_DOCUMENT / 1_000_000} MB and was not read.`);
  }
  const charset = CHARSET.exec(contentType ?? '')?.[1];
  const { text, problems } = decodeText(bytes, 'xml', url, charset);
  if (text === undefined) {
    const kind = problems[0]?.kind === 'empty' ? 'empty' : 'binary';
    return failed(kind, url, kind === 'empty' ? 'is empty.' : 'is no feed: it is not a text file.');
  }
  try {
    const feed = readText(text, url);
    if (feed.format === undefined) return feed;
    return { ...feed, problems: [...problems.map(withoutAdvice), ...feed.problems] };
  } catch (error) {
    // A fault of the parser, or of ours, must not hold up other feeds.
    const reason = oneLine(error instanceof Error ? error.message : String(error)) ?? 'unknown error';
    return failed('unreadable', url, `could not be read as a feed (${reason}).`);
  }
}

function readText(text: string, url: string): Feed {
  const file = fileKind(text);
  if (file.kind === 'xml') return readXml(text, file, url);
  if (file.kind === 'json') return readJson(text, url);
  return failed('unknown type', url, file.is === 'empty' ? 'is empty.' : `is no feed: it is ${file.is}.`);
}

function readXml(text: string, { root, start }: XmlFile, url: string): Feed {
  const { xml, isMended, cut } = feedMarkup(text.slice(start), root === 'channel');
  const facts =
    root === 'feed'
      ? atomFeed(parseAtomFeed(xml), url)
      : root === 'rdf'
        ? rdfFeed(parseRdfFeed(xml), url)
        : rssFeed(parseRssFeed(xml), url);
  const format = ({ feed: 'atom', rdf: 'rdf', rss: 'rss', channel: 'rss' } as const)[root];
  const hasJunk =
    text
      .slice(0, start)
      .replace(/<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^]*$/giu, '')
      .trim() !== '';
  return {
    ...facts,
    format,
    version: versionOf(format, text.slice(start, start + 4096)),
    problems: mended(url, isMended || hasJunk, cut, 'XML'),
  };
}

function readJson(text: string, url: string): Feed {
  const json = jsonObject(text);
  if (json === undefined) return failed('unknown type', url, 'is no feed: it is JSON of another kind.');
  const { version, rss } = json.value;
  if (isObject(rss)) {
    const feed = readXml(rssInJson(rss), { kind: 'xml', root: 'rss', start: 0 }, url);
    return { ...feed, version: typeof rss['version'] === 'string' ? rss['version'] : undefined };
  }
  const isFeed = typeof version === 'string' && version.includes('jsonfeed.org/');
  if (!isFeed && !Array.isArray(json.value['items'])) {
    return failed('unknown type', url, 'is no feed: it is JSON of another kind.');
  }
  const facts = jsonFeed(parseJsonFeed(json.value), url);
  const number = isFeed ? /[\d.]+$/u.exec(version.replace(/\/$/u, ''))?.[0] : undefined;
  return {
    ...facts,
    format: 'json',
    version: number,
    problems: mended(url, json.isMended, json.isCut ? 'by the end' : undefined, 'JSON'),
  };
}

function versionOf(format: FeedFormat, beginning: string): string | undefined {
  const tag = beginning.slice(0, beginning.indexOf('>'));
  if (format === 'rdf') return tag.includes('purl.org/rss/1.0') ? '1.0' : '0.90';
  const written = /\sversion\s*=\s*["'](\d[\d.]*)/iu.exec(tag)?.[1];
  return written ?? (format === 'atom' ? '1.0' : undefined);
}

/** How to save a file is nothing that a reader of a feed can act on. */
function withoutAdvice(problem: Problem): Problem {
  return { ...problem, sentence: problem.sentence.replace(/; if letters look wrong, .*$/u, '.') };
}

function mended(
  where: string,
  isMended: boolean,
  cut: FeedMarkup['cut'],
  language: string,
): readonly Problem[] {
  if (!isMended && cut === undefined) return [];
  const words =
    cut === undefined
      ? `is not well-formed ${language} and was read as far as it could be understood.`
      : cut === 'by the end'
        ? 'is cut off; the entries that came whole were read.'
        : 'has more than can be read; its first entries were taken.';
  return [{ kind: 'markup', outcome: 'taken', where, sentence: `${where} ${words}` }];
}

function failed(kind: Problem['kind'], where: string, words: string): Feed {
  return { ...NO_FEED, problems: [{ kind, outcome: 'skipped', where, sentence: `${where} ${words}` }] };
}
