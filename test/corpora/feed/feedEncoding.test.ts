import assert from 'node:assert/strict';
import { corpusFeed, corpusFiles } from './corpus.ts';
import { read } from '../../core/parse/feed/writtenFeeds.ts';

suite('The encoding of a feed', () => {
  const check = (name: string, bytes: Uint8Array, contentType: string | undefined, title: string) =>
    test(name, () => {
      assert.equal(read(bytes, contentType).title, title);
    });
  const feed = (title: string, prolog = ''): string =>
    `${prolog}<rss version="2.0"><channel><title>${title}</title></channel></rss>`;
  const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

  check(
    'a byte order mark before all',
    Buffer.from(`\uFEFF${feed('é')}`),
    'text/xml; charset=iso-8859-1',
    'é',
  );
  check(
    'UTF-16',
    Buffer.from(`\uFEFF${feed('é', '<?xml version="1.0" encoding="utf-16"?>')}`, 'utf16le'),
    undefined,
    'é',
  );
  check(
    'HTTP before the prolog',
    latin(feed('\xe6', '<?xml version="1.0" encoding="iso-8859-1"?>')),
    'text/xml; charset="iso-8859-2"',
    'ć',
  );
  check('the prolog', latin(feed('\xe6', `<?xml version='1.0' encoding='iso-8859-2'?>`)), 'text/xml', 'ć');
  check(
    'the prolog where HTTP is wrong',
    latin(feed('\xe6', '<?xml version="1.0" encoding="iso-8859-2"?>')),
    'text/xml; charset=utf-8',
    'ć',
  );
  check(
    'a prolog behind white space',
    latin(feed('\xe6', '\n<?xml version="1.0" encoding="iso-8859-2"?>')),
    undefined,
    'ć',
  );
  check(
    'UTF-8 whatever is said',
    Buffer.from(feed('é', '<?xml version="1.0" encoding="iso-8859-1"?>')),
    'text/xml; charset=iso-8859-1',
    'é',
  );
  check(
    'a charset inside the content is none',
    latin(feed('\xe6&lt;meta charset=gbk&gt;', '<?xml version="1.0"?>')),
    undefined,
    'æ',
  );
  check(
    'an unknown charset',
    Buffer.from(feed('é', '<?xml version="1.0" encoding="bogus"?>')),
    undefined,
    'é',
  );
  check(
    'a charset of one byte for ASCII',
    latin(feed('e', '<?xml version="1.0" encoding="utf-8"?>')),
    undefined,
    'e',
  );

  test('nothing is said of ASCII that calls itself UTF-8', () => {
    assert.deepEqual(read(latin(feed('e', '<?xml version="1.0" encoding="utf-8"?>'))).problems, []);
  });

  test('files in all encodings are readable', function () {
    for (const file of corpusFiles(this, 'encodings/')) {
      const text = JSON.stringify(corpusFeed(`encodings/${file}`));
      assert.doesNotMatch(text, /\uFFFD/u, file);
    }
    assert.equal(corpusFeed('encodings/koi8r.xml').title, 'Пример RSS ленты');
    assert.equal(corpusFeed('encodings/windows-1252.xml').title, 'Euro €');
    assert.match(JSON.stringify(corpusFeed('encodings/no_encoding_ISO-8859-1.xml')), /[éèàê]/u);
  });
});
