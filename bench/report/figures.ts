// The figures that the report speaks of: medians over the rounds.

import type { QueryKind } from '../corpus/queries.ts';
import type { Builder, Opener } from '../engines/engines.ts';
import { roundsOf, type Results, type ScaleName } from './results.ts';
import { median, quantile } from './statistics.ts';

/** Undefined stands for what was not measured, here and in everything made of it. */
export type Figure = number | undefined;

export interface TypingFigures {
  readonly p50: number;
  readonly p95: number;
  /** From 0 to 1. */
  readonly emptyShare: number;
  readonly asked: number;
}

export function typingFigures(
  results: Results,
  engine: Opener,
  scale: ScaleName,
  kind: QueryKind,
): TypingFigures | undefined {
  const rounds = roundsOf(results, 'typing', engine, scale).map((round) => round[kind]);
  if (rounds.length === 0) return undefined;
  return {
    p50: median(rounds.map(({ times }) => quantile(times, 0.5))),
    p95: median(rounds.map(({ times }) => quantile(times, 0.95))),
    emptyShare: median(rounds.map(({ empty, times }) => empty / Math.max(1, times.length))),
    asked: Math.min(...rounds.map(({ times }) => times.length)),
  };
}

/** The p95 of the quicker of the two statements written by hand. */
export function bestSql(results: Results, scale: ScaleName, kind: QueryKind): Figure {
  const all = (['handWritten', 'handWrittenPrefixes'] as const).flatMap(
    (engine) => typingFigures(results, engine, scale, kind)?.p95 ?? [],
  );
  return all.length === 0 ? undefined : Math.min(...all);
}

export function buildTime(results: Results, engine: Builder, scale: ScaleName): Figure {
  return figure(roundsOf(results, 'build', engine, scale).map(({ milliseconds }) => milliseconds));
}

export function fileSize(results: Results, engine: Builder, scale: ScaleName): Figure {
  return figure(roundsOf(results, 'build', engine, scale).map(({ size }) => size));
}

/** Milliseconds of our own code, or until the host has done its part as well. */
export function activationTime({ activation }: Results, what: 'own' | 'whole'): Figure {
  return figure(activation.map(({ load, call, whole }) => (what === 'own' ? load + call : whole)));
}

/** Milliseconds until open, or until the first result. */
export function reopenTime(
  results: Results,
  engine: Opener,
  scale: ScaleName,
  until: 'open' | 'first',
): Figure {
  return figure(roundsOf(results, 'reopen', engine, scale).map((round) => round[until]));
}

export function memoryAdded(results: Results, engine: Opener, scale: ScaleName): Figure {
  return figure(roundsOf(results, 'memory', engine, scale).map(({ added }) => added));
}

export function firstPageTime(results: Results, scale: ScaleName, source: 'large' | 'small'): Figure {
  return figure(roundsOf(results, 'firstPage', 'broadsheet', scale).map((round) => median(round[source])));
}

export function ratio(one: Figure, other: Figure): Figure {
  return one === undefined || other === undefined || other === 0 ? undefined : one / other;
}

function figure(values: readonly number[]): Figure {
  return values.length === 0 ? undefined : median(values);
}
