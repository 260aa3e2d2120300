// Reads Markdown in bounded time: what would cost the square of its length is taken as plain text.

import { Lexer, Tokenizer, type Token, type Tokens, type TokensList } from 'marked';

/** Work is counted in characters looked at; a hundred million take about a second. */
const MOST_IN_A_BLOCK = 8_000_000;
const MOST_INLINE = 30_000_000;
const INLINE_FOR_EACH = 30;
const MOST_NESTED = 4_000_000;
const NESTED_FOR_EACH = 16;
/** Blocks, items, cells and stretches of emphasis; more would not be shown as such anyway. */
const MOST_PIECES = 60_000;
const CHARACTERS_FOR_ONE_MORE = 133;
/** A quote whose lines change so often between marked and unmarked that each change costs a look at all of them. */
const MOST_CHANGES = 2_000_000;
/** Cells that a table may have beyond those that are written: short rows are filled up. */
const MOST_FILLED_CELLS = 10_000;
const JOINED_AT_ONCE = 16;
const MARKER = /^[ \t]*(?:[*+-]|\d{1,9}[.)])(?=\s|$)/u;
const EMPHASIS = /[*_~]/gu;
/** Characters at which the reader of a block looks again at what follows. */
const OTHER_MARKS = /[[\]<!`\\@:&]/gu;
const CHEAPER = 8;
/** Quotes and lists that open on one line, deeper than anyone means; the line would be read again for each. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[*+-](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))){33,}[ \t]*/gmu;
const RULE = /^[ \t]*(?:(?:\*[ \t]*)+|(?:-[ \t]*)+)$/u;

/**
 * Gives the tokens of GitHub Flavored Markdown. A block with more marks than anyone writes is one token of plain
 * text.
 *
 * @throws Where lists and quotes are so nested that the whole cannot be read in time proportional to its length.
 */
export function lexMarkdown(markdown: string): TokensList {
  return new BoundedLexer(markdown.length).lex(markdown.replace(TOO_DEEP, shallow));
}

function shallow(markers: string): string {
  return RULE.test(markers) ? markers : '> ';
}

class BoundedLexer extends Lexer {
  #inline: number;
  #nested: number;
  #pieces: number;

  constructor(length: number) {
    super({ gfm: true, tokenizer: new BoundedTokenizer((work) => this.#read(work)) });
    this.#pieces = MOST_PIECES + length / CHARACTERS_FOR_ONE_MORE;
    this.#inline = MOST_INLINE + length * INLINE_FOR_EACH;
    this.#nested = MOST_NESTED + length * NESTED_FOR_EACH;
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    this.#read(0);
    const marks = countOf(source, EMPHASIS) + countOf(source, OTHER_MARKS) / CHEAPER;
    const work = source.length * marks;
    if (work <= MOST_IN_A_BLOCK && work <= this.#inline) {
      this.#inline -= work;
      return super.inlineTokens(source, tokens);
    }
    tokens.push({ type: 'text', raw: source, text: source, escaped: false });
    return tokens;
  }

  override blockTokens(source: string, tokens?: Token[], clipped?: boolean): Token[];
  override blockTokens(source: string, tokens?: TokensList, clipped?: boolean): TokensList;
  override blockTokens(source: string, tokens: Token[] = [], clipped?: boolean): Token[] {
    this.#read(source.length + (this.state.top ? 0 : joiningWork(source)));
    return super.blockTokens(source, tokens, clipped);
  }

  #read(length: number): void {
    this.#pieces--;
    this.#nested -= length;
    if (this.#nested < 0 || this.#pieces < 0)
      throw new RangeError('The text has too many parts in each other.');
  }
}

class BoundedTokenizer extends Tokenizer {
  readonly #read: (length: number) => void;

  constructor(read: (length: number) => void) {
    super();
    this.#read = read;
  }

  override blockquote(source: string): Tokens.Blockquote | undefined {
    if (!/^ {0,3}>/u.test(source)) return undefined;
    const quote = upToEmptyLine(source);
    this.#read(quote.length);
    const changes = countOf(quote, /\n(?! {0,3}>)[^\n]*\n {0,3}>/gu);
    if (changes * countOf(quote, /\n/gu) > MOST_CHANGES) throw new RangeError('The quote changes too often.');
    return super.blockquote(source);
  }

  override list(source: string): Tokens.List | undefined {
    if (!MARKER.test(source)) return undefined;
    const items = upToEmptyLine(source);
    this.#read(items.length);
    this.#read(joiningWork(items));
    return super.list(source);
  }

  override table(source: string): Tokens.Table | undefined {
    const [header = '', delimiters = ''] = source.split('\n', 2);
    if (!/^[ \t:|-]+$/u.test(delimiters)) return undefined;
    const columns = countOf(header, /\|/gu) + 1;
    const table = upToEmptyLine(source);
    const cells = columns * countOf(table, /\n/gu);
    return cells > MOST_FILLED_CELLS + table.length ? undefined : super.table(source);
  }
}

/** The lines of an item are joined one by one, and each time all that went before is written again. */
function joiningWork(item: string): number {
  let work = 0;
  let lines = 0;
  let length = 0;
  for (const line of item.split('\n')) {
    if (MARKER.test(line) || line.trim() === '') {
      work += lines * length;
      lines = 0;
      length = 0;
    }
    lines++;
    length += line.length;
  }
  return (work + lines * length) / JOINED_AT_ONCE;
}

function upToEmptyLine(source: string): string {
  const found = source.search(/\n[ \t]*\n/u);
  return found < 0 ? source : source.slice(0, found);
}

function countOf(text: string, mark: RegExp): number {
  return text.match(mark)?.length ?? 0;
}
