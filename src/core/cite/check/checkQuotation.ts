// Checks quoted words against the article they are from.

import type { TextRange } from '../../model/search.ts';
import { describeAlteration } from './describeAlteration.ts';
import { foldLetters, type FoldedText } from './foldLetters.ts';
import { matchMarked, matchWhole } from './matchQuotation.ts';
import type { PreparedText, QuotedSource, Snapshot } from './prepareSource.ts';
import { readMarks, type MarkedWords } from './readMarks.ts';
import type { Altered, AlteredAsMarked, Exact, Verdict } from './verdict.ts';

/** Units that are compared for one quotation and snapshot before the search is given up. */
const WORK = 20_000_000;
const PARAGRAPH =
  /(?:\b(?:para?|abs|absatz|alinéa|al|párr?|par[áa]grafo|paragraaf|stycke|абзац|абз|п)\p{L}*\.?|¶+|段|第)\s*~?\s*(\d{1,5})/iu;

/**
 * Compares the words of a quotation, as a reader of the note sees them, with the article's text. Only typography is
 * folded; whatever else differs is altered, and marked where the writer says so by an ellipsis or brackets.
 *
 * @param locator As in the citation: "para. 4" names the occurrence that is meant where there are several.
 * @example For the source "The minister did not rule out a rise." the words "The minister did rule out a rise." are
 * altered, an error that concerns a negation, and "The minister did … rule out a rise." are altered as marked.
 */
export function checkQuotation(words: string, source: QuotedSource, locator?: string): Verdict {
  const folded = foldLetters(words);
  if (folded.letters === '') return { kind: 'not found' };
  const marked = readMarks(folded);
  const current = match(folded, marked, source.current, locator);
  if (current !== undefined) return current;
  let now: Altered | undefined;
  for (const snapshot of source.earlier) {
    const then = match(folded, marked, snapshot, locator);
    if (then === undefined) continue;
    now = describeAlteration(folded, marked, source.current);
    return { kind: 'source changed since', revision: snapshot.revision, then, now };
  }
  for (const snapshot of [source.current, ...source.earlier]) {
    const altered = describeAlteration(folded, marked, snapshot);
    if (altered !== undefined) return altered;
  }
  return { kind: 'not found' };
}

function match(
  words: FoldedText,
  marked: MarkedWords,
  { text: source }: Snapshot,
  locator: string | undefined,
): Exact | AlteredAsMarked | undefined {
  const place = { source, near: paragraphOf(locator, source) };
  const budget = { units: WORK };
  return matchWhole(words, place, budget) ?? matchMarked(words, marked, place, budget);
}

function paragraphOf(locator: string | undefined, source: PreparedText): TextRange | undefined {
  const number = PARAGRAPH.exec(locator ?? '')?.[1];
  return number === undefined ? undefined : source.paragraphs()[Number(number) - 1];
}
