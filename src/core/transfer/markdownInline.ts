// A stretch of an article's text as Markdown: its words, with emphasis, links and code around some of them.

import { escapeMarkdown } from '../cite/escapeMarkdown.ts';
import type { TextRange } from '../model/search.ts';

/** What some of the words are. */
export interface Mark {
  readonly kind: 'strong' | 'emphasis' | 'deleted' | 'link' | 'code';
  readonly range: TextRange;
  /** Of a link. */
  readonly address: string | undefined;
}

/** A picture, at its place among the words. */
export interface Picture {
  readonly at: number;
  readonly words: string;
  readonly address: string | undefined;
}

export interface Stretch {
  /** The article's plain text. */
  readonly text: string;
  readonly range: TextRange;
  /** Outer ones before those inside them. */
  readonly marks: readonly Mark[];
  readonly pictures: readonly Picture[];
  /** Where the stretch stands: a heading and a cell are one line each. */
  readonly place: 'paragraph' | 'heading' | 'cell';
}

/** One character of the text, or none, and what is written for it. */
export interface Piece {
  /** Offset in the article's text; undefined for what is markup alone. */
  readonly at: number | undefined;
  readonly written: string;
}

/** A line end that ends a line of the paragraph, by the spaces before it (CommonMark 0.31, § 6.7). */
const SPACED_BREAK = '  \n';

/** Stands for what is not escaped, and is nothing that Markdown knows. */
const OPAQUE = '\ue000';
const SIGNS: Readonly<Record<Exclude<Mark['kind'], 'link' | 'code'>, string>> = {
  strong: '**',
  emphasis: '_',
  deleted: '~~',
};

/**
 * Gives what is written for a stretch, in order. Emphasis that Markdown could not be sure of is left out: the words go
 * before their looks.
 */
export function markdownInline({ text, range, marks, pictures, place }: Stretch): readonly Piece[] {
  const [start, end] = range;
  const kept = soundMarks({ text, range, marks, pictures, place });
  const codes = kept.filter(({ kind }) => kind === 'code');
  const written = charactersOf(text, range, codes);
  force(written, { text, range, marks: kept, pictures, place });
  const addresses = bareAddresses(text, range);
  const pieces: Piece[] = [];
  for (let at = start; at <= end; at++) {
    for (const mark of kept.toReversed()) if (mark.range[1] === at) pieces.push(markup(closing(mark, text)));
    for (const picture of pictures) if (picture.at === at) pieces.push(markup(pictureLink(picture)));
    if (at === end) break;
    for (const mark of kept) if (mark.range[0] === at) pieces.push(markup(opening(mark, text)));
    const character = written[at - start] ?? '';
    const inCode = codes.some(({ range: [from, to] }) => at >= from && at < to);
    if (character !== '\n') pieces.push({ at, written: character });
    else if (inCode || place !== 'paragraph') pieces.push({ at, written: ' ' });
    else {
      // An address would take the backslash at the end of its line for its own.
      const isSingle = text.charAt(at - 1) !== '\n' && text.charAt(at + 1) !== '\n';
      const isBehindAddress = addresses.some(([, last]) => last === at);
      pieces.push({ at, written: isSingle && isBehindAddress ? SPACED_BREAK : '\n' });
    }
  }
  return pieces;
}

/** Gives what is written for each UTF-16 unit: itself, or itself behind a backslash. */
function charactersOf(text: string, [start, end]: TextRange, codes: readonly Mark[]): string[] {
  const units = text.slice(start, end).split('');
  for (const { range } of codes) units.fill(OPAQUE, range[0] - start, range[1] - start);
  const words = units.join('').replace(/[\t\r\f]/g, ' ');
  const escaped = escapeMarkdown(words);
  let place = 0;
  const written = Array.from({ length: words.length }, (_, index) => {
    const unit = words.charAt(index);
    const isEscaped = escaped[place] === '\\' && (unit !== '\\' || escaped[place + 1] === '\\');
    const piece = escaped.slice(place, place + (isEscaped ? 2 : 1));
    place += piece.length;
    return piece;
  });
  for (const { range } of codes)
    for (let at = range[0]; at < range[1]; at++) written[at - start] = text.charAt(at);
  return written;
}

