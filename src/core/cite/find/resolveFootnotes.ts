// What the footnotes of a note cite where it names them. A footnote's text may stand anywhere in the note.

import type { TextRange } from '../../model/search.ts';
import type { NoteLanguage } from '../noteLanguage.ts';
import type { FoundCitation, FoundQuotation } from './foundQuotation.ts';

/** A footnote's text. */
export interface FoundFootnote {
  readonly label: string;
  /** Those that it cites first, read as one; none where it cites nothing. */
  readonly cites: readonly FoundCitation[];
}

/** One of a quotation's citations, of which some name a footnote. */
export interface NamedCitation {
  readonly found: FoundCitation;
  /** Undefined where it is a citation itself. */
  readonly footnote: FootnoteName | undefined;
}

export interface FootnoteName {
  readonly label: string;
  /** How many of that label are named before it in its part of the note. */
  readonly place: number;
}

/** A part of a note, as far as footnotes are concerned. */
export interface FootnotesInPart {
  readonly footnotes: readonly FoundFootnote[];
  /** How often each footnote without a name is named. */
  readonly unnamed: ReadonlyMap<string, number>;
}

/** Gives what the citation of a quotation says, by its part's index; undefined where its footnotes cite nothing. */
export type Resolve = (
  quotation: FoundQuotation,
  named: readonly NamedCitation[],
  part: number,
) => FoundQuotation | undefined;

/** A footnote's label that is a citation key itself, with the paragraph that may stand behind it. */
const KEY_LABEL = /^(?<key>[a-z](?:[a-z0-9]*\d{4}[a-z0-9]*|[a-z0-9]{11,}))(?:-(?<paragraph>\d{1,4}))?$/;

/** Whether a label of reStructuredText is none, so that footnotes and where they are named follow each other in order. */
export function isUnnamed(label: string): boolean {
  return label === '#' || label === '*';
}

/** Prepares what the parts of a note, in order, say in their footnotes. */
export function footnotesOf(parts: readonly FootnotesInPart[], language: NoteLanguage): Resolve {
  const isCounted = (label: string): boolean => language === 'restructuredtext' && isUnnamed(label);
  const cites = new Map<string, readonly FoundCitation[]>();
  const written = new Map<string, number>();
  for (const { label, cites: cited } of parts.flatMap(({ footnotes }) => footnotes)) {
    const count = written.get(label) ?? 0;
    written.set(label, count + 1);
    if (cited.length > 0) cites.set(isCounted(label) ? `${label}\n${count}` : label, cited);
  }
  const before = countsBefore(parts.map(({ unnamed }) => unnamed));
  return (quotation, named, part) => {
    const [first, ...others] = named.flatMap(({ found, footnote }): readonly FoundCitation[] => {
      if (footnote === undefined) return [found];
      const { label, place } = footnote;
      const name = isCounted(label) ? `${label}\n${place + (before[part]?.get(label) ?? 0)}` : label;
      const said = cites.get(name);
      return said === undefined
        ? keyLabel(found)
        : said.map(({ key, keyRange, locator }) => ({ ...found, key, keyRange, locator }));
    });
    return first && { ...quotation, ...first, others };
  };
}

/** Gives a citation that names a footnote as what its label says where that is a key. */
export function keyLabel(found: FoundCitation): readonly FoundCitation[] {
  const { key, paragraph } = KEY_LABEL.exec(found.key)?.groups ?? {};
  if (key === undefined) return [];
  const [start] = found.keyRange;
  const keyRange: TextRange = [start, start + key.length];
  return [{ ...found, key, keyRange, locator: paragraph === undefined ? undefined : `para. ${paragraph}` }];
}

/** For each part how often each label is named in those before it. */
function countsBefore(
  counts: readonly ReadonlyMap<string, number>[],
): readonly ReadonlyMap<string, number>[] {
  let sum: ReadonlyMap<string, number> = new Map();
  return counts.map((own) => {
    const before = sum;
    if (own.size > 0)
      sum = new Map([
        ...before,
        ...[...own].map(([label, count]) => [label, count + (before.get(label) ?? 0)] as const),
      ]);
    return before;
  });
}
