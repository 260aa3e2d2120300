// A query in the full-text index's own language.

import type { Expression, Phrase } from './query.ts';
import { stem, type StemLanguage } from './stem.ts';

/**
 * Gives an expression of words as an FTS5 MATCH expression (SQLite FTS5, § 3), every term in quotation marks so that
 * no word of the person's can be taken for an operator. A word stands for its stems in each of the languages.
 * Undefined where it asks for more than words, or only for words that must not occur.
 *
 * @param languages Those in which the library has items, beside items of no known language.
 * @example summit -elections in English gives `((("summit")) NOT ("elections" OR "elect"))`.
 */
export function matchExpression(
  expression: Expression,
  languages: readonly StemLanguage[],
): string | undefined {
  switch (expression.kind) {
    case 'phrase':
      return phraseExpression(expression, languages);
    case 'all':
      return allExpression(expression.parts, languages);
    case 'any': {
      const parts = expression.parts.map((part) => matchExpression(part, languages));
      return parts.includes(undefined) ? undefined : `(${parts.join(' OR ')})`;
    }
    default:
      return undefined;
  }
}

/** Gives the terms by which a word can be indexed: as it is, and its stem in each language. */
function indexedForms(
  { term, word }: Phrase['words'][number],
  languages: readonly StemLanguage[],
): readonly string[] {
  return word === undefined
    ? [term]
    : [...new Set([term, ...languages.map((language) => stem(word, language))])];
}

function allExpression(parts: readonly Expression[], languages: readonly StemLanguage[]): string | undefined {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const part of parts) {
    const found = matchExpression(part.kind === 'not' ? part.part : part, languages);
    if (found === undefined) return undefined;
    (part.kind === 'not' ? unwanted : wanted).push(found);
  }
  if (wanted.length === 0) return undefined;
  const all = `(${wanted.join(' AND ')})`;
  const [only, ...others] = unwanted;
  if (only === undefined) return all;
  // FTS5 takes no more than 256 exclusions one after another. Without parentheses, what is left out of something left
  // out would be left out of the whole.
  return `(${all} NOT ${others.length === 0 ? only : `(${unwanted.join(' OR ')})`})`;
}

/**
 * An unfinished word is looked for as the beginning of a word as it is written, and, as it may be finished, by its
 * stems. A phrase of several words is one phrase in each language, as an article's words are stemmed by one.
 */
function phraseExpression(phrase: Phrase, languages: readonly StemLanguage[]): string {
  const { words, prefix, field } = phrase;
  const [only] = words;
  const terms =
    words.length === 1 && only !== undefined
      ? indexedForms(only, languages).map((form, index) => quoted(form, prefix && index === 0))
      : inEachLanguage(phrase, languages);
  const found = `${field === undefined ? '' : `${field} : `}(${terms.join(' OR ')})`;
  const forms = phrase.exact ? exactForms(phrase, languages) : [];
  return forms.length === 0 ? found : `(${[found, ...forms].join(' AND ')})`;
}

/**
 * What an item with the very words of a phrase has among its forms, or as its words where nothing was stemmed. Others
 * may have all that, too, but far fewer than have the stems.
 */
function exactForms({ words, prefix }: Phrase, languages: readonly StemLanguage[]): readonly string[] {
  const forms = words.flatMap(({ term, word }, index) =>
    word !== undefined && languages.some((language) => stem(word, language) !== term)
      ? [quoted(term, prefix && index === words.length - 1)]
      : [],
  );
  return [...new Set(forms)];
}

function inEachLanguage({ words, prefix }: Phrase, languages: readonly StemLanguage[]): readonly string[] {
  const spelled = (unfinished: boolean): readonly string[] =>
    [undefined, ...languages].map((language) =>
      words
        .map(({ term, word }, index) =>
          word === undefined || (unfinished && index === words.length - 1) ? term : stem(word, language),
        )
        .join(' '),
    );
  const begun = new Set(prefix ? spelled(true) : []);
  const finished = new Set(spelled(false));
  return [
    ...[...begun].map((form) => quoted(form, true)),
    ...[...finished].filter((form) => !begun.has(form)).map((form) => quoted(form, false)),
  ];
}

function quoted(form: string, isBeginning: boolean): string {
  return `"${form}"${isBeginning ? ' *' : ''}`;
}
