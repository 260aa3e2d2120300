// Parts prose into sentences.

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
const ABBREVIATION =
  /(?:^|[\s("“‘])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Maj|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|No|vs|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.\s*$/u;

/**
 * Gives the sentences of a paragraph in one line each, trimmed, none empty. The Unicode rules (UAX #29)
 * part them; an initial, a title or a month before the full stop does not end one.
 *
 * @example "Gen. Smith left. Nobody saw it." gives "Gen. Smith left." and "Nobody saw it."
 */
export function sentences(paragraph: string): readonly string[] {
  const found: string[] = [];
  let open = '';
  for (const { segment } of SENTENCES.segment(paragraph.replace(/\s+/gu, ' '))) {
    open += segment;
    if (ABBREVIATION.test(open)) continue;
    if (open.trim() !== '') found.push(open.trim());
    open = '';
  }
  if (open.trim() !== '') found.push(open.trim());
  return found;
}
