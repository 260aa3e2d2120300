// A query cut into its pieces.

export type QueryPiece =
  | { readonly kind: 'open' | 'close' | 'or' | 'not'; readonly text: string }
  /** Words, with the field before the colon and whether they were in quotation marks. */
  | {
      readonly kind: 'words';
      readonly field: string | undefined;
      readonly value: string;
      readonly quoted: boolean;
      /** Whether the piece touches the query's end, so that its last word may be unfinished. */
      readonly open: boolean;
      readonly text: string;
      /** Where it begins in the query. */
      readonly start: number;
    };

const PIECE =
  /(\()|(\))|(-)(?=[^\s\-)])|([a-z]+):(?=\s|$|\()|(?:([a-z]+):)?(?:"([^"]*)("?)|([^\s"()]+))|["-]/giu;

/**
 * Cuts a query into words, "phrases", field:value pairs and the signs of its grammar. Nothing is lost: the pieces'
 * texts and the spaces between them are the query.
 */
export function queryPieces(query: string): QueryPiece[] {
  const straight = query.replace(/[“”„«»]/g, '"');
  const pieces: QueryPiece[] = [];
  for (const match of straight.matchAll(PIECE)) {
    const [text, open, close, not, lone, field, quoted, closing, bare] = match;
    const atEnd = match.index + text.length === straight.length;
    if (open !== undefined) pieces.push({ kind: 'open', text });
    else if (close !== undefined) pieces.push({ kind: 'close', text });
    else if (not !== undefined) {
      // A hyphen inside a word belongs to it; only one that begins a word says "without".
      const begins = match.index === 0 || /[\s(]/.test(straight.charAt(match.index - 1));
      if (begins) pieces.push({ kind: 'not', text });
    } else if (field === undefined && bare === 'OR') pieces.push({ kind: 'or', text });
    else if (field !== undefined || bare !== undefined || quoted !== undefined) {
      const isQuoted = quoted !== undefined;
      const value = quoted ?? bare ?? '';
      pieces.push({
        kind: 'words',
        field: field?.toLowerCase(),
        value,
        quoted: isQuoted,
        open: atEnd && closing !== '"',
        text,
        start: match.index,
      });
    } else if (lone !== undefined)
      pieces.push({
        kind: 'words',
        field: lone.toLowerCase(),
        value: '',
        quoted: false,
        open: atEnd,
        text,
        start: match.index,
      });
  }
  return pieces;
}
