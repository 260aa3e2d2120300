import assert from 'node:assert/strict';
import type { Feed, FeedEntry } from '../../../src/core/model/feed.ts';
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

interface ExpectedItem {
  readonly title?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly id?: string;
  readonly 'rdf:about'?: string;
  readonly creator?: string;
  readonly author?: string;
  readonly isoDate?: string;
  readonly pubDate?: string;
  readonly categories?: readonly (string | { readonly _: string })[];
  readonly enclosure?: { readonly url?: string; readonly type?: string; readonly length?: string };
}

interface ExpectedFeed {
  readonly title?: string;
  readonly link?: string;
  readonly items: readonly ExpectedItem[];
}

const BASE = 'https://feeds.example/dir/feed.xml';
const DIFFERENCES: readonly Difference[] = [
  ['encoding.rss', 'title of the feed', 'was decoded in the wrong encoding by the other program'],
  ['encoding.rss', 'title', 'was decoded in the wrong encoding by the other program'],
  ['encoding.rss', 'categories', 'was decoded in the wrong encoding by the other program'],
  ['uolNoticias.rss', 'title', 'was decoded in the wrong encoding by the other program'],
  ['uolNoticias.rss', 'date', 'is in Portuguese, which the other program does not read'],
  ['feedburner.atom', 'categories', 'of Atom are not read by the other program'],
  ['many-links.rss', 'categories', 'of Atom are not read by the other program'],
  ['reddit-home.rss', 'categories', 'of Atom are not read by the other program'],
  ['rss-1.rss', 'categories', 'are subjects of Dublin Core, which the other program does not read'],
  ['xml2js-options.rss', 'categories', 'are subjects of Dublin Core, which the other program does not read'],
  ['giantbomb-podcast.rss', 'author', 'is that of iTunes, which the other program keeps apart'],
  ['item-itunes-episodeType.rss', 'author', 'is that of iTunes, which the other program keeps apart'],
  ['pagination-links.rss', 'author', 'is that of iTunes, which the other program keeps apart'],
  ['heise.atom', 'author', 'is that of the feed, which holds for its entries (RFC 4287 § 4.2.1)'],
  ['incomplete-fields.atom', 'number of items', 'does not count an entry without a single fact'],
];

suite('Feeds and results of rss-parser', () => {
  test('have the same facts', function () {
    this.timeout(60_000);
    const inputs = corpusFiles(this, 'feeds/rss-parser/input/');
    const outputs = corpusFiles(this, 'feeds/rss-parser/output/');
    const facts = inputs.flatMap((file) => {
      const output = file.replace(/\.\w+$/u, '.json');
      return outputs.includes(output) ? factsOf(file, output) : [];
    });
    assert.ok(facts.length > 5000);
    checkFacts(facts, DIFFERENCES);
  });
});

function factsOf(file: string, output: string): readonly Fact[] {
  const feed = corpusFeed(`feeds/rss-parser/input/${file}`, BASE);
  const json = JSON.parse(Buffer.from(corpusBytes(`feeds/rss-parser/output/${output}`)).toString()) as
    ExpectedFeed | { readonly feed: ExpectedFeed };
  const expected = 'feed' in json ? json.feed : json;
  const of = (name: string, wanted: unknown, actual: unknown): Fact => ({
    file,
    name,
    expected: wanted,
    actual,
  });
  return [
    of('title of the feed', line(expected.title), feed.title),
    of('address of the site', address(expected.link, BASE), feed.homeUrl),
    of('number of items', expected.items.length, feed.entries.length),
    ...expected.items.flatMap((item, index) => itemFacts(item, feed, index, of)),
  ];
}

function itemFacts(
  item: ExpectedItem,
  feed: Feed,
  index: number,
  of: (name: string, wanted: unknown, actual: unknown) => Fact,
): readonly Fact[] {
  const entry = feed.entries[index];
  if (entry === undefined) return [];
  const [enclosure] = entry.enclosures;
  return [
    of('title', item.title?.trim(), entry.title?.value),
    of('link', address(item.link, BASE), linkOf(entry)),
    of('id', line(item.guid ?? item.id ?? item['rdf:about']), entry.id),
    of('author', line(item.creator) ?? line(item.author), entry.authors[0]?.name ?? entry.authors[0]?.email),
    of('date', moment(item.isoDate ?? item.pubDate), moment(entry.published)),
    of(
      'categories',
      (item.categories ?? []).map((category) => line(typeof category === 'string' ? category : category._)),
      entry.categories.map(({ name }) => name),
    ),
    of('enclosure', item.enclosure?.url, enclosure?.url),
    of('type of the enclosure', item.enclosure?.type, item.enclosure && enclosure?.type),
    of('length of the enclosure', Number(item.enclosure?.length), item.enclosure ? enclosure?.length : NaN),
  ];
}

function linkOf(entry: FeedEntry): string | undefined {
  return entry.links.find(({ rel }) => rel === 'alternate')?.url;
}
