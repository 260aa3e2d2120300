import assert from 'node:assert/strict';
import { asksForSource, nameCompletions, valueCompletions } from '../../../src/host/search/completions.ts';

const SOURCES = ['The Ellery Gazette', 'Clippings', 'A "quoted" one'];

suite('Completions of a query', () => {
  const check = (query: string, expected: readonly string[]): void =>
    assert.deepEqual(
      valueCompletions(query, SOURCES).map((completion) => completion.query),
      expected,
    );

  test('give the values of a filter', () => {
    check('fees is:', [
      'fees is:unread ',
      'fees is:starred ',
      'fees is:later ',
      'fees is:cited ',
      'fees is:quoted ',
      'fees is:muted ',
      'fees is:headline ',
      'fees is:article ',
    ]);
    check('fees is:st', ['fees is:starred ']);
    check('-IS:Q', ['-IS:quoted ']);
    check('(after:', ['(after:7d ', '(after:today ', '(after:yesterday ']);
    check('before:y', ['before:yesterday ']);
  });

  test('give the titles of sources, in quotation marks where they need them', () => {
    check('source:gaz', ['source:"The Ellery Gazette" ']);
    check('source:"the ell', ['source:"The Ellery Gazette" ']);
    check('source:clip', ['source:Clippings ']);
    check('source:quot', ['source:"A quoted one" ']);
    assert.equal(asksForSource('fees source:"the '), true);
    assert.equal(asksForSource('fees source:"the" '), false);
  });

  test('leave alone what is complete or no filter', () => {
    for (const query of [
      '',
      'is',
      'is:starred',
      'is:starred ',
      'is:xyz',
      'fees',
      'https://',
      'title:',
      '"is:st',
    ])
      check(query, []);
  });

  test('give the filters that begin like the last word', () => {
    const names = (query: string): readonly string[] => nameCompletions(query).map((given) => given.query);
    assert.deepEqual(names('fees ti'), ['fees title:']);
    assert.deepEqual(names('be'), ['before:']);
    assert.deepEqual(names('t'), []);
    assert.deepEqual(names('harbour'), []);
    assert.deepEqual(names('title:ta'), []);
  });
});
