// A text file: an article, a list of headlines, or a news page with both.

import type { ParsedDocument } from '../model/document.ts';
import { createTextFlow } from '../text/textFlow.ts';
import { articleItem, headlineItems, NO_FACTS, type DocumentFacts } from './articleItem.ts';
import { completeFacts } from './facts.ts';
import type { DocumentText } from './documentText.ts';
import { escapeText } from './escapeText.ts';
import { frontMatter } from './frontMatter.ts';
import { isLongUnstopped, lookOf } from './headlineLine.ts';
import { newsPage } from './newsPage.ts';
import { publishedDate } from './publishedDate.ts';
import { endsSentence, textBlocks, widthOf, type TextBlock } from './textBlocks.ts';

const LONGEST_HEADLINE = 200;
const LONGEST_VERSE = 100;
const BYLINE = /^by\s+(?=\p{Lu})/iu;

/**
 * Gives the items of a text file: its article first, then the headlines around it in their order. Byline,
 * address and date in front matter are the article's; of a page of headlines alone, the date is theirs.
 */
export function plainTextDocument(document: DocumentText): ParsedDocument {
  const { facts, body, problems } = frontMatter(document);
  const page = newsPage(textBlocks(body));
  const { heading, blocks } = splitHeading(page.article);
  const shared = blocks.length === 0 ? facts : { ...facts, published: undefined, tags: [] };
  const headlines = headlineItems(document, { ...shared, byline: undefined, url: undefined }, page.headlines);
  if (blocks.length === 0) return { items: headlines, problems };
  const known = completeFacts(facts, heading);
  const article = articleItem(document, known, paragraphsOf(blocks));
  return { items: [article, ...headlines], problems };
}

/** Takes the headline, and a byline or date right below it, off an article's beginning. */
function splitHeading(blocks: readonly TextBlock[]): {
  heading: DocumentFacts;
  blocks: readonly TextBlock[];
} {
  const headline = blocks[0]?.lines[0];
  if (headline === undefined || !isHeading(headline, blocks)) return { heading: NO_FACTS, blocks };
  let heading: DocumentFacts = { ...NO_FACTS, headline };
  let rest = withoutFirstLine(blocks);
  for (let line = rest[0]?.lines[0]; line !== undefined; line = rest[0]?.lines[0]) {
    const byline = heading.byline === undefined && BYLINE.test(line) && lookOf(line) === 'label';
    const published = heading.published === undefined ? publishedDate(line) : undefined;
    if (byline) heading = { ...heading, byline: line.replace(BYLINE, '') };
    else if (published !== undefined) heading = { ...heading, published };
    else break;
    rest = withoutFirstLine(rest);
  }
  return rest.length === 0 ? { heading: NO_FACTS, blocks } : { heading, blocks: rest };
}

function isHeading(line: string, blocks: readonly TextBlock[]): boolean {
  if (widthOf(line) > LONGEST_HEADLINE || /[,;，；،؛:：]$/u.test(line)) return false;
  if (endsSentence(line) && lookOf(line) === 'prose') return false;
  if (isLongUnstopped(line) || !/[\p{L}\p{N}]/u.test(line)) return false;
  const next = blocks[0]?.lines[1];
  const below = next ?? blocks[1]?.lines[0];
  if (below === undefined) return false;
  return (
    next === undefined || widthOf(next) > LONGEST_VERSE || endsSentence(next) || lookOf(next) === 'label'
  );
}

function withoutFirstLine(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const [first, ...others] = blocks;
  if (first === undefined || first.lines.length < 2) return others;
  return [{ gap: first.gap, lines: first.lines.slice(1) }, ...others];
}

/** A block of verse or of a list is one paragraph with line breaks; else every line is a paragraph. */
function paragraphsOf(blocks: readonly TextBlock[]): { html: string; text: string } {
  const flow = createTextFlow();
  let html = '';
  for (const paragraph of blocks.flatMap(paragraphLines)) {
    flow.open('p');
    for (const [index, line] of paragraph.entries()) {
      if (index > 0) {
        flow.open('br');
        flow.close('br');
      }
      flow.text(line);
    }
    flow.close('p');
    html += `<p>${paragraph.map(escapeText).join('<br>')}</p>`;
  }
  return { html, text: flow.finish().text };
}

function paragraphLines({ lines }: TextBlock): readonly (readonly string[])[] {
  const prose = lines.some((line) => widthOf(line) > LONGEST_VERSE);
  const sentences = lines.filter(endsSentence).length;
  return prose || sentences * 2 > lines.length ? lines.map((line) => [line]) : [lines];
}
