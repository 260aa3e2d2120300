// `npm run bench:refresh`: a thousand feeds from a local server read anew, unchanged and partly changed, beside newsboat
// and a bare loop of requests, and in a real extension host; writes bench/REFRESH.md.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { createFetchResource } from '../src/host/fetch/fetchResource.ts';
import { refreshFeeds, USUAL_TURNS } from '../src/host/fetch/refreshFeeds.ts';
import { spawnLibrary } from '../src/library/spawn.node.ts';
import { bundleThread } from './bundles.ts';
import type { Held } from './measures/watch.ts';
import { benchCache, threadScript } from './places.ts';
import { startFeedServer } from './refresh/feedServer.ts';
import { newsboat } from './refresh/newsboat.ts';
import { ROUNDS } from './refresh/rounds.ts';
import { runRefreshInHost } from './runMeasure.ts';
import { describeMachine, load } from './report/machine.ts';
import { markdownTable } from './report/markdownTable.ts';
import { median } from './report/statistics.ts';

/** As many at once as Broadsheet asks for. */
const AT_ONCE = USUAL_TURNS.total;
const COUNT = 1000;

const before = load();
mkdirSync(benchCache, { recursive: true });
await bundleThread();
const server = await startFeedServer(new URL('./refresh/serverThread.ts', import.meta.url), COUNT);
const peer = newsboat(join(benchCache, 'newsboat'), server.urls, AT_ONCE);
const file = join(benchCache, 'refresh.sqlite');
for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
const library = spawnLibrary(threadScript, file);
await library.subscribe(server.urls.map((url) => ({ url, title: url, homeUrl: undefined, folder: [] })));
const fetchResource = createFetchResource({
  resolve: () => Promise.resolve(['127.0.0.1']),
  version: 'bench',
});

const times: (readonly string[])[] = [];
for (const { name, times: rounds, changed } of ROUNDS) {
  const [own, theirs, bare]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    if (changed > 0) await server.change(changed);
    bare.push(await timed(askOnly));
    own.push(await timed(refresh));
    if (peer !== undefined) theirs.push(peer.reload());
  }
  console.log(`${name}, ms:`, { own, theirs, bare });
  const [mine, other, least] = [own, theirs, bare].map(median);
  times.push([name, seconds(mine), seconds(least), ratio(least, mine), seconds(other), ratio(other, mine)]);
}
await library.close();
await server.stop();

const held = await runRefreshInHost();
const turns = ROUNDS.map(({ name }, index) => {
  const rounds = held[index] ?? [];
  const worst = (of: (held: Held) => number): string => Math.max(...rounds.map(of)).toFixed(1);
  return [
    name,
    worst(({ busiest }) => busiest),
    worst(({ latest }) => latest),
    worst(({ latestP99 }) => latestP99),
  ];
});

const busy = before > 0.7 ? ' Other work was loading the machine: these figures are not final.' : '';
const timesHead = [
  '',
  'Broadsheet, s',
  'requests alone, s',
  'ratio',
  peer?.version ?? 'newsboat (absent)',
  'ratio',
];
const turnsHead = ['', 'longest turn, ms', 'timer late at worst, ms', 'p99, ms'];
const page = `# Refreshing ${COUNT.toLocaleString('en')} feeds

Written by \`npm run bench:refresh\`. ${describeMachine()}. Load before the run ${before.toFixed(1)}.${busy}

## Time

${markdownTable(timesHead, times)}

All feeds come from one server on this computer, in a thread of its own, under 250 addresses; both readers ask for ${AT_ONCE} at once. Broadsheet fetches in the main thread, as in the extension host, and parses, cleans, indexes and keeps in the library's thread; newsboat's time is that of its whole process. _Requests alone_ is the least that any reader in an extension host can take: the same requests by the same \`fetch\`, the only client that knows VS Code's proxy and certificates, with the answers thrown away. So no reader in an extension host can be three times as fast as newsboat here. Medians of 3 rounds, the first reading one.

## The extension host's event loop

${markdownTable(turnsHead, turns)}

The same feeds read by the command _Refresh_ in the extension host of a real VS Code, with the sidebar open beside it. _Longest turn_ is the most processor time that the host's main thread spent between two beats of a 1 ms timer, in the worst of the rounds; how late that timer was counts waiting for a core as well. Profiles of the host name what is behind the longest: VS Code reading the system's certificates at the first request (about 80 ms, once), V8 collecting garbage, and VS Code's own \`fetch\`, which reads its settings anew for each request.
`;
writeFileSync(join(import.meta.dirname, 'REFRESH.md'), await format(page, { parser: 'markdown' }));
console.log(`\n${page}`);
process.exit(0);

function seconds(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '—' : (milliseconds / 1000).toFixed(2);
}

function ratio(other: number | undefined, own: number | undefined): string {
  return other === undefined || own === undefined ? '—' : `${(own / other).toFixed(2)} ×`;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function refresh(): Promise<void> {
  const subscriptions = await library.subscriptions();
  const feeds = subscriptions.map(({ sourceId, url, state }) => ({
    sourceId,
    url,
    validators: state.validators,
    authorization: undefined,
  }));
  const { kind, errors } = await refreshFeeds({
    feeds,
    fetchResource,
    deliver: async ({ sourceId }, outcome) => {
      await library.takeFeed(sourceId, outcome, 0.5);
    },
    onProgress: () => undefined,
    signal: new AbortController().signal,
    now: Date.now,
  });
  if (kind !== 'complete') throw new Error(`The refresh was ${kind}: ${errors.map(String).join(' ')}`);
}

/** The requests of a refresh, and nothing else. */
async function askOnly(): Promise<void> {
  const waiting = (await library.subscriptions()).map(({ url, state: { validators } }) => ({
    url,
    validators,
  }));
  const ask = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const etag = next.validators?.etag;
      const response = await fetch(
        next.url,
        etag === undefined ? {} : { headers: { 'if-none-match': etag } },
      );
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
}
