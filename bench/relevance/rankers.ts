// Two ways to rank a collection for a query: the library, and plain FTS5 as the reference.

import { DatabaseSync } from 'node:sqlite';
import type { IncomingDocument } from '../../src/library/library.ts';
import { libraryInMemory } from '../openLibrary.ts';
import type { Collection, CollectionDocument } from './collection.ts';

/** Gives the ids of the documents found, best first. */
export type Ranker = (query: string) => Promise<readonly string[]>;

const DEPTH = 1000;
const ADDRESS = 'https://example.org/document/';

/** Takes a collection in as web pages that declare no language, and asks as a person does who has finished typing. */
export async function libraryRanker({ name, documents }: Collection): Promise<Ranker> {
  const { library } = libraryInMemory();
  const source = await library.addSource({ kind: 'folder', uri: `file:///${name}`, title: name });
  for (let start = 0; start < documents.length; start += 500) {
    await library.ingest(source.id, documents.slice(start, start + 500).map(toPage));
  }
  return async (query) => {
    const { hits } = await library.search({ query, limit: DEPTH, typing: false, passageLength: 0 });
    return hits.map(({ item }) => decodeURIComponent((item.url ?? '').slice(ADDRESS.length)));
  };
}

/** Plain FTS5 with English stemming: every word of the query, any of which may match, ranked by BM25. */
export function referenceRanker({ documents }: Collection): Ranker {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE reference USING fts5 (title, text, tokenize = 'porter unicode61')`);
  const insert = database.prepare('INSERT INTO reference (rowid, title, text) VALUES (?, ?, ?)');
  database.exec('BEGIN');
  documents.forEach((document, index) => insert.run(index, document.title, document.text));
  database.exec('COMMIT');
  const select = database.prepare(
    `SELECT rowid FROM reference WHERE reference MATCH ? ORDER BY rank LIMIT ${DEPTH}`,
  );
  return (query) => {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    const expression = words.map((word) => `"${word}"`).join(' OR ');
    return Promise.resolve(select.all(expression).map(({ rowid }) => documents[Number(rowid)]?.id ?? ''));
  };
}

function toPage({ id, title, author, text }: CollectionDocument): IncomingDocument {
  const facts = [
    title === '' ? '' : `<title>${escape(title)}</title>`,
    title === '' ? '' : `<meta property="og:title" content="${escape(title)}">`,
    author === '' ? '' : `<meta name="author" content="${escape(author)}">`,
    `<link rel="canonical" href="${ADDRESS}${encodeURIComponent(id)}">`,
  ].join('');
  const page = `<!doctype html><html><head><meta charset="utf-8">${facts}</head><body><article><p>${escape(text)}</p></article></body></html>`;
  return {
    path: `${id}.html`,
    name: `${id}.html`,
    bytes: new TextEncoder().encode(page),
    modifiedAt: Date.UTC(2026, 0, 1),
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
