// CDATA sections that were opened and never closed.

const START = '<![CDATA[';
const END = ']]>';
const OPENED_BY = /<([\w.:-]{1,80})(?:\s[^<>]{0,2000})?>\s{0,200}$/u;
const BEFORE = 2400;

/**
 * Gives XML in which a CDATA section without an end is closed where the element around it ends. A section counts as
 * one without an end where another begins in it behind that place, or none of all that follows ends it.
 *
 * @example "<a><![CDATA[one</a><b/>" gives "<a><![CDATA[one]]></a><b/>".
 */
export function closedCdata(xml: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = xml.indexOf(START); start >= 0;) {
    const content = start + START.length;
    const end = xml.indexOf(END, content);
    const missing = placeOfEnd(xml, start, content, end < 0 ? xml.length : end, end < 0);
    if (missing !== undefined) {
      parts.push(xml.slice(from, missing), END);
      from = missing;
    } else if (end < 0) break;
    start = xml.indexOf(START, missing ?? end + END.length);
  }
  return parts.length === 0 ? xml : `${parts.join('')}${xml.slice(from)}`;
}

/** Where the end of the section is missing; undefined where it is not. */
function placeOfEnd(
  xml: string,
  start: number,
  content: number,
  end: number,
  isOpen: boolean,
): number | undefined {
  const text = xml.slice(content, end);
  if (!isOpen && !text.includes(START)) return undefined;
  const element = OPENED_BY.exec(xml.slice(Math.max(0, start - BEFORE), start))?.[1];
  if (element === undefined) return undefined;
  const close = text.indexOf(`</${element}>`);
  if (close < 0 || (!isOpen && !text.includes(START, close))) return undefined;
  return content + close;
}
