// How many of some quotations are true, in words.

import type { Tally } from '../../core/cite/check/tally.ts';
import { localize } from '../localize.ts';

/** Whether something is in the Problems view about them. */
export function hasProblems({ altered, notFound, changed }: Tally): boolean {
  return altered + notFound + changed > 0;
}

/**
 * Gives the counts as the status bar shows them; undefined where there is no quotation.
 *
 * @example "5 quotations, all exact", "2 of 5 quotations altered"
 */
export function tallyText(counts: Tally): string | undefined {
  const { checked, exact } = counts;
  if (checked === 0) return undefined;
  const quotations = checked === 1 ? localize('1 quotation') : localize('{0} quotations', checked);
  const wrong = partsOf(counts);
  if (wrong.length === 0) {
    if (exact === checked)
      return checked === 1 ? localize('1 quotation, exact') : localize('{0} quotations, all exact', checked);
    if (exact === 0)
      return checked === 1
        ? localize('1 quotation, changed as marked')
        : localize('{0} quotations, all changed as marked', checked);
    return localize('{0}, all exact or changed as marked', quotations);
  }
  const [first, ...others] = wrong;
  const rest = others.map(([count, what]) => `, ${count} ${what}`).join('');
  return checked === 1
    ? localize('1 quotation, {0}', first?.[1] ?? '')
    : localize('{0} of {1} {2}{3}', first?.[0] ?? 0, quotations, first?.[1] ?? '', rest);
}

function partsOf({ altered, notFound, changed }: Tally): readonly (readonly [number, string])[] {
  const parts: readonly (readonly [number, string])[] = [
    [altered, localize('altered')],
    [notFound, localize('not found')],
    [changed, localize('changed at the source')],
  ];
  return parts.filter(([count]) => count > 0);
}

/** Gives what a check of many notes found, in one sentence. */
export function summaryOf(counts: Tally, notes: number, skipped: number): string {
  const left =
    skipped === 0
      ? ''
      : skipped === 1
        ? localize('; one file was skipped, and the log says why')
        : localize('; {0} files were skipped, and the log says why', skipped);
  const text = tallyText(counts);
  if (text === undefined) return localize('No note quotes from the library{0}.', left);
  return localize(
    '{0}, in {1}{2}.',
    text,
    notes === 1 ? localize('1 note') : localize('{0} notes', notes),
    left,
  );
}