/** Escapes what is markup only where it stands here. */
function force(written: string[], { text, range, marks, pictures, place }: Stretch): void {
  const [start, end] = range;
  const isCode = (at: number): boolean =>
    marks.some((mark) => mark.kind === 'code' && at >= mark.range[0] && at < mark.range[1]);
  const escape = (at: number, which: RegExp): void => {
    const unit = written[at - start];
    if (unit?.length === 1 && which.test(unit) && !isCode(at)) written[at - start] = `\\${unit}`;
  };
  // Beside a sign that is written, a character may mean something that it does not mean in the text.
  for (const at of [...marks.flatMap((mark) => [...mark.range]), ...pictures.map((picture) => picture.at)])
    for (const beside of [at - 1, at]) escape(beside, /[\\`*_~[\]!<>&]/);
  for (const mark of marks)
    if (mark.kind === 'link')
      for (let at = mark.range[0]; at < mark.range[1]; at++) {
        // Not every reader of Markdown knows that an escaped bracket ends nothing, whatever stands behind it.
        escape(at, text.charAt(at - 1) === ']' ? /[[\](]/ : /[[\]]/);
      }
  if (place === 'cell') for (let at = start; at < end; at++) escape(at, /\|/);
  // Number signs that stand alone at the end of a heading are no part of it (CommonMark 0.31, § 4.2).
  const run = place === 'heading' ? /(?<=^|\s)#+$/.exec(text.slice(start, end))?.[0] : undefined;
  if (run !== undefined) escape(end - run.length, /#/);
  // An address that becomes a link by itself takes no escapes; behind an escaped colon or point it becomes none.
  for (const [first, last] of bareAddresses(text, range)) {
    const isEscaped = written.slice(first - start, last - start).some((unit) => unit.length > 1);
    const sign = first + text.slice(first, last).search(/:(?=\/\/)|(?<=^www)\./i);
    if (isEscaped) escape(sign, /[:.]/);
  }
}

/** Leaves out the marks that would not be read as such where they stand (CommonMark 0.31, § 6.2). */
function soundMarks({ text, range: whole, marks, place }: Stretch): readonly Mark[] {
  const [start, end] = whole;
  const codes = marks.filter(
    ({ kind, range }, index) =>
      kind === 'code' &&
      isOneLine(text, range) &&
      // A bar ends a cell, also in code.
      !(place === 'cell' && text.slice(...range).includes('|')) &&
      // Not every reader of Markdown finds the end of a link behind such code.
      !(text.slice(...range).includes('`') && marks.some((mark) => mark.kind === 'link')) &&
      // Nor do all know that a bracket inside code ends no link.
      !(text.slice(...range).includes('](') && text.slice(start, range[0]).includes('[')) &&
      // Nothing would part the signs of two side by side, and of two inside each other only the outer one counts.
      !marks.some((before, other) => other < index && before.kind === 'code' && before.range[1] >= range[0]),
  );
  const isInCode = ({ range }: Mark): boolean =>
    codes.some(({ range: code }) => range[0] >= code[0] && range[1] <= code[1]);
  const outside = marks.filter((mark) => (mark.kind === 'code' ? codes.includes(mark) : !isInCode(mark)));
  const addresses = bareAddresses(text, whole);
  const kept: Mark[] = [];
  for (const mark of outside) {
    const [from, to] = mark.range;
    if (mark.kind === 'code' || mark.kind === 'link') {
      const isBehindAddress = addresses.some(([first, last]) => from > first && from < last);
      const isSound = mark.kind === 'code' || isOneParagraph(text, mark.range);
      if (isSound && !isBehindAddress) kept.push(mark);
      continue;
    }
    // An address in the text goes on until the next space, whatever stands there.
    if (addresses.some(([first, last]) => (from >= first && from <= last) || (to >= first && to <= last)))
      continue;
    const before = from > start ? text.charAt(from - 1) : '';
    const behind = to < end ? text.charAt(to) : '';
    const others = outside.filter((other) => other !== mark);
    // Two of a kind inside each other are one, and between two side by side nothing would part their signs.
    const meetsOther = kept.some(({ kind, range }) =>
      kind === mark.kind ? range[1] >= from : kind !== 'link' && range[1] === from,
    );
    const startsShared = others.some(({ range }) => range[0] === from);
    const endsShared = others.some(({ range }) => range[1] === to);
    const isInside = (character: string, shared: boolean): boolean => isWord(character) && !shared;
    const isOpen = isClear(before) || (mark.kind === 'strong' && isInside(text.charAt(from), startsShared));
    const isClosed = isClear(behind) || (mark.kind === 'strong' && isInside(text.charAt(to - 1), endsShared));
    if (isOpen && isClosed && !meetsOther && isOneParagraph(text, mark.range)) kept.push(mark);
  }
  return kept;
}

/** The addresses that GitHub's Markdown turns into links by themselves. */
function bareAddresses(text: string, [start, end]: TextRange): readonly TextRange[] {
  return [...text.slice(start, end).matchAll(/(?:(?:https?|ftp):\/\/|www\.)\S+/gi)].map(
    ({ 0: address, index }) => [start + index, start + index + address.length],
  );
}

function isOneLine(text: string, [from, to]: TextRange): boolean {
  return !text.slice(from, to).includes('\n') && text.slice(from, to).trim() !== '';
}

function isOneParagraph(text: string, [from, to]: TextRange): boolean {
  return !text.slice(from, to).includes('\n\n');
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** Nothing, a space, or a mark that is no markup itself. */
function isClear(character: string): boolean {
  return character === '' || /\s/.test(character) || /(?![*_~`\\[\]!<>])[\p{P}]/u.test(character);
}

function opening(mark: Mark, text: string): string {
  switch (mark.kind) {
    case 'link':
      return '[';
    case 'code':
      return codeFence(mark, text)[0];
    default:
      return SIGNS[mark.kind];
  }
}

function closing(mark: Mark, text: string): string {
  switch (mark.kind) {
    case 'link':
      return `](${linkAddress(mark.address ?? '')})`;
    case 'code':
      return codeFence(mark, text)[1];
    default:
      return SIGNS[mark.kind];
  }
}

/** Longer than any row of grave accents in it, and apart from one at its ends (CommonMark 0.31, § 6.1). */
function codeFence({ range }: Mark, text: string): readonly [string, string] {
  const code = text.slice(...range);
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(code) ? ' ' : '';
  return [`${fence}${space}`, `${space}${fence}`];
}

function pictureLink({ words, address }: Picture): string {
  const name = escapeMarkdown(words === '' ? 'Picture' : `Picture: ${words}`).replace(/[[\]]/g, ' ');
  return address === undefined ? `(${name})` : `[${name}](${linkAddress(address)})`;
}

/** An address between angle brackets where it has brackets itself (CommonMark 0.31, § 6.3). */
export function linkAddress(address: string): string {
  const safe = address
    .replace(/[\s<>\\]/g, (character) => encodeURIComponent(character))
    .replace(/&(?=#?\w+;)/g, '&amp;');
  return /[()]/.test(safe) ? `<${safe}>` : safe;
}

function markup(written: string): Piece {
  return { at: undefined, written };
}
