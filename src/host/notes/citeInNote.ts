// One citation or quotation in a note: its text, its key, and the bibliography's entry.

import * as vscode from 'vscode';
import { noteLanguage, type NoteLanguage } from '../../core/cite/noteLanguage.ts';
import { withTextFragment } from '../../core/cite/textFragment.ts';
import { writeCitation, writeQuotation, type QuotationStyle } from '../../core/cite/write/writeQuotation.ts';
import type { TextRange } from '../../core/model/search.ts';
import { paragraphsOf } from '../../core/text/paragraphs.ts';
import type { Library } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import { localize } from '../localize.ts';
import { plainMessage } from '../plainText.ts';
import { planEntry, type PlannedEntry } from './bibliographyEntry.ts';
import { citedSource, type Cited, type CitedByKey } from './citedSource.ts';
import { citingWay, type CitingWay } from './citingWay.ts';
import { insertInto, isOnEmptyLine, type NoteText } from './insertInto.ts';
import type { NewBibliographies } from './newBibliographies.ts';
import { referenceOf } from './referenceOf.ts';

export interface CiteParts {
  readonly library: Library;
  readonly guard: Guard;
  readonly newBibliographies: NewBibliographies;
}

export interface PreparedCitation {
  readonly text: NoteText;
  /**
   * To be called when the text stands in the note: writes the entry into the bibliography. What goes wrong with that is
   * said to the person and holds up nothing.
   */
  readonly finish: () => Promise<void>;
}

/** Writes a citation or quotation behind the cursor, and the entry into the bibliography. */
export async function citeInNote(parts: CiteParts, editor: vscode.TextEditor, given: Cited): Promise<void> {
  const { text, finish } = await prepareCitation(parts, editor.document, given, isOnEmptyLine(editor));
  await insertInto(editor, text);
  await finish();
}

/**
 * Decides what a citation or quotation looks like in a note.
 *
 * @param isAlone Whether it stands on lines of its own, whatever its length.
 * @param sourceOf Gives what is cited with its key.
 * @throws CancellationError where the person leaves a question.
 */
export async function prepareCitation(
  { library, guard, newBibliographies }: CiteParts,
  document: vscode.TextDocument,
  given: Cited,
  isAlone: boolean,
  sourceOf: typeof citedSource = citedSource,
): Promise<PreparedCitation> {
  const language = noteLanguage(document.languageId, document.uri.path) ?? 'markdown';
  const way = await citingWay(document, language);
  const cited: Cited & Partial<CitedByKey> = way.kind === 'words' ? given : await sourceOf(library, given);
  const { key, article } = cited;
  const entry = key === undefined ? undefined : await plannedEntry(library, document, way, cited, key);
  const shownKey = entry?.kind === 'present' ? entry.key : key;
  return {
    text: textFor(cited, language, { key: shownKey, way, isAlone }),
    async finish() {
      const minted = key === undefined ? undefined : await library.mintKey(article.id);
      // Between an offer and its use, another article may have been given the key.
      if (minted !== key)
        void vscode.window.showWarningMessage(
          localize(
            'The key “{0}” now names another article: write “{1}” in its place.',
            key ?? '',
            minted ?? '',
          ),
        );
      await library.markCited(article.id, cited.passage === undefined ? 'cited' : 'quoted');
      if (entry === undefined || key === undefined) return;
      const sentence = entry.kind === 'ready' ? await entry.add() : await sentenceOn(library, entry, key);
      if (sentence !== undefined) void vscode.window.showWarningMessage(plainMessage(sentence));
      if (entry.kind !== 'missing') return;
      const item = await referenceOf(library, article, key);
      // The note has its text; whether there is to be a bibliography can be answered later.
      void guard(() => newBibliographies.offer(entry.uri, document, item, isNamed(way)));
    },
  };
}

/** Gives a citation or quotation in words, for the clipboard or where no note is open. */
export function textInWords(cited: Cited, language: NoteLanguage): string {
  return textFor(cited, language, { key: undefined, way: { kind: 'words' }, isAlone: true }).text;
}

interface TextWanted {
  readonly key: string | undefined;
  readonly way: CitingWay;
  /** Whether it stands on lines of its own, whatever its length. */
  readonly isAlone: boolean;
}

/** Gives the text for a note. */
function textFor(
  { article, passage }: Cited,
  language: NoteLanguage,
  { key, way, isAlone }: TextWanted,
): NoteText {
  const locale = vscode.env.language;
  const style: QuotationStyle = {
    quotation: isAlone ? 'block' : 'auto',
    citation: way.kind === 'key' ? 'pandoc' : way.kind,
    marksOf: undefined,
  };
  if (passage === undefined) {
    const written = writeCitation({ key, paragraph: undefined, cited: article }, language, style, locale);
    return { ...written, isSpaced: way.kind === 'key' };
  }
  const url = article.url && withTextFragment(article.url, article.text, passage);
  const quoted = {
    words: article.text.slice(...passage),
    key,
    paragraph: paragraphAt(article.text, passage),
    cited: { ...article, url },
  };
  return { ...writeQuotation(quoted, language, style, locale), isSpaced: true };
}

/** Gives what is to be done for the note's bibliography; undefined where the note cites without one. */
export async function plannedEntry(
  library: Library,
  document: vscode.TextDocument,
  way: CitingWay,
  { article }: Cited,
  key: string,
): Promise<PlannedEntry | undefined> {
  if (way.kind !== 'key') return undefined;
  const { named, beside } = way.bibliographies;
  const uris = named.length > 0 ? named : beside === undefined ? [] : [beside];
  const note = {
    language: noteLanguage(document.languageId, document.uri.path) ?? 'markdown',
    text: document.getText(),
  };
  return planEntry(uris, await referenceOf(library, article, key), note);
}

/** Whether the note's bibliography is named somewhere, and not only one that would be made. */
export function isNamed(way: CitingWay): boolean {
  return way.kind === 'key' && way.bibliographies.named.length > 0;
}

/** Why there is no entry, or none under a key by which the library knows the article. */
export async function sentenceOn(
  library: Library,
  entry: PlannedEntry,
  key: string,
): Promise<string | undefined> {
  if (entry.kind === 'refused') return entry.sentence;
  if (entry.kind !== 'present' || entry.key === key) return undefined;
  if ((await library.articlesByKey([entry.key])).length > 0) return undefined;
  return localize(
    'The bibliography has this article under the key “{0}”, so that key was used. Broadsheet checks quotations only by its own key, “{1}”.',
    entry.key,
    key,
  );
}

/** The paragraph in which a passage begins, counted from 1. */
function paragraphAt(text: string, [start]: TextRange): number | undefined {
  const index = paragraphsOf(text).findLastIndex(([from]) => from <= start);
  return index < 0 ? undefined : index + 1;
}
