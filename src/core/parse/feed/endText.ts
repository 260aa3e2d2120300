// The end of a text that is written otherwise than the feed has it.

import { base64Text } from './base64Text.ts';
import { isXhtml, startTag, valueOf, type OpenElement } from './openElement.ts';
import { escapedReferences } from './references.ts';

/**
 * Changes what has been written of a text. Markup in it is escaped once, as most feeds have it; XHTML stays, as only
 * its own reader knows its limits.
 *
 * @param out What has been written, up to the text's end tag.
 */
export function endText(out: string[], element: OpenElement, hasMarkup: boolean): void {
  const isBase64 = valueOf(element, 'mode')?.toLowerCase() === 'base64';
  if (!isBase64 && (!hasMarkup || isXhtml(element))) return;
  const inner = out.splice(element.place + 1).join('');
  out.push(
    escapedReferences(
      isBase64 ? (base64Text(inner) ?? '') : inner.replace(/<!\[CDATA\[([^]*?)\]\]>/gu, '$1'),
    ),
  );
  if (isBase64) return;
  const others = element.attributes.filter(([name]) => name.toLowerCase() !== 'type');
  out[element.place] = `${startTag(element.name, [...others, ['type', 'html']])}>`;
}
