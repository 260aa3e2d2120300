// A Markdown file: one article.

import { Parser, type Token } from 'marked';
import type { ParsedDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { headlineKey } from '../text/headlineKey.ts';
import { articleItem } from './articleItem.ts';
import type { DocumentText } from './documentText.ts';
import { oneLine } from './facts.ts';
import { frontMatter } from './frontMatter.ts';
import { lookOf } from './headlineLine.ts';
import { lexMarkdown } from './lexMarkdown.ts';
import { hasTooManyElements } from './markupText.ts';
import { plainParagraphs } from './plainParagraphs.ts';
import { cleanHtml, type CleanHtml } from './sanitize.ts';

const OPTIONS = { gfm: true } as const;

interface Rendered {
  readonly body: CleanHtml;
  readonly heading: string | undefined;
}

interface Heading {
  readonly index: number;
  readonly depth: number;
  /** In one line, without markup. */
  readonly words: string;
}

/**
 * Gives a Markdown file's article (GitHub Flavored Markdown). The heading that stands above all prose is the
 * headline and no part of the body; what cannot be read in bounded time is taken as plain text.
 */
export function markdownDocument(document: DocumentText): ParsedDocument {
  const { facts, body: markdown, problems } = frontMatter(document);
  const rendered = render(markdown, facts.headline, facts.url);
  const { body, heading } = rendered ?? { body: plainParagraphs(markdown), heading: undefined };
  const article = articleItem(document, { ...facts, headline: facts.headline ?? heading }, body);
  return {
    items: [article],
    problems: rendered === undefined ? [...problems, takenAsText(document.name)] : problems,
  };
}

function render(
  markdown: string,
  headline: string | undefined,
  baseUrl: string | undefined,
): Rendered | undefined {
  try {
    const tokens = lexMarkdown(markdown);
    const heading = headingAbove(tokens);
    const repeats =
      heading !== undefined &&
      (headline === undefined || headlineKey(heading.words) === headlineKey(headline));
    const shown = repeats ? tokens.filter((_, place) => place !== heading.index) : tokens;
    const html = Parser.parse(shown, OPTIONS);
    if (hasTooManyElements(html)) return undefined;
    return { body: cleanHtml(html, baseUrl), heading: heading?.words };
  } catch {
    return undefined;
  }
}

/** Of the headings above the first prose the highest; of two alike the first. */
function headingAbove(tokens: readonly Token[]): Heading | undefined {
  let highest: Heading | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading') {
      const depth = Number(token.depth);
      const words = wordsOf(token);
      if (words !== undefined && depth < (highest?.depth ?? Infinity)) highest = { index, depth, words };
    } else if (highest === undefined ? isProse(token) : !isEmpty(token)) break;
  }
  return highest;
}

/** Kickers, credits, dates and pictures may stand above a headline. */
function isProse(token: Token): boolean {
  if (isEmpty(token)) return false;
  const words = token.type === 'paragraph' ? (wordsOf(token) ?? '') : undefined;
  return words === undefined || (words !== '' && lookOf(words) !== 'label');
}

function isEmpty(token: Token): boolean {
  return ['space', 'hr', 'def', 'html'].includes(token.type);
}

function wordsOf(token: Token): string | undefined {
  const inline = 'tokens' in token ? (token.tokens ?? []) : [];
  return oneLine(cleanHtml(Parser.parseInline(inline, OPTIONS)).text);
}

function takenAsText(name: string): Problem {
  const sentence = `${name} could not be read as Markdown and was taken as plain text.`;
  return { kind: 'markup', outcome: 'taken', where: name, sentence };
}
