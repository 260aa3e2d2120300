// Everything that the extension says is there in every language, and nothing else.

import assert from 'node:assert/strict';
import { localizedTexts } from '../../scripts/localizedTexts.ts';
import { PAGE_WORDS } from '../../src/core/model/pageWords.ts';
import { fixedParts, textsOf } from './manifestTexts.ts';

/** The guard looks up the library's own sentences, and the pages' words are looked up for them. */
const COMPUTED = ['src/host/pageWords.ts'];

suite('The words of the extension', () => {
  const { messages, pageMessages, computed, miscounted, sentences } = localizedTexts();
  const english = textsOf('l10n/bundle.l10n.json');
  const german = textsOf('l10n/bundle.l10n.de.json');

  test('are whole sentences in the source, where a script can find them', () => {
    assert.deepEqual(
      computed.filter((place) => !COMPUTED.includes(place.replace(/:\d+$/, ''))),
      [],
    );
    assert.deepEqual(miscounted, []);
  });

  test('reach the pages, and none too many', () => {
    assert.deepEqual([...PAGE_WORDS].sort(), [...pageMessages].sort());
  });

  test('are in the bundle in English, and none is left over', () => {
    const missing = messages.filter((message) => !(message in english));
    const extra = Object.keys(english).filter(
      (message) => !messages.includes(message) && !sentences.has(message),
    );
    assert.deepEqual({ missing, extra }, { missing: [], extra: [] });
    assert.deepEqual(
      Object.entries(english).filter(([message, text]) => message !== text),
      [],
    );
  });

  test('are in the bundle in German, and none is left over', () => {
    assert.deepEqual(Object.keys(german), Object.keys(english));
  });

  test('keep placeholders, icons and commands in German', () => {
    for (const [message, text] of Object.entries(german))
      assert.deepEqual(fixedParts(text), fixedParts(message), message);
  });

  test('quote as German does, and begin and end with the same spaces', () => {
    for (const [message, text] of Object.entries(german)) {
      assert.ok(!/[“][^“]*”/.test(text), text);
      assert.equal(/^\s*/.exec(text)?.[0], /^\s*/.exec(message)?.[0], message);
      assert.equal(/\s*$/.exec(text)?.[0], /\s*$/.exec(message)?.[0], message);
    }
  });
});
