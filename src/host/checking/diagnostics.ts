// From what the library says about a note to what the Problems view shows of it.

import * as vscode from 'vscode';
import type { TextRange } from '../../core/model/search.ts';
import { cutAtWord } from '../../core/text/cutAtWord.ts';
import { alterationText, passageOf } from '../../core/cite/check/alterationText.ts';
import { denialText } from '../../core/cite/check/denialText.ts';
import { localize } from '../localize.ts';
import type { CheckedNote, QuotationInNote } from './checkedNote.ts';
import { rangeAt, type PositionAt } from './noteDocument.ts';
import type { LocatePassage } from './passageLocations.ts';
import { unknownKeys } from './unknownKeys.ts';
import { placeOfWords } from './wordPlaces.ts';

/** Who says so, in the Problems view. */
export const SOURCE = 'Broadsheet';

export type DiagnosticCode = 'altered' | 'hidden-negation' | 'not-found' | 'source-changed' | 'unknown-key';

export interface NoteText {
  readonly text: string;
  readonly positionAt: PositionAt;
}

/** In UTF-16 units. */
const HEADLINE = 80;

/**
 * Gives what is to be shown of a note's quotations and keys.
 *
 * @param keysElsewhere The keys of the note's bibliographies, which need not be in the library.
 */
export async function diagnosticsOf(
  note: CheckedNote,
  { text, positionAt }: NoteText,
  keysElsewhere: () => Promise<ReadonlySet<string>>,
  locate: LocatePassage,
): Promise<readonly vscode.Diagnostic[]> {
  const found = await Promise.all(note.quotations.map((quoted) => ofQuotation(quoted)));
  const suspects = unknownKeys(note);
  const elsewhere = suspects.length === 0 ? new Set<string>() : await keysElsewhere();
  const unknown = suspects
    .filter(([key]) => !elsewhere.has(key))
    .map(([key, range]) =>
      diagnostic(
        range,
        localize('No article in the library has the key “{0}”.', key),
        'Information',
        'unknown-key',
      ),
    );
  return [...found.filter((each) => each !== undefined), ...unknown];

  function diagnostic(
    range: TextRange,
    sentence: string,
    severity: keyof typeof vscode.DiagnosticSeverity,
    code: DiagnosticCode,
  ): vscode.Diagnostic {
    const made = new vscode.Diagnostic(
      rangeAt(positionAt, range),
      sentence,
      vscode.DiagnosticSeverity[severity],
    );
    made.source = SOURCE;
    made.code = code;
    return made;
  }

  async function ofQuotation({
    quotation,
    checked,
  }: QuotationInNote): Promise<vscode.Diagnostic | undefined> {
    if (checked.kind !== 'checked') return undefined;
    const { verdict, itemId } = checked;
    const headline = cutAtWord(checked.headline, HEADLINE);
    switch (verdict.kind) {
      case 'exact':
        return undefined;
      case 'altered as marked': {
        const denial = denialText(quotation.words, verdict, localize);
        if (denial === undefined) return undefined;
        const range = placeOfWords(text, quotation, denial.words);
        return diagnostic(range, denial.sentence, 'Warning', 'hidden-negation');
      }
      case 'not found':
        return diagnostic(
          quotation.range,
          localize('These words are not in “{0}”.', headline),
          'Warning',
          'not-found',
        );
      case 'altered': {
        const { sentence, words } = alterationText(quotation.words, verdict, localize);
        const range = words === undefined ? quotation.range : placeOfWords(text, quotation, words);
        const severity = verdict.severity === 'error' ? 'Error' : 'Warning';
        const made = diagnostic(range, sentence, severity, 'altered');
        const location = await locate(itemId, verdict.revision, verdict.range);
        if (location !== undefined) {
          const passage = localize('The source, “{0}”, says: “{1}”.', headline, passageOf(verdict));
          made.relatedInformation = [new vscode.DiagnosticRelatedInformation(location, passage)];
        }
        return made;
      }
      case 'source changed since': {
        const { now, revision, then } = verdict;
        const what =
          now === undefined
            ? localize('these words are not in it any more')
            : localize('it says now “{0}”', passageOf(now));
        const made = diagnostic(
          quotation.range,
          localize('“{0}” has changed since it was quoted: {1}.', headline, what),
          'Information',
          'source-changed',
        );
        const locations = [
          [await locate(itemId, revision, then.range), localize('The version that was quoted')] as const,
          [now && (await locate(itemId, now.revision, now.range)), localize('The version of now')] as const,
        ];
        made.relatedInformation = locations.flatMap(([location, label]) =>
          location === undefined ? [] : [new vscode.DiagnosticRelatedInformation(location, label)],
        );
        return made;
      }
    }
  }
}
