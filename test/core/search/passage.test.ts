import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestPassage } from '../../../src/core/search/passage.ts';
import { parseQuery } from '../../../src/core/search/parseQuery.ts';
import { wantedPhrases, type Phrase } from '../../../src/core/search/query.ts';

const TEXT = `The ferry left late. Nobody minded the harbour wind.

Much later the council met. It spoke of fees, of the harbour and of ferries, and then it went home because the tide was out and the lamps were low.`;

const phrases = (query: string, typing: boolean): readonly Phrase[] =>
  wantedPhrases(parseQuery(query, { typing, now: 0 }).expression);

suite('Best passage', () => {
  const marked = (text: string, query: string, length = 60): string | undefined => {
    const passage = bestPassage(text, phrases(query, true), () => 'en', length);
    if (passage === undefined) return undefined;
    const pieces: string[] = [];
    let done = 0;
    for (const [start, end] of passage.marks) {
      pieces.push(passage.text.slice(done, start), `<${passage.text.slice(start, end)}>`);
      done = end;
    }
    return pieces.join('') + passage.text.slice(done);
  };

  test('has the most of the query', () => {
    assert.equal(
      marked(TEXT, 'harbour fees'),
      '…It spoke of <fees>, of the <harbour> and of ferries, and then…',
    );
    assert.equal(marked(TEXT, 'ferr'), 'The <ferry> left late. Nobody minded the harbour wind.  Much…');
    assert.equal(marked(TEXT, 'airport'), undefined);
  });

  test('marks pieces of unspaced runs once', () => {
    assert.equal(marked('我在北京市工作', '北京市'), '我在<北京市>工作');
  });

  test('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (before, after) => {
        const given = `${'😀'.repeat(before)}harbour${'😀'.repeat(after)}`;
        const passage = bestPassage(given, phrases('harbour', false), () => undefined, 41);
        assert.ok(passage?.text.isWellFormed());
      }),
    );
  });

  test('marks words with what nobody sees in them', () => {
    assert.equal(marked('Die Bundes\u00adregierung.', 'Bundesregierung'), 'Die <Bundes\u00adregierung>.');
    assert.equal(marked('ﾊﾟﾘ now', 'パリ'), '<ﾊﾟﾘ> now');
  });

  test('begins where it says', () => {
    const text = fc.array(fc.constantFrom('harbour', 'fees', 'the', 'sea.', '\n\n', 'Été'), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, (words) => {
        const given = words.join(' ');
        const passage = bestPassage(given, phrases('harbour fees', false), () => undefined, 80);
        if (passage === undefined) return;
        const shift = passage.start - (passage.start > 0 ? 1 : 0);
        for (const [start, end] of passage.marks) {
          assert.match(given.slice(start + shift, end + shift), /^(harbour|fees)$/);
          assert.equal(passage.text.slice(start, end), given.slice(start + shift, end + shift));
        }
        assert.ok(passage.marks.length > 0);
      }),
    );
  });
});
