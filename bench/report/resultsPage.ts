// The report as a Markdown page.

import { QUERY_KINDS } from '../corpus/queries.ts';
import { NAMES } from '../engines/engineNames.ts';
import type { Builder, Opener } from '../engines/engines.ts';
import {
  activationTime,
  buildTime,
  fileSize,
  firstPageTime,
  memoryAdded,
  reopenTime,
  typingFigures,
  type Figure,
} from './figures.ts';
import { markdownTable } from './markdownTable.ts';
import { roundsOf, type Results, type ScaleName } from './results.ts';
import { countOf, isMet, verdicts, type Verdict } from './verdicts.ts';

/** Gives the whole page; `machine` and `circumstances` say where and how it was measured. */
export function resultsPage(results: Results, machine: string, circumstances: string): string {
  const sections = [
    `# Benchmarks\n\n${introduction(results)}\n\n${machine}. ${circumstances}`,
    `## What must be reached\n\n${verdictTable(results)}`,
    ...(['small', 'large'] as const).map((scale) => scaleSection(results, scale)),
    articlesSection(results),
    activationSentence(results),
    `## How it is measured\n\n${METHOD}`,
  ];
  if (results.failures.length > 0) {
    sections.push(
      `## What failed\n\n${results.failures.map((failure) => `- ${oneLine(failure)}`).join('\n')}`,
    );
  }
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

const BARE = 'bare FTS5 inserts';

const METHOD = `Every measure runs in a process of its own; engines that are compared take turns. Figures are medians over the rounds, p95 the median of each round's p95. Files are in the system's cache as the measures before left them.

- **Ingest**: parsed items through the store, 1,000 in a transaction, the write-ahead log synced at each commit, beside one FTS5 table with the same headlines, outlets and texts, transactions and log. Making the items up is not counted. Articles have about 300 words, made of headlines.
- **Typing**: 200 queries of each kind, drawn from the real headlines (the 200 commonest words for *common word*), after 20 others. All but phrases end in a prefix, as when typed. Each engine gives 50 hits with what a row shows. *SQL by hand* ranks the newest 2,000 matches by bm25, with and without an index of prefixes; the quicker one counts. MiniSearch, FlexSearch and Orama know no phrases: all words, then a look at the headlines found. The text search looks for the query as it stands, 1,000 headlines in a file. An engine that needs more than 8 s for a kind is spared the rest.
- **Reopen**: from before the file is opened to the first result, code loaded.
- **Memory**: resident memory of a process with the library's thread open and 120 queries answered, less that of the same process before.
- **Event loop**: the main thread while the library's thread takes in batches of 50 web pages and answers a query every 60 ms. *Longest turn* is the processor time that the main thread spent between two beats of a 1 ms timer; *latest* is how late that timer was, which counts waiting for a core as well: beside it, the same while another thread only computes.
- **Activation**: in a real extension host with a new profile (VS Code's server host), the extension as it is shipped, reading and running its bundle and what it does when it is activated.`;

function introduction({ origin, quick, scales }: Results): string {
  const data =
    origin === 'real'
      ? 'real headlines in English and Swedish'
      : 'generated headlines (the real collection is absent)';
  const large = scales.large.count.toLocaleString('en');
  const mode = quick ? ' **A quick run: a tenth of everything, for a first look only.**' : '';
  return `Written by \`npm run bench\`: ${scales.small.count.toLocaleString('en')} ${data}, then ${large}, the same and older copies of them with about a third of the words replaced.${mode}`;
}

function verdictTable(results: Results): string {
  const all = verdicts(results);
  const shown = results.partial ? all.filter(({ reached }) => reached !== undefined) : all;
  const rows = shown.map((verdict) => [
    verdict.measure,
    verdict.bound,
    `≤ ${amount(verdict.most, verdict.unit)}`,
    amount(verdict.reached, verdict.unit),
    mark(verdict),
  ]);
  return markdownTable(['measure', 'compared with', 'must be', 'is', 'met'], rows);
}

function mark(verdict: Verdict): string {
  const met = isMet(verdict);
  return met === undefined ? '—' : met ? 'yes' : '**no**';
}

function scaleSection(results: Results, scale: ScaleName): string {
  return [
    `## ${countOf(results, scale)} headlines`,
    typingTable(results, scale),
    storageTable(results, scale),
    firstPageSentence(results, scale),
    eventLoopSentence(results, scale),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function articlesSection(results: Results): string {
  const line = (name: string, builder: Builder): readonly string[] => [
    name,
    seconds(buildTime(results, builder, 'articles')),
    megabytes(fileSize(results, builder, 'articles')),
  ];
  const rows = [line(NAMES.broadsheet, 'broadsheet'), line(BARE, 'bare')];
  return `## ${countOf(results, 'articles')} articles\n\n${markdownTable(['', 'taken in, s', 'file, MB'], rows)}`;
}

function typingTable(results: Results, scale: ScaleName): string {
  const rows = (Object.keys(NAMES) as Opener[]).flatMap((engine) => {
    if (roundsOf(results, 'typing', engine, scale).length === 0) return [];
    const cells = QUERY_KINDS.map((kind) => {
      const found = typingFigures(results, engine, scale, kind);
      if (found === undefined) return '—';
      const empty = `${Math.round(found.emptyShare * 100)} %`;
      return `${digits(found.p50)} / ${digits(found.p95)} (${empty})`;
    });
    return [[NAMES[engine], ...cells]];
  });
  if (rows.length === 0) return '';
  return `Milliseconds p50 / p95 (share of queries answered with nothing):\n\n${markdownTable(['engine', ...QUERY_KINDS], rows)}`;
}

function storageTable(results: Results, scale: ScaleName): string {
  const row = (name: string, builder: Builder | undefined, opener: Opener | undefined): readonly string[] => {
    const build = builder && buildTime(results, builder, scale);
    const size = builder && fileSize(results, builder, scale);
    const first = opener && reopenTime(results, opener, scale, 'first');
    const open = opener && reopenTime(results, opener, scale, 'open');
    const memory = opener && memoryAdded(results, opener, scale);
    return [name, seconds(build), megabytes(size), digits(open), digits(first), megabytes(memory)];
  };
  const rows = [
    row(NAMES.broadsheet, 'broadsheet', 'broadsheet'),
    row(NAMES.broadsheetThread, undefined, 'broadsheetThread'),
    row(BARE, 'bare', undefined),
    row(NAMES.handWritten, 'handWritten', 'handWritten'),
    row(NAMES.handWrittenPrefixes, 'handWrittenPrefixes', undefined),
    row(NAMES.miniSearch, 'miniSearch', 'miniSearch'),
  ].filter((cells) => cells.slice(1).some((cell) => cell !== '—'));
  const head = ['', 'taken in, s', 'file, MB', 'open, ms', 'first result, ms', 'memory added, MB'];
  return rows.length === 0 ? '' : `Taking in, opening and holding:\n\n${markdownTable(head, rows)}`;
}

function firstPageSentence(results: Results, scale: ScaleName): string {
  const [round] = roundsOf(results, 'firstPage', 'broadsheet', scale);
  if (round === undefined) return '';
  const time = (source: 'large' | 'small'): string => digits(firstPageTime(results, scale, source));
  const total = (headlines: number): string => headlines.toLocaleString('en');
  return `First page of 100: ${time('large')} ms of a source with ${total(round.largeTotal)} headlines, ${time('small')} ms of one with ${total(round.smallTotal)}.`;
}

function eventLoopSentence(results: Results, scale: ScaleName): string {
  const [round] = roundsOf(results, 'eventLoop', 'broadsheet', scale);
  if (round === undefined) return '';
  const { library, control, documents, searches } = round;
  return `Event loop of the main thread while ${documents} pages were taken in and ${searches} searches answered: longest turn ${digits(library.busiest)} ms; a 1 ms timer was at worst ${digits(library.latest)} ms late, p99 ${digits(library.latestP99)} ms (while another thread only computes: ${digits(control.busiest)}, ${digits(control.latest)} and ${digits(control.latestP99)} ms).`;
}

function activationSentence(results: Results): string {
  const { activation } = results;
  if (activation.length === 0) return '';
  const opened = activation.some(({ openedFile }) => openedFile);
  return `Activation, median of ${activation.length}: ${digits(activationTime(results, 'own'))} ms of our own code, ${digits(activationTime(results, 'whole'))} ms with the host's messages; the library’s file was ${opened ? 'opened' : 'not touched'}.`;
}

function amount(value: Figure, unit: '×' | 'ms'): string {
  if (value === undefined) return '—';
  // A bound such as 1/50 is read more easily as a fraction.
  const text = unit === '×' && value < 0.5 ? `1/${digits(1 / value)}` : digits(value);
  return unit === '×' ? `${text} ×` : `${text} ms`;
}

function digits(value: Figure): string {
  if (value === undefined) return '—';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function seconds(milliseconds: Figure): string {
  return digits(milliseconds === undefined ? undefined : milliseconds / 1000);
}

function megabytes(bytes: Figure): string {
  return digits(bytes === undefined ? undefined : bytes / 1e6);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
