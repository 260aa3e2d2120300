import assert from 'node:assert/strict';
import { articleLink, linkRequest, type LinkRequest } from '../../../src/host/links/linkRequest.ts';
import { passageInText } from '../../../src/host/links/passageInText.ts';

suite('Links', () => {
  const check = (path: string, query: string, expected: LinkRequest | undefined): void =>
    assert.deepEqual(linkRequest(path, query), expected);
  const article = (fields: Partial<Extract<LinkRequest, { kind: 'article' }>>): LinkRequest => ({
    kind: 'article',
    key: undefined,
    url: undefined,
    passage: undefined,
    ...fields,
  });

  test('name an article by its key or its address', () => {
    check('/article', 'key=byron2025rain', article({ key: 'byron2025rain' }));
    check(
      '/article',
      'url=https://example.org/a?b=1&c=2#d',
      article({ url: 'https://example.org/a?b=1&c=2#d' }),
    );
    check(
      '/article',
      'key=rain&url=https%3A%2F%2Fexample.org%2Fa%3Fq%3D1%26key%3D2',
      article({ key: 'rain', url: 'https://example.org/a?q=1&key=2' }),
    );
  });

  test('name a passage by its offsets or its words', () => {
    check(
      '/article',
      'key=rain&passage=3-9',
      article({ key: 'rain', passage: { kind: 'offsets', range: [3, 9] } }),
    );
    check('/article', 'key=rain&passage=9-3', article({ key: 'rain' }));
    check(
      '/article',
      'passage=it rained & poured&key=rain',
      article({ key: 'rain', passage: { kind: 'words', words: 'it rained & poured' } }),
    );
    const find = (words: string, expected: readonly [number, number] | undefined): void =>
      assert.deepEqual(passageInText({ kind: 'words', words }, 'It (1)\n\nrained. It rained.'), expected);
    find('(1) rained', [3, 14]);
    find('snowed', undefined);
    assert.deepEqual(passageInText({ kind: 'offsets', range: [3, 9] }, 'It'), undefined);
    assert.deepEqual(passageInText(undefined, 'It'), undefined);
  });

  test('ask for a search', () => {
    check('/search', 'q=harbour+ferries is:unread', { kind: 'search', query: 'harbour ferries is:unread' });
    check('/search', 'q=', undefined);
    check('/search', '', undefined);
  });

  test('that are of no use ask for nothing', () => {
    check('/', 'key=rain', undefined);
    check('/article', '', undefined);
    check('/article', 'key=Rain; DROP TABLE item', undefined);
    check('/article', 'key=../../etc', undefined);
    check('/article', 'url=javascript:alert(1)', undefined);
    check('/article', 'url=file:///etc/passwd', undefined);
    check('/article', 'url=command%3Aworkbench.action.quit', undefined);
    check('/article', `url=https://example.org/${'a'.repeat(5000)}`, undefined);
  });

  test('that are made lead back, through what decodes them once', () => {
    for (const url of [
      'https://example.org/a?b=1&c=%26#d',
      'https://example.org/雨?key=x&passage=1-2',
      undefined,
    ]) {
      const link = articleLink('vscode', 'publisher.name', { key: 'rain', url });
      assert.match(link, /^vscode:\/\/publisher\.name\/article\?key=rain/);
      const query = decodeURIComponent(link.slice(link.indexOf('?') + 1));
      check('/article', query, article({ key: 'rain', url: url && new URL(url).href }));
    }
  });
});
