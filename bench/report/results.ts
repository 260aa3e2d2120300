// What was measured, round by round, before anything is made of it.

import type { ActivationResult } from '../inHost/activationResult.ts';
import type { Builder, Opener } from '../engines/engines.ts';
import type { MeasureName, MeasureResult } from '../measures/measures.ts';

/** The two sizes of the whole benchmark, and the articles that only ingest is measured on. */
export type ScaleName = 'small' | 'large' | 'articles';
export type Subject = Builder | Opener;

export interface Scale {
  /** Of items. */
  readonly count: number;
  readonly rounds: number;
}

export interface Results {
  readonly origin: 'real' | 'generated';
  readonly quick: boolean;
  /** Whether some measures were left out on purpose. */
  readonly partial: boolean;
  readonly scales: Readonly<Record<ScaleName, Scale>>;
  readonly failures: string[];
  /** By measure, subject and scale. */
  readonly rounds: Partial<Record<string, unknown[]>>;
  readonly activation: ActivationResult[];
}

export function addRound<Name extends MeasureName>(
  { rounds }: Results,
  name: Name,
  subject: Subject,
  scale: ScaleName,
  result: MeasureResult<Name>,
): void {
  const key = keyOf(name, subject, scale);
  rounds[key] = [...(rounds[key] ?? []), result];
}

/** Gives the rounds of one measure; none where it failed or was not run. */
export function roundsOf<Name extends MeasureName>(
  { rounds }: Results,
  name: Name,
  subject: Subject,
  scale: ScaleName,
): readonly MeasureResult<Name>[] {
  return (rounds[keyOf(name, subject, scale)] ?? []) as readonly MeasureResult<Name>[];
}

function keyOf(name: MeasureName, subject: Subject, scale: ScaleName): string {
  return `${name} ${subject} ${scale}`;
}
