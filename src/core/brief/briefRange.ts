// How far back a brief goes.

/** To where the last one ended, or over the last so many days. */
export type BriefRange = 'last' | 'day' | 'three days' | 'week';

export const BRIEF_RANGES: readonly BriefRange[] = ['last', 'day', 'three days', 'week'];

const DAY = 86_400_000;
const DAYS: Readonly<Record<Exclude<BriefRange, 'last'>, number>> = { day: 1, 'three days': 3, week: 7 };

/** Gives the time where a brief begins, in milliseconds since 1970; undefined for where the last one ended. */
export function rangeStart(range: BriefRange, now: number): number | undefined {
  return range === 'last' ? undefined : now - DAYS[range] * DAY;
}

export function isBriefRange(value: unknown): value is BriefRange {
  return BRIEF_RANGES.some((range) => range === value);
}
