// `npm run bench:relevance [-- FOLDER…]`: how well natural questions are answered on test
// collections, beside plain FTS5. A folder is a collection, or holds some.

import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCollection, isCollection, type Collection } from './relevance/collection.ts';
import { libraryRanker, referenceRanker, type Ranker } from './relevance/rankers.ts';
import { meanScores, scoreRanking, type Scores } from './relevance/scores.ts';
import { markdownTable } from './report/markdownTable.ts';

const SHARED = join(import.meta.dirname, '../../shared/corpora/search');

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const folders = (asked.length > 0 ? asked.map((folder) => resolve(folder)) : [SHARED]).flatMap(collectionsIn);
if (folders.length === 0) {
  console.log(
    'There is no collection to measure: name a folder with docs.jsonl, queries.jsonl and qrels.tsv.',
  );
  process.exitCode = asked.length > 0 ? 1 : 0;
} else {
  const rows: (readonly string[])[] = [];
  for (const folder of folders) rows.push(...(await rowsOf(readCollection(folder))));
  console.log(
    markdownTable(
      ['collection', 'ranking', 'nDCG@10', 'MAP', 'recall@100', 'empty', 'ms/query', 'taken in'],
      rows,
    ),
  );
}

function collectionsIn(folder: string): readonly string[] {
  if (isCollection(folder)) return [folder];
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter(isCollection);
}

async function rowsOf(collection: Collection): Promise<readonly (readonly string[])[]> {
  const size = `${collection.name} (${collection.documents.length} documents, ${collection.queries.length} queries)`;
  const start = performance.now();
  const library = await libraryRanker(collection);
  const taken = ((performance.now() - start) / 1000).toFixed(1);
  return [
    [size, 'Broadsheet', ...(await measure(collection, library)), `${taken} s`],
    [size, 'FTS5 porter BM25', ...(await measure(collection, referenceRanker(collection))), ''],
  ];
}

async function measure(collection: Collection, rank: Ranker): Promise<readonly string[]> {
  const scores: Scores[] = [];
  let empty = 0;
  let spent = 0;
  for (const query of collection.queries) {
    const start = performance.now();
    const ranking = await rank(query.text);
    spent += performance.now() - start;
    if (ranking.length === 0) empty++;
    scores.push(scoreRanking(ranking, collection.grades.get(query.id) ?? new Map<string, number>()));
  }
  const mean = meanScores(scores);
  return [
    ...[mean.ndcg10, mean.averagePrecision, mean.recall100].map((value) => value.toFixed(4)),
    `${empty}`,
    (spent / Math.max(1, collection.queries.length)).toFixed(1),
  ];
}
