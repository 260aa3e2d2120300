// UTF-32, which no browser reads, and some programs write.

/** Characters per call; a function takes only so many arguments. */
const PIECE = 8192;

/** Gives the text of bytes that begin as XML or a byte order mark in UTF-32 does; undefined for all others. */
export function utf32Text(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  const isLittle =
    (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0x3c && b === 0 && c === 0 && d === 0);
  const isBig = a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c));
  if (!isLittle && !isBig) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let piece: number[] = [];
  for (let offset = 0; offset + 4 <= bytes.length; offset += 4) {
    const code = view.getUint32(offset, isLittle);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (code !== 0xfeff || offset > 0) piece.push(isCharacter ? code : 0xfffd);
    if (piece.length < PIECE) continue;
    parts.push(String.fromCodePoint(...piece));
    piece = [];
  }
  return parts.join('') + String.fromCodePoint(...piece);
}
