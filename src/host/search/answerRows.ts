// From a query to the rows that answer it.

import type { Headline } from '../../core/model/item.ts';
import { FEW_HITS, type SearchAnswer, type SearchHit } from '../../core/model/search.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { asksForSource, nameCompletions, valueCompletions, type Completion } from './completions.ts';
import { headlineRow, hitRow } from './hitItems.ts';
import { queryRow, remark, separator, type Row } from './rows.ts';
import { EXAMPLES } from './searchHelp.ts';

export interface RowsWanted {
  /** Shown first while nothing is typed. */
  readonly first: Headline | undefined;
  /** Whether only what has a body will do. */
  readonly articlesOnly: boolean;
  /** Whether rows have buttons for what else can be done with an item. */
  readonly withButtons: boolean;
}

export interface AnswerRows {
  readonly rows: readonly Row[];
  /** The row that Return chooses. */
  readonly offered: Row | undefined;
  /** Whether there may be more rows beneath these when the person has paused. */
  readonly mayHaveMore: boolean;
}

const LIMIT = 50;

/** Where headlines are left out, more are asked for. */
const LIMIT_ARTICLES = 200;

/** Characters that fit a row of the quick pick. */
const PASSAGE = 76;

/** Rows of completions above the hits. */
const COMPLETIONS = 8;

/**
 * Gives the rows for a query as it is typed; the newest items for an empty one.
 *
 * @param rested Whether the person has paused.
 */
export async function answerRows(
  library: Library,
  query: string,
  wanted: RowsWanted,
  now: number,
  rested: boolean,
): Promise<AnswerRows> {
  if (query.trim() === '') return newestRows(library, wanted, now);
  const limit = wanted.articlesOnly ? LIMIT_ARTICLES : LIMIT;
  const answer = await library.search({ query, limit, typing: true, rested, passageLength: PASSAGE });
  const titles = asksForSource(query) ? (await library.sources()).map(({ title }) => title) : [];
  const completions = valueCompletions(query, titles).slice(0, COMPLETIONS).map(completionRow);
  const names = nameCompletions(query).map(completionRow);
  const rowsOf = (found: readonly SearchHit[]): readonly Row[] =>
    found
      .filter(({ item }) => !wanted.articlesOnly || item.kind === 'article')
      .map((hit) => hitRow(hit, now, wanted.withButtons));
  const complete = rowsOf(answer.hits.slice(0, answer.complete)).slice(0, LIMIT);
  const partial = rowsOf(answer.hits.slice(answer.complete)).slice(0, LIMIT - complete.length);
  const hits = [...complete, ...partial];
  const { suggestion } = answer;
  const suggestions =
    suggestion === undefined ? [] : [queryRow(localize('Did you mean “{0}”?', suggestion), '', suggestion)];
  // What is being completed was not misread.
  const misread = completions.length > 0 ? [] : answer.misread;
  const isFilterAlone = completions.length > 0 && answer.misread.length > 0;
  const rows = [
    ...completions,
    ...suggestions,
    ...misread.map((part) => remark(localize('“{0}” was searched as words', part))),
    ...(completions.length > 0 && complete.length > 0 ? [separator(localize('Found'))] : []),
    ...complete,
    ...(partial.length > 0 ? [separator(onPartial(answer))] : []),
    ...partial,
    ...(hits.length > 0 || completions.length > 0 ? [] : [await nothingFound(library, query, wanted)]),
    ...(names.length > 0 ? [separator(localize('Filters')), ...names] : []),
  ];
  const offered = isFilterAlone ? completions[0] : (hits[0] ?? completions[0] ?? suggestions[0]);
  const mayHaveMore = !rested && partial.length === 0 && complete.length < FEW_HITS;
  return { rows, offered, mayHaveMore };
}

function onPartial({ complete }: SearchAnswer): string {
  return complete === 0
    ? localize('No item has all the words; these match best')
    : localize('These have only some of the words');
}

/** Gives the query language as rows; choosing one puts its example into the box. */
export function helpRows(): readonly Row[] {
  return [
    separator(localize('Choose an example to change it')),
    ...EXAMPLES.map(({ query, finds }) => queryRow(query, finds, query)),
  ];
}

async function newestRows(library: Library, wanted: RowsWanted, now: number): Promise<AnswerRows> {
  const { first, articlesOnly, withButtons } = wanted;
  const limit = articlesOnly ? LIMIT_ARTICLES : LIMIT;
  const { headlines } = await library.headlines({ sourceId: undefined, after: undefined, limit });
  const others = headlines
    .filter((item) => item.id !== first?.id && (!articlesOnly || item.kind === 'article'))
    .slice(0, LIMIT)
    .map((item) => headlineRow(item, now, withButtons));
  const open = first && headlineRow(first, now, withButtons);
  const rows = [
    ...(open === undefined ? [] : [separator(localize('Open in the reader')), open]),
    ...(others.length === 0 ? [] : [separator(localize('Newest')), ...others]),
    ...(open === undefined && others.length === 0 ? [nothingYet()] : []),
    separator(''),
    HELP,
  ];
  // Where nothing was asked for, Return must not open whatever is newest.
  return { rows, offered: open, mayHaveMore: false };
}

const HELP: Row = {
  label: localize('$(question) Search help…'),
  alwaysShow: true,
  means: { kind: 'help' },
};

function completionRow({ label, description, query }: Completion): Row {
  return queryRow(label, description, query);
}

function nothingYet(): Row {
  return remark(
    localize('Nothing to search yet'),
    localize('Follow a feed, add documents or open the sample edition first.'),
  );
}

async function nothingFound(library: Library, query: string, { articlesOnly }: RowsWanted): Promise<Row> {
  if ((await library.sources()).length === 0) return nothingYet();
  return remark(
    localize('Nothing found for “{0}”', query.trim()),
    articlesOnly
      ? localize('Only articles can be quoted. Try fewer or other words.')
      : localize('Try fewer or other words.'),
  );
}
