import assert from 'node:assert/strict';
import { feedItems } from '../../../../src/core/parse/feed/feedItems.ts';
import { read, rss } from './writtenFeeds.ts';

suite('The words of an entry', () => {
  const itemOf = (inside: string, channel = '<link>https://example.org/</link>') => {
    const [item] = feedItems(read(rss(`<item><title>One</title>${inside}</item>`, channel)));
    assert.ok(item);
    return item;
  };

  test('are those of the summary where the content is a picture', () => {
    const { html, text, isExtract } = itemOf(
      '<link>/1</link><description>It rained.</description><content:encoded>&lt;img src="/a.jpg"&gt;</content:encoded>',
    );
    assert.equal(html, '<img src="https://example.org/a.jpg"><p>It rained.</p>');
    assert.equal(text, 'It rained.');
    assert.equal(isExtract, true);
  });
  test('are those of the summary where the content is a player', () => {
    const { html, isExtract } = itemOf(
      '<link>/1</link><description>It rained.</description><content:encoded>&lt;iframe src="https://player.vimeo.com/video/7"&gt;&lt;/iframe&gt;</content:encoded>',
    );
    assert.equal(html, '<p><a href="https://vimeo.com/7">vimeo.com</a></p><p>It rained.</p>');
    assert.equal(isExtract, true);
  });

  const picture = '<description>Rain &lt;img src="a.png"&gt;</description>';
  test('stand under the page of the entry', () => {
    assert.match(
      itemOf(`<link>https://www.example.org/x/y</link>${picture}`).html,
      /"https:\/\/www\.example\.org\/x\/a\.png"/u,
    );
  });
  test('stand under the site where the entry points elsewhere', () => {
    assert.match(
      itemOf(`<link>https://other.example/x/y</link>${picture}`).html,
      /"https:\/\/example\.org\/a\.png"/u,
    );
  });
  test('stand under the page of an entry that was taken over', () => {
    const { html } = itemOf(
      `<link>https://other.example/x/y</link><source url="https://other.example/feed">Other</source>${picture}`,
    );
    assert.match(html, /"https:\/\/other\.example\/x\/a\.png"/u);
  });
});
