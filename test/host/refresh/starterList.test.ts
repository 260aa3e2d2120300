import assert from 'node:assert/strict';
import { STARTER_LIST } from '../../../src/host/refresh/starterList.ts';
import { typedAddress } from '../../../src/host/refresh/typedAddress.ts';

suite('The starter list', () => {
  const feeds = STARTER_LIST.flatMap((group) => group.feeds);

  test('names each feed once, by an encrypted address as it is', () => {
    assert.ok(feeds.length >= 20);
    for (const { url, homeUrl } of feeds) {
      assert.deepEqual(typedAddress(url)?.candidates, [url]);
      assert.match(url, /^https:/);
      assert.equal(new URL(homeUrl).href, homeUrl);
    }
    assert.equal(new Set(feeds.map(({ url }) => url)).size, feeds.length);
    assert.equal(new Set(feeds.map(({ title }) => title)).size, feeds.length);
  });
});
