// The arguments of Typst's functions: content in brackets and strings, as far as they are words.

import type { TextRange } from '../../model/search.ts';
import type { ClosingBracket } from './brackets.ts';

export interface TypstArgument {
  readonly kind: 'content' | 'string';
  /** Between its brackets or marks. */
  readonly range: TextRange;
  /** The function whose argument it is. */
  readonly name: string;
  /** Whether it stands for itself, and not behind "name:". */
  readonly isPositional: boolean;
}

const TOKEN = /"(?:[^"\\]|\\.)*"?|[\p{L}_][\p{L}\p{N}_.-]*\(?|\/\/[^\n\r]*|[()[]/gsu;

/** Gives the arguments of a function, and of functions among them; what stands in content is not looked at. */
export function typstArguments(
  text: string,
  closing: ClosingBracket,
  name: string,
  [from, to]: TextRange,
): readonly TypstArgument[] {
  const found: TypstArgument[] = [];
  const names = [name];
  for (TOKEN.lastIndex = from; ;) {
    const match = TOKEN.exec(text);
    if (match === null || match.index >= to) return found;
    const { 0: token, index } = match;
    const common = { name: names.at(-1) ?? name, isPositional: !isNamed(text, from, index) };
    if (token === '[') {
      const close = closing(index);
      if (close === undefined || close > to) return found;
      found.push({ kind: 'content', range: [index + 1, close], ...common });
      TOKEN.lastIndex = close + 1;
    } else if (token.startsWith('"')) {
      const end = index + token.length - 1;
      if (end < to && end > index) found.push({ kind: 'string', range: [index + 1, end], ...common });
    } else if (token === '(') names.push(names.at(-1) ?? name);
    else if (token.endsWith('(')) names.push(token.slice(0, -1));
    else if (token === ')' && names.length > 1) names.pop();
  }
}

/** Whether a colon stands before an argument. */
function isNamed(text: string, from: number, at: number): boolean {
  return text
    .slice(Math.max(from, at - 50), at)
    .trimEnd()
    .endsWith(':');
}

/**
 * Gives how many columns the settings of a table say.
 *
 * @example columnsIn("columns: (auto, 1fr), [A]") gives 2.
 */
export function columnsIn(settings: string): number {
  const [, count, list] = /\bcolumns\s*:\s*(?:(\d{1,3})|\(([^()]{0,500})\))/.exec(settings) ?? [];
  return Math.max(
    1,
    list === undefined ? Number(count ?? 1) : list.split(',').filter((one) => /\S/.test(one)).length,
  );
}
