// A web page in a file: one article.

import type { ParsedDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { articleItem, headlineItems } from './articleItem.ts';
import type { DocumentText } from './documentText.ts';
import { documentFacts } from './page/pageFacts.ts';
import { readPage } from './page/readPage.ts';

/** Gives a web page's article; a page whose text is not in its markup gives its headline alone. */
export function htmlDocument(document: DocumentText): ParsedDocument {
  const { facts: found, body, isPlain } = readPage(document.text, undefined);
  const facts = documentFacts(found, found.url);
  if (body.text !== '') {
    const problems = isPlain ? [takenAsText(document.name)] : [];
    return { items: [{ ...articleItem(document, facts, body), image: found.image }], problems };
  }
  const { headline } = facts;
  const headlines = headline === undefined ? [] : headlineItems(document, facts, [headline]);
  return { items: headlines, problems: [withoutText(document.name, headlines.length > 0)] };
}

/** Says that a page has too much in it to keep its formatting. */
export function takenAsText(where: string): Problem {
  const sentence = `${where} has too many elements to be shown as a page; its text was taken without formatting.`;
  return { kind: 'markup', outcome: 'taken', where, sentence };
}

/** Says that a page has no text of an article. */
export function withoutText(where: string, hasHeadline: boolean): Problem {
  return hasHeadline
    ? {
        kind: 'markup',
        outcome: 'taken',
        where,
        sentence: `${where} holds no text of an article; only its headline was taken.`,
      }
    : { kind: 'empty', outcome: 'skipped', where, sentence: `${where} has no text and was skipped.` };
}
