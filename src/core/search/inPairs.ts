// A looser reading of queries in scripts without spaces.

import type { Expression, Phrase } from './query.ts';

/**
 * Gives an expression with each unquoted run of an unspaced script taken apart into its pairs of neighbouring
 * characters, which may stand anywhere. Undefined where there is no such run of more than one pair. To be ranked, also
 * by some of the pairs, where nothing has the runs as they stand.
 *
 * @example 选举结果 -东京 gives 选举 举结 结果 -东京.
 */
export function inPairs(expression: Expression): Expression | undefined {
  switch (expression.kind) {
    case 'phrase':
      return phraseInPairs(expression);
    case 'all':
    case 'any': {
      const loosened = expression.parts.map(inPairs);
      if (loosened.every((part) => part === undefined)) return undefined;
      return { ...expression, parts: expression.parts.map((part, index) => loosened[index] ?? part) };
    }
    default:
      return undefined;
  }
}

function phraseInPairs(phrase: Phrase): Expression | undefined {
  const { words, exact, prefix } = phrase;
  if (exact || words.length < 2 || words.every(({ word }) => word !== undefined)) return undefined;
  const parts = words.map((word, index) => ({
    ...phrase,
    words: [word],
    prefix: prefix && index === words.length - 1,
  }));
  return { kind: 'all', parts };
}
