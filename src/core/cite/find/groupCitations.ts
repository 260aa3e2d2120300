// Citations that a reader takes for one: the keys of one bracket or command, and what stands directly behind it.

import type { NoteReading, ReadCitation } from './noteReading.ts';

/** Citations that are read as one; what it says itself is what the first of them says. */
export interface CitationGroup extends ReadCitation {
  /** In the order of the note. */
  readonly members: readonly ReadCitation[];
  /** Offset of the last one in the text. */
  readonly until: number;
}

/** A reading whose citations are groups; its spans name them by their index. */
export interface GroupedReading extends Omit<NoteReading, 'footnotes'> {
  readonly citations: readonly CitationGroup[];
}

const IN_BRACKETS = /\([^()\n]{0,200}$/;
const BRACKET = 200;
/** "[b]_ says “…”" */
const INTRODUCES = /^\s*(?::|\p{Ll}+[:,]?)?\s*["“„«‘‚「『]/u;
const INTRODUCTION = 40;

/**
 * Gives a reading with its citations in groups.
 *
 * @example The three citations of "“It rained” [@a; @b]. Then [@c]" are two groups, and so are those of Typst's
 * `"It rained" @a @b. Then @c`.
 */
export function groupCitations(note: string, reading: NoteReading): GroupedReading {
  const { text, citations } = reading;
  const rows: ReadCitation[][] = [];
  const groupOf = citations.map((citation, index) => {
    const before = citations[index - 1];
    const row = rows.at(-1);
    if (before !== undefined && row !== undefined && areOne(note, text, before, citation)) row.push(citation);
    else rows.push([citation]);
    return rows.length - 1;
  });
  return {
    ...reading,
    citations: rows.flatMap((members) => {
      const [first] = members;
      return first === undefined ? [] : [{ ...first, members, until: members.at(-1)?.at ?? first.at }];
    }),
    spans: reading.spans.map((span) =>
      span.citation === undefined ? span : { ...span, citation: groupOf[span.citation] },
    ),
  };
}

/** Gives the first citations of a footnote's text that are read as one; none where it has none. */
export function firstCitations(
  note: string,
  text: string,
  inNote: readonly ReadCitation[],
): readonly ReadCitation[] {
  const first = inNote.findIndex(({ isFootnote }) => !isFootnote);
  if (first < 0) return [];
  let end = first + 1;
  for (; end < inNote.length; end++) {
    const [before, next] = [inNote[end - 1], inNote[end]];
    if (before === undefined || next === undefined || next.isFootnote) break;
    if (!areOne(note, text, before, next)) break;
  }
  return inNote.slice(first, end);
}

/** Whether nothing but spaces, and perhaps a comma or semicolon, parts two citations. */
function areOne(note: string, text: string, before: ReadCitation, next: ReadCitation): boolean {
  if (before.at === next.at) {
    const [end, start] = [before.citation[1], next.citation[0]];
    // Inside a footnote, nothing between them is written.
    return before.citation[0] === start || (end <= start && /^[,;]?$/.test(note.slice(end, start).trim()));
  }
  const gap = text.slice(before.at, next.at);
  const mark = gap.trim();
  if (gap.includes('\n') || !/^[,;]?$/.test(mark)) return false;
  if (mark === '') return true;
  // reStructuredText has no citation with several keys; elsewhere a comma parts what says different things.
  const isReference = note.charAt(next.citation[1] - 1) === '_';
  return (
    (isReference && !INTRODUCES.test(text.slice(next.at, next.at + INTRODUCTION))) ||
    IN_BRACKETS.test(text.slice(Math.max(0, before.at - BRACKET), before.at))
  );
}
