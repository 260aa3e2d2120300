// A saved web page: one article.

import type { ParsedDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { articleBody, pageArticle } from './articleBody.ts';
import { articleItem, headlineItems } from './articleItem.ts';
import { boundMarkup } from './boundMarkup.ts';
import { LARGEST_DOCUMENT } from './documentKinds.ts';
import type { DocumentText } from './documentText.ts';
import { htmlMetadata } from './htmlMetadata.ts';
import { hasTooManyElements, markupText } from './markupText.ts';
import { plainParagraphs } from './plainParagraphs.ts';
import { cleanHtml } from './sanitize.ts';

const DEEPEST = 256;

/** Gives a web page's article; a page whose text is not in its markup gives its headline alone. */
export function htmlDocument(document: DocumentText): ParsedDocument {
  const markup = boundMarkup(document.text, DEEPEST, LARGEST_DOCUMENT);
  const page = pageArticle(markup);
  const { facts, baseUrl } = htmlMetadata(markup, page);
  const html = articleBody(page, facts.headline);
  const isIntricate = hasTooManyElements(html);
  const body = isIntricate ? plainParagraphs(markupText(html)) : cleanHtml(html, baseUrl);
  if (body.text !== '') {
    const problems = isIntricate ? [takenAsText(document.name)] : [];
    return { items: [articleItem(document, facts, body)], problems };
  }
  const headlines = facts.headline === undefined ? [] : headlineItems(document, facts, [facts.headline]);
  return { items: headlines, problems: [withoutText(document.name, headlines.length > 0)] };
}

function takenAsText(where: string): Problem {
  const sentence = `${where} has too many elements to be shown as a page; its text was taken without formatting.`;
  return { kind: 'markup', outcome: 'taken', where, sentence };
}

function withoutText(where: string, hasHeadline: boolean): Problem {
  return hasHeadline
    ? {
        kind: 'markup',
        outcome: 'taken',
        where,
        sentence: `${where} holds no text of an article; only its headline was taken.`,
      }
    : { kind: 'empty', outcome: 'skipped', where, sentence: `${where} has no text and was skipped.` };
}
