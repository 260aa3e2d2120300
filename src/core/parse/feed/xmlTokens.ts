// The tokens of XML that need not be well-formed.

import { Tokenizer } from 'htmlparser2';

/** Name and value as they are written, references and all. */
export type XmlAttribute = readonly [name: string, value: string];

export interface XmlReader {
  /** @param start Offset of "<". @param end Offset behind ">". */
  open(name: string, attributes: readonly XmlAttribute[], closed: boolean, start: number, end: number): void;
  close(name: string): void;
  text(data: string): void;
  cdata(data: string): void;
}

const MOST_ATTRIBUTES = 100;

/**
 * Reads tokens to the end, or up to and with the one at which `isDone` says so, in time proportional to the length.
 * Comments, declarations and processing instructions are passed over. What never ends is not reported, but text and
 * CDATA sections are.
 */
export function readXmlTokens(source: string, reader: XmlReader, isDone: () => boolean = () => false): void {
  let start = 0;
  let name = '';
  let attributes: XmlAttribute[] = [];
  let attribute = '';
  let value = '';

  const opened = (end: number, closed: boolean): void => {
    if (!isDone()) reader.open(name, attributes, closed, start, end + 1);
  };
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname(from, end) {
        start = from - 1;
        name = source.slice(from, end);
        attributes = [];
      },
      onattribname(from, end) {
        attribute = source.slice(from, end);
        value = '';
      },
      onattribdata(from, end) {
        value += source.slice(from, end);
      },
      onattribend() {
        if (attributes.length < MOST_ATTRIBUTES) attributes.push([attribute, value]);
      },
      onopentagend: (end) => opened(end, false),
      onselfclosingtag: (end) => opened(end, true),
      onclosetag(from, end) {
        if (!isDone()) reader.close(source.slice(from, end));
      },
      ontext(from, end) {
        if (!isDone()) reader.text(source.slice(from, end));
      },
      oncdata(from, end, offset) {
        if (!isDone()) reader.cdata(source.slice(from, end - offset));
      },
      onattribentity: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
      ontextentity: nothing,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}

function nothing(): void {
  return undefined;
}
