import assert from 'node:assert/strict';
import type { FeedEntry } from '../../../src/core/model/feed.ts';
import {
  address,
  checkFacts,
  corpusBytes,
  corpusFeed,
  corpusFiles,
  line,
  moment,
  type Difference,
  type Fact,
} from './corpus.ts';

interface Text {
  readonly value?: string;
}

/** The facts that are compared, of all the formats. */
interface Expected {
  readonly title?: string | Text;
  readonly link?: string;
  readonly links?: readonly { readonly href?: string; readonly rel?: string; readonly length?: number }[];
  readonly id?: string;
  readonly guid?: Text;
  readonly rdf?: { readonly about?: string };
  readonly authors?: readonly (string | { readonly name?: string; readonly email?: string })[];
  readonly dc?: { readonly creators?: readonly string[]; readonly dates?: readonly string[] };
  readonly pubDate?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly categories?: readonly {
    readonly name?: string;
    readonly term?: string;
    readonly label?: string;
  }[];
  readonly enclosures?: readonly {
    readonly url?: string;
    readonly type?: string;
    readonly length?: number;
  }[];
  readonly description?: string;
  readonly summary?: string | Text;
  readonly content?: string | { readonly value?: string; readonly encoded?: string };
  readonly language?: string;
  readonly ttl?: number;
  readonly skipHours?: readonly number[];
  readonly skipDays?: readonly string[];
  readonly items?: readonly Expected[];
  readonly entries?: readonly Expected[];
}

const BASE = 'https://feeds.example/dir/feed.xml';
const DIFFERENCES: readonly Difference[] = [
  ['atom-10.xml', 'authors', 'are those of the feed, which hold for its entries (RFC 4287 § 4.2.1)'],
  ['rss-ns.xml', 'id', 'is that of Atom where RSS has none'],
  ['rss-ns.xml', 'authors', 'are those of Dublin Core, which names people and not addresses'],
  ['atom-ns.xml', 'update', 'is that of Dublin Core'],
  ['atom-ns.xml', 'categories', 'are subjects and keywords of other namespaces, too'],
  ['atom-ns.xml', 'enclosures', 'are files of Media RSS, too'],
  ['atom-ns.xml', 'summary', 'is that of another namespace where the format has none'],
  ['rdf-ns.xml', 'update', 'is that of Dublin Core'],
  ['rdf-ns.xml', 'categories', 'are subjects and keywords of other namespaces, too'],
  ['rdf-ns.xml', 'enclosures', 'are files of Media RSS, too'],
  ['rdf-ns.xml', 'summary', 'is that of another namespace where the format has none'],
  ['rss-ns.xml', 'update', 'is that of Dublin Core'],
  ['rss-ns.xml', 'categories', 'are subjects and keywords of other namespaces, too'],
  ['rss-ns.xml', 'enclosures', 'are files of Media RSS, too'],
  ['rss-ns.xml', 'summary', 'is that of another namespace where the format has none'],
];

suite('References of feedsmith', () => {
  for (const format of ['atom', 'rdf', 'rss']) {
    test(`${format} has the same facts`, function () {
      const files = corpusFiles(this, `feeds/feedsmith/${format}/`).filter((file) => file.endsWith('.xml'));
      const facts = files.flatMap((file) => factsOf(format, file));
      assert.ok(facts.length > 30);
      checkFacts(
        facts,
        DIFFERENCES.filter(([file]) => file.startsWith(format)),
      );
    });
  }
});

function factsOf(format: string, file: string): readonly Fact[] {
  const path = `feeds/feedsmith/${format}/${file}`;
  const feed = corpusFeed(path, BASE);
  const base = /\sxml:base="([^"]+)"/u.exec(Buffer.from(corpusBytes(path)).toString())?.[1] ?? BASE;
  const json = Buffer.from(corpusBytes(path.replace(/xml$/u, 'json'))).toString();
  const expected = JSON.parse(json) as Expected;
  const entries = expected.items ?? expected.entries ?? [];
  const of = (name: string, wanted: unknown, actual: unknown): Fact => ({
    file,
    name,
    expected: wanted,
    actual,
  });
  return [
    of('title of the feed', textOf(expected.title), feed.title),
    of('address of the site', pageOf(expected, base), feed.homeUrl),
    of('minutes to live', expected.ttl, feed.rhythm.ttl),
    of('hours to skip', expected.skipHours ?? [], feed.rhythm.skipHours),
    of('days to skip', expected.skipDays ?? [], feed.rhythm.skipDays),
    of('number of items', entries.length, feed.entries.length),
    ...entries.flatMap((wanted, index) => {
      const entry = feed.entries[index];
      return entry === undefined ? [] : entryFacts(wanted, entry, base, of);
    }),
  ];
}

function entryFacts(
  wanted: Expected,
  entry: FeedEntry,
  base: string,
  of: (name: string, wanted: unknown, actual: unknown) => Fact,
): readonly Fact[] {
  const authors = wanted.authors?.map(nameOf) ?? wanted.dc?.creators ?? [];
  const links = wanted.links?.filter(({ rel }) => rel === 'enclosure');
  const files = wanted.enclosures ?? links?.map(({ href, length }) => ({ url: href, length })) ?? [];
  const date = wanted.pubDate ?? wanted.published ?? wanted.dc?.dates?.[0] ?? wanted.updated;
  return [
    of('title', textOf(wanted.title), line(entry.title?.value)),
    of('link', pageOf(wanted, base), entry.links.find(({ rel }) => rel === 'alternate')?.url),
    of('id', wanted.guid?.value ?? wanted.id ?? wanted.rdf?.about, entry.id),
    of(
      'authors',
      authors,
      entry.authors.map(({ name, email }) => name ?? email),
    ),
    of('date', moment(date), moment(entry.published)),
    of('update', moment(wanted.updated), moment(entry.updated)),
    of(
      'categories',
      (wanted.categories ?? []).map(({ name, label, term }) => name ?? label ?? term),
      entry.categories.map(({ name }) => name),
    ),
    of(
      'enclosures',
      files.map(({ url, length }) => [address(url, base), length]),
      entry.enclosures.map(({ url, length }) => [url, length]),
    ),
    of('summary', line(wanted.description) ?? textOf(wanted.summary), line(entry.summary?.value)),
    of('content', contentOf(wanted), line(entry.content?.value)),
  ];
}

function pageOf({ link, links }: Expected, base: string): string | undefined {
  return address(link ?? links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href, base);
}

function textOf(text: string | Text | undefined): string | undefined {
  return line(typeof text === 'string' ? text : text?.value);
}

/** The `div` around XHTML is no part of it (RFC 4287 § 3.1.1.3). */
function contentOf({ content }: Expected): string | undefined {
  const written = typeof content === 'string' ? content : (content?.value ?? content?.encoded);
  return line(written?.replace(/^<div xmlns="[^"]+">([^]*)<\/div>$/u, '$1'));
}

/** RSS writes an author as an address with the name behind it. */
function nameOf(author: string | { readonly name?: string; readonly email?: string }): string | undefined {
  return typeof author === 'string'
    ? author.replace(/^\S+@\S+ \((.+)\)$/u, '$1')
    : (author.name ?? author.email);
}
