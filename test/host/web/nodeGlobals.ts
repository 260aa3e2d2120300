// What the tests use of Node's globals; the bundler puts it where they stand.

type Encoding = 'utf8' | 'utf16le' | 'latin1';

export const Buffer = {
  from(content: string | readonly number[], encoding: Encoding = 'utf8'): Uint8Array {
    if (typeof content !== 'string') return Uint8Array.from(content);
    if (encoding === 'utf8') return new TextEncoder().encode(content);
    const codes = Array.from({ length: content.length }, (_, index) => content.charCodeAt(index));
    return Uint8Array.from(encoding === 'latin1' ? codes : codes.flatMap((code) => [code & 255, code >> 8]));
  },
  concat(parts: readonly Uint8Array[]): Uint8Array {
    return Uint8Array.from(parts.flatMap((part) => [...part]));
  },
  /** Filled with a text over and over. */
  alloc(size: number, text: string): Uint8Array {
    const filling = new TextEncoder().encode(text);
    return new Uint8Array(size).map((_, index) => filling[index % filling.byteLength] ?? 0);
  },
};

export const setImmediate = (work: () => void): void => void setTimeout(work, 0);
