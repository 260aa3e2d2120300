// A saved web page: one article.

import type { ParsedDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { articleBody } from './articleBody.ts';
import { articleItem, headlineItems } from './articleItem.ts';
import { boundMarkup } from './boundMarkup.ts';
import type { DocumentText } from './documentText.ts';
import { htmlMetadata } from './htmlMetadata.ts';
import { cleanHtml } from './sanitize.ts';

const DEEPEST = 256;
const LONGEST = 8_000_000;

/** Gives a web page's article; a page whose text is not in its markup gives its headline alone. */
export function htmlDocument(document: DocumentText): ParsedDocument {
  const markup = boundMarkup(document.text, DEEPEST, LONGEST);
  const { facts, baseUrl } = htmlMetadata(markup);
  const body = cleanHtml(articleBody(markup, facts.headline), baseUrl);
  if (body.text !== '') return { items: [articleItem(document, facts, body)], problems: [] };
  const headlines = facts.headline === undefined ? [] : headlineItems(document, facts, [facts.headline]);
  return { items: headlines, problems: [withoutText(document.name, headlines.length > 0)] };
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
