// `npm run bench:refresh [-- FEEDS]`: a thousand feeds from a local server read anew, unchanged and partly changed,
// beside newsboat; writes bench/REFRESH.md.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { format } from 'prettier';
import { createFetchResource } from '../src/host/refresh/fetch/fetchResource.ts';
import { refreshFeeds } from '../src/host/refresh/fetch/refreshFeeds.ts';
import { spawnLibrary } from '../src/library/spawn.node.ts';
import { bundle } from './bundles.ts';
import { watch, type Held } from './measures/watch.ts';
import { benchCache, threadScript } from './places.ts';
import { newsboat } from './refresh/newsboat.ts';
import { describeMachine, load } from './report/machine.ts';
import { markdownTable } from './report/markdownTable.ts';
import { median } from './report/statistics.ts';

/** One computer stands for a thousand hosts, so that the limit for each host is that for all. */
const AT_ONCE = 8;
const ROUNDS = 3;

interface Round {
  readonly milliseconds: number;
  readonly held: Held;
  readonly added: number;
}

const count = Number(process.argv[2] ?? 1000);
const before = load();
mkdirSync(benchCache, { recursive: true });
await bundle();
const server = new Worker(new URL('./refresh/serverThread.ts', import.meta.url));
const address = await answer(server);
const urls = Array.from({ length: count }, (_, index) => `${address}/feeds/numbered/${index}`);
const peer = newsboat(join(benchCache, 'newsboat'), urls, AT_ONCE);
const file = join(benchCache, 'refresh.sqlite');
for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
const library = spawnLibrary(threadScript, file);
await library.subscribe(urls.map((url) => ({ url, title: url, homeUrl: undefined, folder: [] })));
const fetchResource = createFetchResource({
  resolve: () => Promise.resolve(['127.0.0.1']),
  version: 'bench',
});

const rows: (readonly string[])[] = [];
await compare('the first time', 1, 0);
await compare('unchanged (304)', ROUNDS, 0);
await compare('one in ten changed', ROUNDS, 10);
await library.close();
await server.terminate();

const busy = before > 0.7 ? ' Other work was loading the machine: these figures are not final.' : '';
const head = [
  '',
  'Broadsheet, s',
  peer?.version ?? 'newsboat (absent), s',
  'ratio',
  'longest turn, ms',
  'timer late at worst, ms',
  'p99, ms',
];
const page = `# Refreshing ${count.toLocaleString('en')} feeds

Written by \`npm run bench:refresh\`. ${describeMachine()}. Load before the run ${before.toFixed(1)}.${busy}

${markdownTable(head, rows)}

All feeds come from one server on this computer, in a thread of its own; both readers ask for ${AT_ONCE} at once. Broadsheet fetches in the main thread, as in the extension host, and parses, cleans, indexes and keeps in the library's thread; newsboat's time is that of its whole process. Medians of ${ROUNDS} rounds, the first reading one. _Longest turn_ is the most processor time that the main thread spent between two beats of a 1 ms timer; how late that timer was counts waiting for a core as well.
`;
writeFileSync(join(import.meta.dirname, 'REFRESH.md'), await format(page, { parser: 'markdown' }));
console.log(`\n${page}`);
process.exit(0);

async function compare(name: string, rounds: number, every: number): Promise<void> {
  const own: Round[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    if (every > 0) await answer(server, every);
    own.push(await refresh());
    if (peer !== undefined) theirs.push(peer.reload());
  }
  const milliseconds = median(own.map((each) => each.milliseconds));
  const other = theirs.length === 0 ? undefined : median(theirs);
  const worst = (of: (held: Held) => number): string =>
    Math.max(...own.map(({ held }) => of(held))).toFixed(1);
  console.log(
    `${name}: ${own.map((each) => each.milliseconds.toFixed(0)).join(', ')} ms, ${own.map(({ added }) => added).join(', ')} added; newsboat ${theirs.map((time) => time.toFixed(0)).join(', ')} ms`,
  );
  rows.push([
    name,
    (milliseconds / 1000).toFixed(2),
    other === undefined ? '—' : (other / 1000).toFixed(2),
    other === undefined ? '—' : `1/${(other / milliseconds).toFixed(1)}`,
    worst(({ busiest }) => busiest),
    worst(({ latest }) => latest),
    worst(({ latestP99 }) => latestP99),
  ]);
}

async function refresh(): Promise<Round> {
  const subscriptions = await library.subscriptions();
  const feeds = subscriptions.map(({ sourceId, url, state }) => ({
    sourceId,
    url,
    validators: state.validators,
    authorization: undefined,
  }));
  let added = 0;
  let milliseconds = 0;
  const held = await watch(async () => {
    const start = performance.now();
    const { kind, errors } = await refreshFeeds({
      feeds,
      fetchResource,
      deliver: async ({ sourceId }, outcome) => {
        const report = await library.takeFeed(sourceId, outcome, 0.5);
        added += report.added;
      },
      onProgress: () => undefined,
      signal: new AbortController().signal,
      now: Date.now,
      turns: { total: AT_ONCE, perHost: AT_ONCE },
    });
    milliseconds = performance.now() - start;
    if (kind !== 'complete') throw new Error(`The refresh was ${kind}: ${errors.map(String).join(' ')}`);
  });
  return { milliseconds, held, added };
}

function answer(worker: Worker, question?: number): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    if (question !== undefined) worker.postMessage(question);
  });
}
