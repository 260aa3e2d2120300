import assert from 'node:assert/strict';
import { libraryInMemory, textFile } from './inMemory.ts';

const STORY = `---
title: Ferries Return to the Harbour
author: Ada Byron
date: 2026-01-08
source: The Example
---
The minister did not rule out a rise of 12 percent. She said that the ferries would return on Monday.

Nobody on the quay believed it, and the harbour master least of all.
`;

suite('Citing from the library', () => {
  const setUp = async () => {
    const made = libraryInMemory();
    const { id } = await made.library.addSource({ kind: 'folder', uri: 'file:///n', title: 'n' });
    const take = (content: string, path = 'a.md') => made.library.ingest(id, [textFile(path, content)]);
    await take(STORY);
    const [item] = (await made.library.headlines({ sourceId: id, after: undefined, limit: 5 })).headlines;
    assert.ok(item);
    return { ...made, take, item, sourceId: id };
  };

  test('gives each item one key, once', async () => {
    const { library, take, item, sourceId } = await setUp();
    const [proposed, none] = await library.proposedKeys([item.id, 999 as typeof item.id]);
    assert.equal(none, undefined);
    assert.equal((await library.keyedItems(9)).length, 0, 'a proposal is no key');
    const key = await library.mintKey(item.id);
    assert.equal(key, proposed);
    assert.match(key, /^byron[a-z0-9]*2026$/);
    await take(STORY.replace('Ada Byron', 'Li Wei'));
    assert.equal(await library.mintKey(item.id), key, 'whatever becomes known later');
    assert.equal((await library.keyedItems(9))[0]?.citationKey, key);

    await take(STORY.replace('2026-01-08', '2026-03-08').replace('quay', 'pier'), 'b.md');
    const { headlines } = await library.headlines({ sourceId, after: undefined, limit: 5 });
    const other = headlines.find(({ id }) => id !== item.id);
    assert.ok(other);
    await take(STORY.replace('2026-01-08', '2026-04-08').replace('quay', 'bridge'), 'c.md');
    const third = (await library.headlines({ sourceId, after: undefined, limit: 5 })).headlines.find(
      ({ id }) => id !== item.id && id !== other.id,
    );
    assert.ok(third);
    const together = await library.proposedKeys([item.id, other.id, third.id, other.id]);
    assert.equal(new Set(together).size, 3, 'proposed together, each has its own');
    assert.equal(together[1], together[3]);
    assert.equal(await library.mintKey(other.id), together[1]);
    assert.equal(await library.mintKey(third.id), together[2]);
    assert.notEqual(together[1], key);
    assert.deepEqual(
      (await library.articlesByKey([key, 'nobody'])).map((cited) => [cited.key, cited.article.id]),
      [[key, item.id]],
    );
  });

  test('a renamed key stays known, and no other item gets it', async () => {
    const { library, take, item, sourceId } = await setUp();
    const former = await library.mintKey(item.id);
    await library.renameKey(former, 'harbour');
    assert.equal(await library.mintKey(item.id), 'harbour');
    assert.deepEqual(
      (await library.articlesByKey([former, 'harbour'])).map((cited) => [cited.key, cited.article.id]),
      [
        [former, item.id],
        ['harbour', item.id],
      ],
    );
    await take(STORY.replace('2026-01-08', '2026-03-08').replace('quay', 'pier'), 'b.md');
    const { headlines } = await library.headlines({ sourceId, after: undefined, limit: 5 });
    const other = headlines.find(({ id }) => id !== item.id);
    assert.ok(other);
    const key = await library.mintKey(other.id);
    assert.notEqual(key, former);
    for (const [from, to, sentence] of [
      [key, 'harbour', /Another article in the library has the key/],
      [key, former, /Another article in the library has the key/],
      [key, 'Harbour Fees', /is no citation key/],
      ['nobody', 'somebody', /No article in the library has the key/],
    ] as const)
      await assert.rejects(async () => library.renameKey(from, to), sentence);

    await library.renameKey('harbour', former);
    assert.equal(await library.mintKey(item.id), former, 'a name that it had can be given back');
    assert.equal((await library.articlesByKey(['harbour']))[0]?.article.id, item.id);
  });

  test('tells whether quotations still say what the source says', async () => {
    const { library, take, item } = await setUp();
    const key = await library.mintKey(item.id);
    const kinds = async (...words: readonly string[]) =>
      (await library.checkQuotations(words.map((each) => ({ key, words: each, locator: undefined })))).map(
        (checked) => (checked.kind === 'checked' ? checked.verdict.kind : checked.kind),
      );
    const exact = 'The minister did not rule out a rise of 12 percent.';
    assert.deepEqual(
      await kinds(
        exact,
        exact.replace(' not', ''),
        exact.replace('12', '21'),
        'The minister … a rise of 12 percent.',
      ),
      ['exact', 'altered', 'altered', 'altered as marked'],
    );
    assert.deepEqual(await kinds('Whales were seen in the square at noon.'), ['not found']);
    assert.deepEqual(
      (await library.checkQuotations([{ key: 'nobody', words: exact, locator: undefined }])).map(
        ({ kind }) => kind,
      ),
      ['unknown key'],
    );
    await take(STORY.replace('12 percent', '9 percent'));
    assert.deepEqual(await kinds(exact), ['source changed since']);
  });

  test('keeps clippings with the words they had, wherever those are now', async () => {
    const { library, take, item, changes } = await setUp();
    const { text } = (await library.read(item.id)) ?? assert.fail();
    const words = 'the ferries would return on Monday';
    const start = text.indexOf(words);
    const clipping = await library.addClipping({
      itemId: item.id,
      passage: [start, start + words.length],
      comment: 'Promised',
      tags: ['harbour'],
    });
    assert.ok(changes.some(({ kind }) => kind === 'clippings'));
    assert.deepEqual([clipping.words, clipping.passage], [words, [start, start + words.length]]);

    await take(STORY.replace('The minister', 'On Tuesday the minister'));
    const [moved] = await library.clippings(item.id, 9);
    assert.deepEqual(moved?.passage, [start + 11, start + 11 + words.length]);

    await take(STORY.replace('would return on Monday', 'may return in May'));
    const [changed] = await library.clippings(undefined, 9);
    assert.deepEqual([changed?.words, changed?.passage], [words, undefined]);

    await library.changeClipping(clipping.id, { comment: 'Broken' });
    assert.deepEqual(
      (await library.clippings(item.id, 9)).map(({ comment, tags }) => [comment, tags]),
      [['Broken', ['harbour']]],
    );
    await library.removeSource(item.sourceId);
    assert.equal((await library.clippings(undefined, 9)).length, 1, 'what is clipped is kept');
    await library.removeClipping(clipping.id);
    assert.deepEqual(await library.clippings(undefined, 9), []);
  });
});
