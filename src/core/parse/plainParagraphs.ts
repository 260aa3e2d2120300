// Plain text as the simplest HTML that shows it.

import { createTextFlow } from '../text/textFlow.ts';
import { escapeText } from './escapeText.ts';

/**
 * Gives a paragraph for each block of lines between empty lines; cleaning the HTML changes nothing.
 *
 * @example "One\n\n2 < 3" gives the HTML "<p>One</p><p>2 &lt; 3</p>" and the text "One\n\n2 < 3".
 */
export function plainParagraphs(text: string): { readonly html: string; readonly text: string } {
  const flow = createTextFlow();
  const paragraphs = text.split(/\n{2,}/u).filter((paragraph) => paragraph.trim() !== '');
  for (const paragraph of paragraphs) {
    flow.open('p');
    flow.text(paragraph);
    flow.close('p');
  }
  return {
    html: paragraphs.map((paragraph) => `<p>${escapeText(paragraph)}</p>`).join(''),
    text: flow.finish().text,
  };
}
