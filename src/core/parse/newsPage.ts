// Parts a news page that was saved as text into its article and the headlines
// that stood above or below it.

import { hasBullet, isLongUnstopped, lookOf, namesSomething, withoutBullet } from './headlineLine.ts';
import { isListOfOther } from './otherList.ts';
import { endsSentence, saidWidth, widthOf, type TextBlock } from './textBlocks.ts';

export interface NewsPage {
  /** What is not a list of headlines, in order. */
  readonly article: readonly TextBlock[];
  /** In order, without bullets, word for word. */
  readonly headlines: readonly string[];
}

const FEWEST = 3;
/** Blocks [from, to) of the page. */
type Range = readonly [from: number, to: number];

/**
 * Gives the article and the headlines of a page. Headlines are lists of at least three lines that look like
 * headlines, set apart by an empty line, at the page's beginning or end; a list in the middle belongs to the
 * article. Where in doubt, a line stays in the article.
 */
export function newsPage(blocks: readonly TextBlock[]): NewsPage {
  const end = listAtEnd(blocks);
  if (end?.[0] === 0 && isListAlone(blocks)) {
    return { article: [], headlines: headlinesIn(blocks) };
  }
  const start = listAtStart(blocks);
  const from = start?.[1] ?? 0;
  const [to, after] = end !== undefined && end[0] >= from ? end : [blocks.length, blocks.length];
  const article = [...blocks.slice(from, to), ...blocks.slice(after)];
  if (!article.some(hasProse)) return { article: blocks, headlines: [] };
  return {
    article: withoutLabel(article, to - from, blocks[to] !== undefined),
    headlines: [...headlinesIn(blocks.slice(0, from)), ...headlinesIn(blocks.slice(to, after))],
  };
}

function listAtEnd(blocks: readonly TextBlock[]): Range | undefined {
  let from = blocks.length;
  while (from > 0 && canBelongToList(blocks[from - 1])) from--;
  while (from < blocks.length && isLabel(blocks[from])) from++;
  let to = blocks.length;
  while (to > from && isLabel(blocks[to - 1])) to--;
  const list = blocks.slice(from, to);
  const before = blocks[from - 1]?.lines.at(-1);
  return isHeadlineList(list, isApart(blocks, from)) && !isIntroducedList(before, list)
    ? [from, to]
    : undefined;
}

function listAtStart(blocks: readonly TextBlock[]): Range | undefined {
  let to = 0;
  while (to < blocks.length && canBelongToList(blocks[to])) to++;
  while (to > 0 && isLabel(blocks[to - 1])) to--;
  if (to === blocks.length) return undefined;
  if (isArticleHeadline(blocks, to - 1)) to--;
  return isHeadlineList(blocks.slice(0, to), isApart(blocks, to)) ? [0, to] : undefined;
}

/** Whether a block, the last before the article, stands closer to the article than to the list above it. */
function isArticleHeadline(blocks: readonly TextBlock[], index: number): boolean {
  const block = blocks[index];
  if (block?.lines.length !== 1) return false;
  const listIsDense = blocks.slice(0, index).every(({ lines }) => lines.length > 1);
  return listIsDense || block.gap > (blocks[index + 1]?.gap ?? 0);
}

function canBelongToList(block: TextBlock | undefined): boolean {
  if (block === undefined) return false;
  const looks = block.lines.map(lookOf);
  const prose = looks.filter((look) => look === 'prose').length;
  if (block.lines.some((line) => widthOf(line) > 170)) return false;
  return block.lines.length < FEWEST ? prose === 0 : prose <= looks.length * 0.2;
}

function isLabel(block: TextBlock | undefined): boolean {
  return block?.lines.every((line) => lookOf(line) === 'label') ?? false;
}

/** Whether the block at `index` stands further from the one before than paragraphs do. */
function isApart(blocks: readonly TextBlock[], index: number): boolean {
  return (blocks[index]?.gap ?? 0) >= 2;
}

/** @param apart Whether more than one empty line parts the list from the article. */
function isHeadlineList(blocks: readonly TextBlock[], apart: boolean): boolean {
  const lines = blocks.flatMap((block) => block.lines);
  const found = lines.filter((line) => lookOf(line) === 'headline');
  if (found.length < FEWEST || found.length < lines.length * 0.6 || isListOfOther(lines)) return false;
  const width = meanWidth(found);
  const naming = found.filter(namesSomething).length / found.length;
  if (found.filter(hasBullet).length > found.length / 2) return width >= 40 && naming >= 0.5;
  if (apart && width >= 40) return true;
  return width >= (found.length < 5 && !apart ? 32 : 26) && naming >= (width < 50 ? 0.5 : 0.3);
}

function meanWidth(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + saidWidth(line), 0) / lines.length;
}

/** Verse and lists of other things are lines too: a page without an article must be clearer. */
function isListAlone(blocks: readonly TextBlock[]): boolean {
  const found = blocks.flatMap((block) => block.lines).filter((line) => lookOf(line) === 'headline');
  return meanWidth(found) >= 34 && found.filter(namesSomething).length >= found.length * 0.5;
}

/** Whether the line before the list announces it as a part of its own text: "The rules are:". */
function isIntroducedList(before: string | undefined, list: readonly TextBlock[]): boolean {
  const [first = '', ...others] = list.flatMap((block) => block.lines);
  if (/[:：]$/u.test(first)) return others.some(hasBullet);
  if (before === undefined || !/[:：]$/u.test(before)) return false;
  return hasBullet(first) || lookOf(before) !== 'label';
}

function headlinesIn(blocks: readonly TextBlock[]): readonly string[] {
  const marked = blocks.flatMap(({ lines }) => lines);
  const bulleted = marked.filter(hasBullet).length > marked.length * 0.6;
  return blocks.flatMap(({ lines }) =>
    lines
      .filter((line, index) => !isSectionLabel(line, index, lines))
      .map((line) => (bulleted ? withoutBullet(line) : line)),
  );
}

/** A short line above headlines names their section; one between headlines is a short headline. */
function isSectionLabel(line: string, index: number, lines: readonly string[]): boolean {
  if (lookOf(line) !== 'label') return false;
  return index === 0 || /[:：]$/u.test(line) || lines.length === 1;
}

/** The article without a line such as "More news:" that only announced the list below. */
function withoutLabel(article: readonly TextBlock[], end: number, hasList: boolean): readonly TextBlock[] {
  const last = article[end - 1];
  const announces =
    hasList && last?.lines.length === 1 && isLabel(last) && /[:：]$/u.test(last.lines[0] ?? '');
  return announces ? article.filter((block) => block !== last) : article;
}

function hasProse(block: TextBlock): boolean {
  return block.lines.some(
    (line) => (endsSentence(line) && widthOf(line) >= 60) || widthOf(line) > 170 || isLongUnstopped(line),
  );
}
