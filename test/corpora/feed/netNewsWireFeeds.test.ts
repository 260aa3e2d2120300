import assert from 'node:assert/strict';
import { feedItems } from '../../../src/core/parse/feed/feedItems.ts';
import { cleanHtml } from '../../../src/core/parse/sanitize.ts';
import { corpusBytes, corpusFeed, corpusFiles } from './corpus.ts';

/** Files whose entries are not what is counted, with the reason. */
const OTHERWISE: Readonly<Partial<Record<string, string>>> = {
  'authors.json': 'entries have nothing but identifiers',
  'allthis-partial.json': 'is cut off in the third of its entries',
};

suite('Feeds of NetNewsWire', () => {
  test('are read whole, and each entry makes an item', function () {
    const files = corpusFiles(this, 'feeds/netnewswire/').filter((file) =>
      /\.(?:rss|atom|xml|rdf|json)$/u.test(file),
    );
    assert.ok(files.length >= 40);
    for (const file of files) {
      const path = `feeds/netnewswire/${file}`;
      const feed = corpusFeed(path);
      assert.notEqual(feed.format, undefined, file);
      assert.notEqual(feed.title, undefined, file);
      if (OTHERWISE[file] !== undefined) continue;
      const text = Buffer.from(corpusBytes(path)).toString();
      const written = text.match(/<(?:item|entry)[\s>]|"(?:guid|id)"\s*:/gu)?.length ?? 0;
      assert.equal(feed.entries.length, written, file);
      const items = feedItems(feed);
      assert.equal(items.length, feed.entries.length, file);
      assert.deepEqual(feed.problems, [], file);
      for (const item of items.slice(0, 3)) {
        assert.ok(item.headline !== '' && !/[\n\t]/u.test(item.headline), file);
        assert.equal(cleanHtml(item.html).html, item.html, file);
      }
    }
  });

  test('pages and lists are no feeds', function () {
    for (const file of corpusFiles(this, 'feeds/netnewswire/')) {
      if (!/\.(?:html|opml|txt)$/u.test(file)) continue;
      const feed = corpusFeed(`feeds/netnewswire/${file}`);
      assert.equal(feed.format, undefined, file);
      assert.equal(feed.problems[0]?.kind, 'unknown type', file);
    }
  });
});
