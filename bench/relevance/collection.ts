// A test collection as information retrieval has them: documents, queries, and
// which documents people judged relevant to which query.

import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface CollectionDocument {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly text: string;
}

export interface CollectionQuery {
  readonly id: string;
  readonly text: string;
}

export interface Collection {
  readonly name: string;
  readonly documents: readonly CollectionDocument[];
  /** Only those with a judgement above 0: nothing can be said of the others. */
  readonly queries: readonly CollectionQuery[];
  /** Query id → document id → grade above 0. */
  readonly grades: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Whether a folder has the three files of a collection. */
export function isCollection(folder: string): boolean {
  return ['docs.jsonl', 'queries.jsonl', 'qrels.tsv'].every((name) => existsSync(join(folder, name)));
}

/** Reads `docs.jsonl`, `queries.jsonl` and `qrels.tsv` (query, document, grade) of a folder. */
export function readCollection(folder: string): Collection {
  const grades = gradesOf(lines(join(folder, 'qrels.tsv')));
  return {
    name: basename(folder),
    documents: records(join(folder, 'docs.jsonl')).map((record) => ({
      id: field(record, 'id'),
      title: field(record, 'title'),
      author: field(record, 'author'),
      text: field(record, 'text'),
    })),
    queries: records(join(folder, 'queries.jsonl'))
      .map((record) => ({ id: field(record, 'id'), text: field(record, 'text') }))
      .filter(({ id }) => grades.has(id)),
    grades,
  };
}

function gradesOf(rows: readonly string[]): Map<string, Map<string, number>> {
  const grades = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const [query = '', document = '', grade = '1'] = row.split(/\s+/u);
    if (!(Number(grade) > 0)) continue;
    const known = grades.get(query) ?? new Map<string, number>();
    grades.set(query, known.set(document, Number(grade)));
  }
  return grades;
}

function records(path: string): readonly Readonly<Record<string, unknown>>[] {
  return lines(path).map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

function field(record: Readonly<Record<string, unknown>>, name: string): string {
  const value = record[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function lines(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
