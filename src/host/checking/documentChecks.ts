// Keeps what was found in the open notes and what the library said about it, so that a keystroke costs little.

import type * as vscode from 'vscode';
import {
  findQuotations,
  findQuotationsAgain,
  type NoteFindings,
} from '../../core/cite/find/findQuotations.ts';
import type { Library } from '../../library/library.ts';
import { checkNote, type Answers, type CheckedNote } from './checkedNote.ts';
import { noteLanguageOf } from './noteDocument.ts';

/** A note as it was in one version of its document. */
export interface CheckedDocument extends CheckedNote {
  readonly document: vscode.TextDocument;
  readonly version: number;
}

export interface DocumentChecks {
  /**
   * Checks a note as it stands; undefined for a document that is no note. What comes may be of an older version than
   * the document has by then. A note without a citation is not asked about.
   */
  of(document: vscode.TextDocument): Promise<CheckedDocument | undefined>;
  /** What was found in a note as it stands, without the library. */
  findings(document: vscode.TextDocument): NoteFindings | undefined;
  /** Forgets what the library said, as it has changed. */
  forgetAnswers(): void;
  forget(document: vscode.TextDocument): void;
}

interface Kept {
  readonly version: number;
  readonly findings: NoteFindings;
  answers: Answers;
  /** When the library was asked about keys that it did not know, in milliseconds since 1970. */
  askedAt: number;
  /** Of this version; undefined where the library was not asked since it changed. */
  checking: Promise<CheckedDocument> | undefined;
}

/** Milliseconds in which VS Code asks for links, lenses and fixes of the same note. */
const FRESH = 3000;

export function createDocumentChecks(library: Library): DocumentChecks {
  const kept = new Map<vscode.TextDocument, Kept>();

  const keep = (document: vscode.TextDocument): Kept | undefined => {
    const language = noteLanguageOf(document);
    if (language === undefined) return undefined;
    const before = kept.get(document);
    if (before?.version === document.version && before.findings.language === language) return before;
    const text = document.getText();
    const findings =
      before?.findings.language === language
        ? findQuotationsAgain(before.findings, text)
        : findQuotations(text, language);
    const now = {
      version: document.version,
      findings,
      answers: before?.answers ?? new Map<never, never>(),
      askedAt: before?.askedAt ?? 0,
      checking: undefined,
    };
    kept.set(document, now);
    return now;
  };

  const check = async (document: vscode.TextDocument, now: Kept): Promise<CheckedDocument> => {
    const { findings, version } = now;
    if (findings.citations.length === 0 && findings.quotations.length === 0)
      return { document, version, findings, quotations: [], known: new Map() };
    const isFresh = Date.now() - now.askedAt < FRESH;
    if (!isFresh) now.askedAt = Date.now();
    const { note, answers } = await checkNote(library, findings, now.answers, isFresh);
    now.answers = answers;
    const latest = kept.get(document);
    if (latest !== undefined && latest !== now && latest.answers.size === 0) latest.answers = answers;
    return { ...note, document, version };
  };

  return {
    async of(document) {
      const now = keep(document);
      if (now === undefined) return undefined;
      now.checking ??= check(document, now);
      const { checking } = now;
      return checking.finally(() => {
        // Unknown keys are asked for again, and so is what failed.
        if (now.checking === checking) now.checking = undefined;
      });
    },
    findings: (document) => keep(document)?.findings,
    forgetAnswers() {
      for (const note of kept.values()) {
        note.answers = new Map();
        note.checking = undefined;
      }
    },
    forget(document) {
      kept.delete(document);
    },
  };
}
