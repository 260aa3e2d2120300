// What must be reached, and whether it was.

import { QUERY_KINDS } from '../corpus/queries.ts';
import {
  activationTime,
  bestSql,
  buildTime,
  firstPageTime,
  memoryAdded,
  ratio,
  reopenTime,
  typingFigures,
  type Figure,
} from './figures.ts';
import { roundsOf, type Results, type ScaleName } from './results.ts';

export interface Verdict {
  readonly measure: string;
  /** "≤ 1.5 ×" and what that is a multiple of. */
  readonly bound: string;
  readonly most: number;
  readonly reached: Figure;
  readonly unit: '×' | 'ms';
}

export function verdicts(results: Results): readonly Verdict[] {
  return [...ingest(results), ...reopen(results), ...typing(results), ...rest(results)];
}

/** Undefined where it was not measured. */
export function isMet({ reached, most }: Verdict): boolean | undefined {
  return reached === undefined ? undefined : reached <= most;
}

function ingest(results: Results): readonly Verdict[] {
  return [...SCALES, 'articles' as const].map((scale) => ({
    measure: `ingest, ${countOf(results, scale)}${scale === 'articles' ? ' articles' : ' headlines'}`,
    bound: 'the time of bare FTS5 inserts',
    most: 1.5,
    reached: ratio(buildTime(results, 'broadsheet', scale), buildTime(results, 'bare', scale)),
    unit: '×',
  }));
}

function reopen(results: Results): readonly Verdict[] {
  const small = reopenTime(results, 'broadsheet', 'small', 'first');
  const large = reopenTime(results, 'broadsheet', 'large', 'first');
  return [
    {
      measure: `reopen to first result, ${countOf(results, 'small')}`,
      bound: 'MiniSearch’s load',
      most: 1 / 50,
      reached: ratio(small, reopenTime(results, 'miniSearch', 'small', 'open')),
      unit: '×',
    },
    {
      measure: `reopen to first result, ${countOf(results, 'large')}`,
      bound: `that at ${countOf(results, 'small')}`,
      most: 1.5,
      reached: ratio(large, small),
      unit: '×',
    },
  ];
}

function typing(results: Results): readonly Verdict[] {
  return QUERY_KINDS.flatMap((kind): Verdict[] => {
    const own = (scale: ScaleName): Figure => typingFigures(results, 'broadsheet', scale, kind)?.p95;
    const bySql = SCALES.map((scale): Verdict => ({
      measure: `${kind}, p95, ${countOf(results, scale)}`,
      bound: 'the best SQL by hand',
      most: 1.3,
      reached: ratio(own(scale), bestSql(results, scale, kind)),
      unit: '×',
    }));
    return [
      ...bySql,
      {
        measure: `${kind}, p95, ${countOf(results, 'small')}`,
        bound: 'MiniSearch',
        most: 1,
        reached: ratio(own('small'), typingFigures(results, 'miniSearch', 'small', kind)?.p95),
        unit: '×',
      },
      {
        measure: `${kind}, p95, ${countOf(results, 'large')}`,
        bound: `that at ${countOf(results, 'small')}`,
        most: 2,
        reached: ratio(own('large'), own('small')),
        unit: '×',
      },
    ];
  });
}

function rest(results: Results): readonly Verdict[] {
  const loops = SCALES.flatMap((scale) => roundsOf(results, 'eventLoop', 'broadsheet', scale));
  return [
    {
      measure: `memory added, ${countOf(results, 'large')}, thread included`,
      bound: `MiniSearch at ${countOf(results, 'small')}`,
      most: 1 / 8,
      reached: ratio(
        memoryAdded(results, 'broadsheetThread', 'large'),
        memoryAdded(results, 'miniSearch', 'small'),
      ),
      unit: '×',
    },
    {
      measure: 'longest turn of the main thread’s event loop, processor time',
      bound: '',
      most: 10,
      reached: loops.length === 0 ? undefined : Math.max(...loops.map(({ library }) => library.busiest)),
      unit: 'ms',
    },
    {
      measure: 'activation, our own code',
      bound: '',
      most: 30,
      reached: activationTime(results, 'own'),
      unit: 'ms',
    },
    ...SCALES.map((scale): Verdict => ({
      measure: `first page of the large source, ${countOf(results, scale)}`,
      bound: 'that of the small source',
      most: 1.5,
      reached: ratio(firstPageTime(results, scale, 'large'), firstPageTime(results, scale, 'small')),
      unit: '×',
    })),
  ];
}

const SCALES = ['small', 'large'] as const satisfies readonly ScaleName[];

/** "121,583". */
export function countOf({ scales }: Results, scale: ScaleName): string {
  return scales[scale].count.toLocaleString('en');
}
