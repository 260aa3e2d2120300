import assert from 'node:assert/strict';
import { atom, read, rss } from './writtenFeeds.ts';

suite('The files of an entry', () => {
  const entryOf = (text: string) => {
    const [entry] = read(text).entries;
    assert.ok(entry);
    return entry;
  };
  const picture = (name: string, inside: string, expected: string | undefined) =>
    test(name, () => {
      const entry = entryOf(rss(`<item><title>One</title>${inside}</item>`));
      assert.equal(entry.image, expected && `https://example.org/${expected}`);
    });

  for (const [written, seconds] of [
    ['3723', 3723],
    ['1:02:03', 3723],
    [' 62:03 ', 3723],
    ['soon', undefined],
  ] as const) {
    test(`last as long as the episode: ${written}`, () => {
      const { enclosures } = entryOf(
        rss(
          `<item><title>One</title><enclosure url="/a.pdf" type="application/pdf"/><enclosure url="/a.mp3"/>
          <itunes:duration>${written}</itunes:duration></item>`,
        ),
      );
      assert.deepEqual(
        enclosures.map(({ duration }) => duration),
        [undefined, seconds],
      );
    });
  }
  test('last as long as the episode in Atom', () => {
    const { enclosures } = entryOf(
      atom(
        '<entry><link rel="enclosure" type="video/mp4" href="/a"/><itunes:duration>9</itunes:duration></entry>',
      ),
    );
    assert.equal(enclosures[0]?.duration, 9);
  });
  test('last as long as the same file of Media RSS', () => {
    const { enclosures } = entryOf(
      rss('<item><enclosure url="/a" type="audio/mpeg"/><media:content url="/a" duration="9"/></item>'),
    );
    assert.deepEqual(
      enclosures.map(({ duration }) => duration),
      [9],
    );
  });

  picture('a type without a format', '<media:content url="/a" type="image"/>', 'a');
  picture('a format without a type', '<media:content url="/a" type="jpeg"/>', 'a');
  picture('a size alone', '<media:content url="/a" width="3" height="2"/>', 'a');
  picture('a film has a size, too', '<media:content url="/a.mp4" width="3" height="2"/>', undefined);
  picture('an enclosure without a type', '<enclosure url="/a.png?w=1"/>', 'a.png?w=1');
  const portrait =
    '<media:content url="https://1.gravatar.com/avatar/a?s=96" medium="image"><media:title>ada</media:title></media:content>';
  picture('not the portrait of the author', `${portrait}<enclosure url="/a.png"/>`, 'a.png');
  test('the portrait of the author where there is nothing else', () => {
    const { image } = entryOf(rss(`<item>${portrait}</item>`));
    assert.equal(image, 'https://1.gravatar.com/avatar/a?s=96');
  });
  test('a photographer is no author', () => {
    const { authors } = entryOf(
      rss(
        '<item><media:credit>Zed</media:credit><media:credit role="author">Ada Byron</media:credit></item>',
      ),
    );
    assert.deepEqual(
      authors.map(({ name }) => name),
      ['Ada Byron'],
    );
  });
});
