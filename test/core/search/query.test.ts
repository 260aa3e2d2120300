import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchExpression } from '../../../src/core/search/matchExpression.ts';
import { parseQuery } from '../../../src/core/search/parseQuery.ts';
import { inPairs } from '../../../src/core/search/inPairs.ts';
import type { Expression } from '../../../src/core/search/query.ts';
import { isSentence } from '../../../src/core/search/question.ts';
import { localDay } from '../../../src/core/text/localDay.ts';

const NOW = Date.UTC(2026, 0, 15, 10);

/** An expression in one line: `title:"no limits"` `(a | b)` `-c` `is:unread` `before:2026-01-01`. */
function shown(expression: Expression | undefined): string {
  switch (expression?.kind) {
    case undefined:
      return '';
    case 'phrase': {
      const words = expression.words.map(({ term }) => term).join(' ');
      const text = expression.exact ? `"${words}"` : words.replaceAll(' ', '+');
      const field = expression.field === undefined ? '' : `${expression.field}:`;
      return `${field}${text}${expression.prefix ? '*' : ''}`;
    }
    case 'all':
      return expression.parts.map(shown).join(' ');
    case 'any':
      return `(${expression.parts.map(shown).join(' | ')})`;
    case 'not':
      return `-(${shown(expression.part)})`;
    case 'is':
      return `is:${expression.state}`;
    case 'source':
      return `source:${expression.name}`;
    case 'tag':
    case 'language':
      return `${expression.kind}:${expression.tag}`;
    case 'before':
    case 'after':
      return `${expression.kind}:${new Date(expression.time).toISOString().slice(0, 16)}`;
  }
}

suite('Queries', () => {
  const check = (query: string, expected: string, misread: readonly string[] = [], typing = false): void => {
    const parsed = parseQuery(query, { typing, now: NOW });
    assert.equal(shown(parsed.expression), expected);
    assert.deepEqual(parsed.misread, misread);
  };

  test('ask for every word', () => {
    check('central Asia', 'central asia');
    check('  ', '');
    check('— …', '');
    check('foo-bar it’s', 'foo+bar it+s');
  });

  test('take the last word for unfinished while the person types', () => {
    check('central as', 'central as*', [], true);
    check('central asia ', 'central asia', [], true);
    check('"central as', '"central as"*', [], true);
    check('"central asia"', '"central asia"', [], true);
    check('title:sum', 'headline:sum*', [], true);
    check('summit is:', 'summit', [], true);
    check('source: summit', 'source summit*', ['source:'], true);
  });

  test('take a name before a colon for a word', () => {
    check('Trump: tariffs', 'trump tariffs*', [], true);
    check('Ukraine: war', 'ukraine war');
    check('Trump:', 'trump', [], true);
  });

  test('have alternatives, exclusions and groups', () => {
    check('a OR b c', '(a | b c)');
    check('(a OR b) c -d -"e f"', '(a | b) c -(d) -("e f")');
    check('-(a OR b) c', '-((a | b)) c');
    check('a OR', 'a');
    check('OR a', 'a');
    check(') a ( b', 'a b');
    check('- a', 'a');
    check('a or b', 'a or b');
  });

  test('have fields and filters', () => {
    check('title:"no limits" by:byron', 'headline:"no limits" byline:byron');
    check(
      'is:unread IS:Starred source:"The Gazette" tag:Energy lang:de-AT',
      'is:unread is:starred source:The Gazette tag:Energy language:de-at',
    );
    check('before:2025-10 after:2025-10-08', 'before:2025-10-01T00:00 after:2025-10-08T00:00');
    check('after:7d before:2w', 'after:2026-01-08T10:00 before:2026-01-01T10:00');
    const yesterday = new Date(localDay(NOW, -1).began).toISOString().slice(0, 16);
    check('after:yesterday', `after:${yesterday}`);
    check('-is:read -source:x', '-(is:read) -(source:x)');
  });

  test('are searched as words where they cannot be understood', () => {
    check('is:foo x', 'is+foo x', ['is:foo']);
    check('before:soon', 'before+soon', ['before:soon']);
    check('after:2025-02-30', 'after+2025+02+30', ['after:2025-02-30']);
    check('https://example.org', 'https+example+org', ['https://example.org']);
    check('lang:12', 'lang+12', ['lang:12']);
  });

  test('ask for any part of a run without spaces', () => {
    check('北京', '北京');
    check('北京市', '北京+京市');
    check('京', '京*');
  });

  test('ask for pairs of a run where the run is nowhere', () => {
    const loose = (query: string): string => {
      const { expression } = parseQuery(query, { typing: false, now: NOW });
      return shown(expression && inPairs(expression));
    };
    assert.equal(loose('台湾选举'), '台湾 湾选 选举');
    assert.equal(loose('대통령의 정책 now -東京都'), '대통 통령 령의 정책 now -(東京+京都)');
    assert.equal(loose('"台湾选举" 北京 a-b'), '');
  });

  test('are sentences when they are long and read like one', () => {
    const sentence = (query: string): boolean => {
      const { expression } = parseQuery(query, { typing: false, now: NOW });
      return expression !== undefined && isSentence(expression);
    };
    assert.ok(sentence('What did the harbour master say about the new breakwater?'));
    assert.ok(!sentence('harbour master breakwater'));
    assert.ok(!sentence('what did the harbour master say after:7d'));
  });
});

suite('Queries in the language of the index', () => {
  const check = (query: string, expected: string | undefined, typing = false): void => {
    const { expression } = parseQuery(query, { typing, now: NOW });
    assert.equal(expression && matchExpression(expression, ['en']), expected);
  };

  test('ask for a word and its stem', () => {
    check('elections', '("elections" OR "elect")');
    check('summit', '("summit")');
    check('runni', '("runni" *)', true);
    check('running', '("running" * OR "run")', true);
  });

  test('ask for phrases by their stems, too', () => {
    check('"interest rates"', '(("interest rates" OR "interest rate") AND "rates")');
    check('"interest rates', '(("interest rates" * OR "interest rate") AND "rates" *)', true);
    check('"interest rate"', '("interest rate")');
    check('elections-rates', '("elections rates" * OR "elect rates" * OR "elect rate")', true);
  });

  test('say what must not be there', () => {
    check('summit -elections', '((("summit")) NOT ("elections" OR "elect"))');
    check('x -y -z', '((("x")) NOT (("y") OR ("z")))');
    check('x -(y -z)', '((("x")) NOT ((("y")) NOT ("z")))');
    check('-football', undefined);
    check('title:summit', 'headline : ("summit")');
  });

  test('never hand an operator of the person’s to the database', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (text, typing) => {
        const { expression } = parseQuery(text, { typing, now: NOW });
        const match = expression && matchExpression(expression, ['en', 'ru']);
        if (match === undefined) return;
        assert.match(
          match.replace(/"[^"]*"/g, '"w"'),
          /^[()"w *]*((OR|AND|NOT|headline :|byline :)[()"w *]*)*$/,
        );
      }),
    );
  });
});
