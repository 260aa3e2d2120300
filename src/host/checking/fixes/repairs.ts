// What can be done about a quotation that is not as its source has it.

import type { WordEdit } from '../../../core/cite/check/restoreWords.ts';
import { restoringEdits } from '../../../core/cite/check/restoreWords.ts';
import { markAsParaphrase } from '../../../core/cite/check/markAsParaphrase.ts';
import { markOmission } from '../../../core/cite/check/markOmission.ts';
import type { Altered, Verdict } from '../../../core/cite/check/verdict.ts';
import type { NoteFindings } from '../../../core/cite/find/findQuotations.ts';
import type { FoundQuotation } from '../../../core/cite/find/foundQuotation.ts';
import { localize } from '../../localize.ts';
import { blockMarks } from './blockMarks.ts';
import { rewordQuotation } from './rewordQuotation.ts';

export interface Repair {
  readonly title: string;
  /** Edits of the note, in order and without overlaps. */
  readonly edits: readonly WordEdit[];
  /** Whether it is the one that most people want. */
  readonly isPreferred: boolean;
}

/** Gives the edits that make a quotation true or no quotation, the best one first. */
export function repairsOf(
  findings: NoteFindings,
  quotation: FoundQuotation,
  verdict: Verdict,
): readonly Repair[] {
  const repairs: Repair[] = [];
  const add = (title: string, edits: readonly WordEdit[] | undefined, isPreferred = false): void => {
    if (edits !== undefined && edits.length > 0) repairs.push({ title, edits, isPreferred });
  };
  const sample = findings.note.slice(...quotation.range);
  const reword = (altered: Altered): readonly WordEdit[] | undefined => {
    const edits = restoringEdits(quotation.words, altered, sample);
    return edits && rewordQuotation(findings, quotation, edits);
  };

  if (verdict.kind === 'altered') {
    add(localize('Restore the source’s words'), reword(verdict), true);
    const marked = markOmission(quotation.words, verdict);
    add(
      localize('Mark the omission with […]'),
      marked === undefined ? undefined : rewordQuotation(findings, quotation, marked),
    );
  }
  if (verdict.kind === 'source changed since' && verdict.now !== undefined)
    add(localize('Quote the source’s words of now'), reword(verdict.now));
  if (verdict.kind === 'altered' || verdict.kind === 'not found')
    add(localize('Make it a paraphrase, without quotation marks'), paraphrase(findings, quotation));
  return repairs;
}

function paraphrase(
  { note, language }: NoteFindings,
  quotation: FoundQuotation,
): readonly WordEdit[] | undefined {
  const marks = markAsParaphrase(quotation) ?? blockMarks(note, language, quotation.range);
  return marks.length === 0 ? undefined : marks.map((range) => ({ range, text: '' }));
}
