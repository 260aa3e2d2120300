import assert from 'node:assert/strict';
import { typedAddress } from '../../../src/host/refresh/typedAddress.ts';

suite('Typed addresses', () => {
  const check = (typed: string, candidates: readonly string[] | undefined, authorization?: string) =>
    test(typed.trim().slice(0, 60), () => {
      const expected = candidates === undefined ? undefined : { candidates, authorization };
      assert.deepEqual(typedAddress(typed), expected);
    });

  check('https://example.org/feed.xml', ['https://example.org/feed.xml']);
  check('  http://example.org/a?b=1#top\n', ['http://example.org/a?b=1']);
  check('example.org', ['https://example.org/', 'http://example.org/']);
  check('example.org/news?x=a:b', ['https://example.org/news?x=a:b', 'http://example.org/news?x=a:b']);
  check('localhost:8080/feed', ['https://localhost:8080/feed', 'http://localhost:8080/feed']);
  check('[::1]:80/feed', ['https://[::1]:80/feed', 'http://[::1]/feed']);
  check('127.0.0.1', ['https://127.0.0.1/', 'http://127.0.0.1/']);
  check('feed:https://example.org/rss', ['https://example.org/rss']);
  check('feed://example.org/rss', ['https://example.org/rss', 'http://example.org/rss']);
  check('FEED:example.org/rss', ['https://example.org/rss', 'http://example.org/rss']);
  check('feed://https://example.org/rss', ['https://example.org/rss']);
  check('<https://example.org/>', ['https://example.org/']);
  check('bücher.example/feed', ['https://xn--bcher-kva.example/feed', 'http://xn--bcher-kva.example/feed']);
  check('https://ada:l%C3%B6ve@example.org/feed', ['https://example.org/feed'], 'Basic YWRhOmzDtnZl');
  check('mailto:ada@example.org', undefined);
  check('', undefined);
  check('news', undefined);
  check('two words.org', undefined);
  check('file:///etc/passwd', undefined);
  check('javascript:alert(1)', undefined);
  check('https://', undefined);
  check(`https://example.org/${'a'.repeat(5000)}`, undefined);
});
