// A Markdown file: one article.

import { Lexer, Parser, type Token, type TokensList } from 'marked';
import type { ParsedDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { headlineKey } from '../text/headlineKey.ts';
import { articleItem } from './articleItem.ts';
import type { DocumentText } from './documentText.ts';
import { escapeText } from './escapeText.ts';
import { oneLine } from './facts.ts';
import { frontMatter } from './frontMatter.ts';
import { cleanHtml } from './sanitize.ts';

const OPTIONS = { gfm: true } as const;
const LONGEST = 1_000_000;
/** Quotes and lists nested on one line deeper than anyone means; the parser reads the line again for each. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))){33,}(?=[ \t]*[^\s*+>-])/gmu;

interface Rendered {
  readonly html: string;
  /** Of the first heading of the first level, as HTML. */
  readonly heading: string | undefined;
}

/** Gives a Markdown file's article (GitHub Flavored Markdown); its first heading of the first level is the headline. */
export function markdownDocument(document: DocumentText): ParsedDocument {
  const { facts, body, problems } = frontMatter(document);
  const { html, heading, problem } = render(
    body.slice(0, LONGEST).replace(TOO_DEEP, '> '),
    facts.headline,
    document.name,
  );
  const headline = facts.headline ?? (heading === undefined ? undefined : oneLine(cleanHtml(heading).text));
  const article = articleItem(document, { ...facts, headline }, cleanHtml(html, facts.url));
  return { items: [article], problems: [...problems, ...(problem === undefined ? [] : [problem])] };
}

function render(
  markdown: string,
  headline: string | undefined,
  name: string,
): Rendered & { problem?: Problem } {
  try {
    return renderMarkdown(markdown, headline);
  } catch {
    const sentence = `${name} could not be read as Markdown and was taken as plain text.`;
    return {
      html: markdown
        .split(/\n{2,}/u)
        .map((paragraph) => `<p>${escapeText(paragraph)}</p>`)
        .join(''),
      heading: undefined,
      problem: { kind: 'markup', outcome: 'taken', where: name, sentence },
    };
  }
}

/** The heading that becomes the headline, or repeats it, is left out of the body. */
function renderMarkdown(markdown: string, headline: string | undefined): Rendered {
  const tokens = Lexer.lex(markdown, OPTIONS);
  const index = tokens.findIndex((token) => token.type === 'heading' && token.depth === 1);
  const heading = tokens[index];
  if (heading === undefined) return { html: Parser.parse(tokens, OPTIONS), heading: undefined };
  const inline = Parser.parseInline(childrenOf(heading), OPTIONS);
  const repeats = headline === undefined || headlineKey(cleanHtml(inline).text) === headlineKey(headline);
  return { html: Parser.parse(repeats ? without(tokens, index) : tokens, OPTIONS), heading: inline };
}

function childrenOf(token: Token): Token[] {
  return 'tokens' in token ? (token.tokens ?? []) : [];
}

function without(tokens: TokensList, index: number): Token[] {
  return tokens.filter((_, place) => place !== index);
}
