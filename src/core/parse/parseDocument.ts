// The way into the library for every document: bytes in, items and problems out.

import type { ParsedDocument, RawDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { decodeText } from './decodeText.ts';
import { DOCUMENT_KINDS, LARGEST_DOCUMENT, type DocumentKind } from './documentKinds.ts';
import type { DocumentText } from './documentText.ts';
import { oneLine } from './facts.ts';
import { htmlDocument } from './htmlDocument.ts';
import { markdownDocument } from './markdownDocument.ts';
import { plainTextDocument } from './plainTextDocument.ts';

const PARSERS: Readonly<Record<DocumentKind, (document: DocumentText) => ParsedDocument>> = {
  text: plainTextDocument,
  markdown: markdownDocument,
  html: htmlDocument,
};

/** Gives what a document holds. It never throws: what is wrong with the input is in the problems. */
export function parseDocument({ path, name, bytes }: RawDocument): ParsedDocument {
  const kind = DOCUMENT_KINDS[(/\.[^.]*$/u.exec(name)?.[0] ?? '').toLowerCase()];
  if (kind === undefined)
    return skipped('unknown type', name, `${name} is of a type that Broadsheet cannot read and was skipped.`);
  if (bytes.length > LARGEST_DOCUMENT)
    return skipped(
      'too large',
      name,
      `${name} is larger than ${LARGEST_DOCUMENT / 1_000_000} MB and was skipped.`,
    );
  const { text, problems } = decodeText(bytes, kind === 'html' ? 'markup' : 'text', name);
  if (text === undefined) return { items: [], problems };
  const parsed = parsedOrSkipped(PARSERS[kind], { path, name, text });
  return { items: parsed.items, problems: [...problems, ...parsed.problems] };
}

/** A fault of ours, or of a parser that we use, must not hold up the documents that came with this one. */
export function parsedOrSkipped(
  parse: (document: DocumentText) => ParsedDocument,
  document: DocumentText,
): ParsedDocument {
  try {
    return parse(document);
  } catch (error) {
    const reason = oneLine(error instanceof Error ? error.message : String(error)) ?? 'unknown error';
    return skipped(
      'unreadable',
      document.name,
      `${document.name} could not be read and was skipped (${reason}).`,
    );
  }
}

function skipped(kind: Problem['kind'], where: string, sentence: string): ParsedDocument {
  return { items: [], problems: [{ kind, outcome: 'skipped', where, sentence }] };
}
