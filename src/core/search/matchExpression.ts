// A query in the full-text index's own language.

import type { Phrase, Query } from './query.ts';

/**
 * Gives a query as an FTS5 MATCH expression (SQLite FTS5, § 3), every term in quotation marks so that no word of
 * the person's can be taken for an operator; undefined where nothing is asked for.
 *
 * @example `central asia` summ… gives `"central asia" "summ" *`.
 */
export function matchExpression(query: Query): string | undefined {
  return query.phrases.length === 0 ? undefined : query.phrases.map(phraseExpression).join(' AND ');
}

function phraseExpression(phrase: Phrase): string {
  return `"${phrase.terms.join(' ')}"${phrase.prefix ? ' *' : ''}`;
}
