import assert from 'node:assert/strict';
import type { FetchOutcome } from '../../../src/core/schedule/fetchOutcome.ts';
import { pageAnswer } from '../../../src/host/fullText/pageAnswer.ts';
import { webAddress } from '../../../src/host/fullText/webAddress.ts';

suite('A page’s address', () => {
  const check = (text: string, expected: string | undefined) =>
    test(JSON.stringify(text.slice(0, 40)), () => assert.equal(webAddress(text), expected));

  check('https://example.org/a?b=1%26c&d#e', 'https://example.org/a?b=1%26c&d');
  check(' HTTP://Example.org ', 'http://example.org/');
  check('example.org/a', 'https://example.org/a');
  check('example.org:8080', 'https://example.org:8080/');
  check('localhost:3000/a', 'https://localhost:3000/a');
  check('a word', undefined);
  check('word', undefined);
  check('', undefined);
  check('file:///etc/passwd', undefined);
  check('javascript:alert(1)', undefined);
  check('ada@example.org', undefined);
  check('https://', undefined);
  check(`https://example.org/${'a'.repeat(5000)}`, undefined);
});

suite('What asking for a page gave', () => {
  const check = (outcome: FetchOutcome, kind: 'page' | 'none' | 'aborted') =>
    test(`${outcome.kind} is ${kind}`, () => assert.equal(pageAnswer(outcome).kind, kind));
  const about = {
    finalUrl: 'https://example.org/',
    movedTo: undefined,
    validators: undefined,
    cacheFor: undefined,
  };
  const sentence = 'It did not come.';

  check({ kind: 'fresh', status: 200, bytes: new Uint8Array(), contentType: undefined, ...about }, 'page');
  check({ kind: 'unchanged', ...about }, 'none');
  check({ kind: 'gone', sentence }, 'none');
  check({ kind: 'failed', reason: 'timeout', status: undefined, sentence }, 'none');
  check({ kind: 'failed', reason: 'aborted', status: undefined, sentence }, 'aborted');
});
