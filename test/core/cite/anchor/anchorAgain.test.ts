import assert from 'node:assert/strict';
import { anchorAgain } from '../../../../src/core/cite/anchor/anchorAgain.ts';
import { selectPassage } from '../../../../src/core/cite/anchor/quoteSelector.ts';

const TEXT = [
  'The first paragraph says that Team Alpha won the cup on Monday after a long final.',
  'In the second paragraph 😀 the coach said it was lucky, and nobody in the hall disagreed with him.',
  'The loser of the other final said it was lucky, and then everybody went home in the rain.',
].join('\n\n');

suite('Anchors', () => {
  test('follow the Web Annotation Data Model', () => {
    const start = TEXT.indexOf('the coach');
    const { quote, position } = selectPassage(TEXT, [start, start + 'the coach'.length]);
    assert.equal(quote.type, 'TextQuoteSelector');
    assert.equal(quote.exact, 'the coach');
    assert.ok(quote.prefix.length >= 32 && TEXT.includes(quote.prefix + quote.exact + quote.suffix));
    // One code point less than UTF-16 units stand before it.
    assert.deepEqual(position, { type: 'TextPositionSelector', start: start - 1, end: start + 8 });
  });

  test('never part a character', () => {
    const face = TEXT.indexOf('😀');
    assert.equal(selectPassage(TEXT, [face + 1, face + 2]).quote.exact, '😀');
    assert.equal(selectPassage('cafe\u0301 noir', [0, 4]).quote.exact, 'cafe\u0301');
    assert.doesNotMatch(selectPassage(TEXT, [face + 40, face + 44]).quote.prefix, /\p{Cs}/u);
  });

  const check = (words: string, edit: (text: string) => string, kind: string, found?: string): void => {
    const start = TEXT.indexOf(words);
    const text = edit(TEXT);
    const anchored = anchorAgain(selectPassage(TEXT, [start, start + words.length]), text);
    assert.equal(anchored.kind, kind, words);
    const range = anchored.kind === 'gone' ? undefined : anchored.range;
    assert.equal(range && text.slice(...range), found);
  };

  test('find the same words', () => {
    const coach = 'the coach said it was lucky';
    check(coach, (text) => text, 'same', coach);
    check(coach, (text) => `New. ${text}`, 'moved', coach);
    check(coach, (text) => text.split('\n\n').toReversed().join('\n\n'), 'moved', coach);
    check('it was lucky', (text) => `New. ${text}`, 'moved', 'it was lucky');
    check('Team Alpha won', (text) => text.replace('on Monday', 'on Tuesday'), 'same', 'Team Alpha won');
  });

  test('mark what was changed', () => {
    check(
      'Team Alpha won the cup',
      (text) => text.replace('Alpha', 'Beta'),
      'changed',
      'Team Beta won the cup',
    );
    check(
      'nobody in the hall disagreed',
      (text) => text.replace('nobody', 'somebody'),
      'changed',
      'somebody in the hall disagreed',
    );
  });

  test('never move to a lookalike', () => {
    const lucky = 'it was lucky';
    check(lucky, (text) => text.split('\n\n').toSpliced(1, 1).join('\n\n'), 'changed', lucky);
    const teams =
      'Team Alpha won the cup on Monday. Rain fell all day long in the city. Team Beta won the cup on Friday.';
    const selector = selectPassage(teams, [0, 22]);
    const later = teams.replace('Team Alpha won the cup on Monday. ', '');
    assert.deepEqual(anchorAgain(selector, later), { kind: 'gone' });
    const twice = 'again and again. again and again. again and again.';
    const second = selectPassage(twice, [17, 32]);
    assert.equal(anchorAgain(second, twice).kind, 'same');
    assert.equal(anchorAgain(second, `x ${twice} ${twice}`).kind, 'changed');
  });

  const CUPS = [
    'On Monday the mayor said that Team Alpha won the cup after extra time.',
    'Rain fell all day.',
    'On Friday the mayor said that Team Beta won the cup after extra time.',
  ].join(' ');
  const CLOSED = 'The road is closed between the station and the bridge until further notice, police said.';
  const UPDATES = `News.\n\n3 May\n\n${CLOSED}\n\n5 May\n\n${CLOSED}\n\n6 May\n\nAll is well again.`;
  const rows: readonly (readonly [text: string, words: string, later: string, kind: string, at?: string])[] =
    [
      [
        CUPS,
        'Team Alpha won the cup',
        CUPS.replace('Alpha won', 'Gamma lost'),
        'changed',
        'Team Gamma lost the cup',
      ],
      [CUPS, 'Team Alpha won the cup', CUPS.slice(CUPS.indexOf('Rain')), 'gone'],
      [UPDATES, CLOSED, UPDATES.replace(`3 May\n\n${CLOSED}\n\n`, ''), 'changed', CLOSED],
      [UPDATES, CLOSED, UPDATES.replace('3 May', '4 May'), 'same', CLOSED],
    ];
  test('keep apart what reads alike', () => {
    for (const [text, words, later, kind, at] of rows) {
      const start = text.indexOf(words);
      const anchored = anchorAgain(selectPassage(text, [start, start + words.length]), later);
      assert.equal(anchored.kind, kind, later);
      const range = anchored.kind === 'gone' ? undefined : anchored.range;
      assert.equal(range && later.slice(...range), at);
    }
  });

  test('say that the words are gone', () => {
    check('Team Alpha won the cup', () => 'Something else entirely.', 'gone');
    check('Team Alpha won the cup', () => '', 'gone');
  });
});
