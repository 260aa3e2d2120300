// Whether a change is about a number although it has no figure.

import type { TextRange } from '../../model/search.ts';
import { isCardinal } from './numberWords.ts';
import { endsWithSign, isHalfOfDay, isUnit, signBehind } from './quantities.ts';

const SIGN = /[-‐‑−–+±~<>≤≥\p{Sc}]$/u;
const FIGURE_BEFORE = /\p{Nd}$/u;
const FIGURE_BEHIND = /^\p{Nd}/u;
const FIRST_WORD = /^[\s-]*(\p{L}[\p{L}\p{M}/]*)/u;
const LAST_WORD = /(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}]*)[\s-]*$/u;
/** UTF-16 units in which a number's sign or unit stands. */
const SHORT = 24;

/** Whether a stretch of a text is a number's sign ("-" in "-5", "," in "1,000") or begins with its unit ("km"). */
export function touchesNumber(text: string, [start, end]: TextRange): boolean {
  if (start >= end) return false;
  const inner = text.slice(start, Math.min(end, start + SHORT));
  const before = text.slice(Math.max(0, start - 2), start);
  if (FIGURE_BEHIND.test(text.slice(end, end + 1)) && (SIGN.test(inner) || FIGURE_BEFORE.test(before)))
    return true;
  if (FIGURE_BEHIND.test(text.slice(end, end + 2).trimStart()) && endsWithSign(`${inner} `)) return true;
  const isCounted = isUnit(FIRST_WORD.exec(inner)?.[1] ?? '');
  // "five | days", "5 million | euros"
  const number = LAST_WORD.exec(text.slice(Math.max(0, start - SHORT), start))?.[1];
  if (number !== undefined) return isCounted && isCardinal(number.toLowerCase());
  if (!FIGURE_BEFORE.test(before.trimEnd())) return false;
  return isCounted || signBehind(inner) !== '' || isHalfOfDay(text.slice(start, start + SHORT));
}
