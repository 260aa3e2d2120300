// How long the extension host's event loop is held while the library takes articles in and answers searches.

import { copyFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { IncomingDocument } from '../../src/library/library.ts';
import { spawnLibrary } from '../../src/library/spawn.node.ts';
import { openCorpus } from '../corpus/corpus.ts';
import { drawQueries, QUERY_KINDS, type BenchQuery } from '../corpus/queries.ts';
import { draw, randomNumbers } from '../corpus/random.ts';
import { toRequest } from '../engines/broadsheet.ts';
import type { Built } from '../engines/engines.ts';
import { threadScript } from '../places.ts';
import { watch, type Held } from './watch.ts';

export interface EventLoopResult {
  readonly library: Held;
  /** The same while another thread computes and sends nothing: what the machine alone does. */
  readonly control: Held;
  readonly documents: number;
  readonly searches: number;
}

const DOCUMENTS_AT_ONCE = 50;
const PARAGRAPHS = 20;
/** Milliseconds between two keys of a quick typist. */
const KEY = 60;

export async function measureEventLoop({
  path,
  seconds,
}: Built & { readonly seconds: number }): Promise<EventLoopResult> {
  const copy = `${path}.copy`;
  copyFileSync(path, copy);
  const control = await whileComputing(seconds);
  const library = spawnLibrary(threadScript, copy);
  const source = await library.addSource({ kind: 'folder', uri: 'file:///articles', title: 'Articles' });
  const { base } = openCorpus();
  const headlines = base.slice(0, 20_000).map(({ headline }) => headline);
  const queries = QUERY_KINDS.flatMap((kind) => drawQueries(base, kind, 50));
  const done = { documents: 0, searches: 0 };
  const end = performance.now() + seconds * 1000;
  const batches = Array.from({ length: 20 }, (_, batch) => articles(headlines, batch));

  const ingest = async (): Promise<void> => {
    for (let batch = 0; performance.now() < end; batch++) {
      const documents = batches[batch % batches.length] ?? [];
      const marked = documents.map((document) => ({ ...document, path: `${batch} ${document.path}` }));
      await library.ingest(source.id, marked);
      done.documents += marked.length;
    }
  };
  const type = async (): Promise<void> => {
    const random = randomNumbers(7);
    while (performance.now() < end) {
      await library.search(toRequest(draw<BenchQuery>(queries, random)));
      done.searches++;
      await wait(KEY);
    }
  };
  const held = await watch(async () => {
    await Promise.all([ingest(), type()]);
  });
  await library.close();
  rmSync(copy, { force: true });
  return { library: held, control, ...done };
}

async function whileComputing(seconds: number): Promise<Held> {
  const worker = new Worker('let sum = 0; for (;;) sum += Math.sqrt(sum + 1);', { eval: true });
  const held = await watch(() => wait(seconds * 1000));
  await worker.terminate();
  return held;
}

function articles(headlines: readonly string[], batch: number): readonly IncomingDocument[] {
  const random = randomNumbers(1000 + batch);
  return Array.from({ length: DOCUMENTS_AT_ONCE }, (_, index) => {
    const paragraph = (): string =>
      `<p>${Array.from({ length: 5 }, () => `${escape(draw(headlines, random))}.`).join(' ')}</p>`;
    const body = Array.from({ length: PARAGRAPHS }, paragraph).join('\n');
    const title = escape(draw(headlines, random));
    const page = `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`;
    const name = `${batch}-${index}.html`;
    return {
      path: name,
      name,
      bytes: new TextEncoder().encode(page),
      modifiedAt: Date.UTC(2026, 0, 1) + index,
    };
  });
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
