// The header of a mail that was saved as text: who wrote it, when, and about what.

import { NO_FACTS, type DocumentFacts } from './articleItem.ts';
import { joinNames, oneLine } from './facts.ts';
import { encodedWords } from './encodedWords.ts';
import { publishedDate } from './publishedDate.ts';

const HEADER =
  /^(?:[ \t]*-+[^\n-]{3,60}-+[ \t]*\n+)?(?<fields>(?:[A-Za-z][A-Za-z-]{0,40}[ \t]*:[^\n]{0,2000}\n(?:[ \t]+\S[^\n]{0,2000}\n){0,20}){2,60})(?:[ \t]*\n|$)/u;
const FIELD = /^(?<name>[A-Za-z-]+)[ \t]*:[ \t]*(?<value>.*(?:\n[ \t]+.*)*)$/gmu;
/** RFC 5322 § 3.6, and the names that mail programs print. */
const NAMES = { headline: ['subject'], byline: ['from'], published: ['date', 'sent'] } as const;

/**
 * Gives the facts in a mail's header and the text below it, or undefined where a text does not begin with at least
 * a subject and a sender or a date.
 *
 * @example "From: Ada Byron <ada@example.org>\nSubject: Rain\n\nIt fell." gives "Rain" by "Ada Byron" and "It fell."
 */
export function mailHeader(
  text: string,
): { readonly facts: DocumentFacts; readonly body: string } | undefined {
  const start = text.replace(/^\s*\n/u, '');
  const header = HEADER.exec(start.slice(0, 100_000));
  if (header === null) return undefined;
  const fields = new Map<string, string>();
  for (const { groups } of (header.groups?.['fields'] ?? '').matchAll(FIELD)) {
    const name = groups?.['name']?.toLowerCase() ?? '';
    const value = oneLine(encodedWords(groups?.['value'] ?? ''));
    if (value !== undefined && !fields.has(name)) fields.set(name, value);
  }
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined);
  const from = first(NAMES.byline);
  const date = first(NAMES.published);
  const headline = first(NAMES.headline);
  if (headline === undefined || (from === undefined && date === undefined)) return undefined;
  const facts = {
    ...NO_FACTS,
    headline,
    byline: from === undefined ? undefined : joinNames([senderName(from)]),
    published: date === undefined ? undefined : publishedDate(date.replace(/\s*\([^)]*\)\s*$/u, '')),
  };
  return { facts, body: start.slice(header[0].length) };
}

/** `"Byron, Ada" <ada@example.org>` gives "Byron, Ada"; a bare address is its own name. */
function senderName(from: string): string {
  const name = from
    .replace(/\s*[<[](?:mailto:)?[^<>[\]\s]*@[^<>[\]\s]*[>\]]\s*/giu, ' ')
    .trim()
    .replace(/^"(.*)"$/u, '$1')
    .replaceAll(/\\(.)/gu, '$1');
  const comment = /^\S+@\S+\s+\((?<name>[^)]+)\)$/u.exec(name)?.groups?.['name'];
  return comment ?? (name === '' ? (/[^<\s]+@[^>\s]+/u.exec(from)?.[0] ?? '') : name);
}
