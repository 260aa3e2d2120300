// The text of markup that has too many elements to be shown as it was written.

import { Parser } from 'htmlparser2';
import { createTextFlow } from '../text/textFlow.ts';
import { isHidden, WITHOUT_CONTENT } from './allowedMarkup.ts';
import { VOID_ELEMENTS } from './voidElements.ts';

/** Cleaning takes about 30 µs for each element. */
const MOST_ELEMENTS = 40_000;
/** Character references such as "&lt;" take time too. */
const REFERENCES_LIKE_ONE = 8;
const CHARACTERS_FOR_ONE_MORE = 200;

/** Whether cleaning would take longer than a person waits; long markup may have more elements. */
export function hasTooManyElements(markup: string): boolean {
  const elements = markup.match(/<[a-z]/giu)?.length ?? 0;
  const references = markup.match(/&/gu)?.length ?? 0;
  return (
    elements + references / REFERENCES_LIKE_ONE > MOST_ELEMENTS + markup.length / CHARACTERS_FOR_ONE_MORE
  );
}

/** Gives the text that markup shows, with empty lines between its blocks; takes time proportional to the length. */
export function markupText(markup: string): string {
  const flow = createTextFlow();
  const unseen: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (unseen.length > 0 || WITHOUT_CONTENT.has(name) || isHidden(attributes)) {
        if (!VOID_ELEMENTS.has(name)) unseen.push(name);
      } else flow.open(name);
    },
    ontext(data) {
      if (unseen.length === 0) flow.text(data);
    },
    onclosetag(name) {
      if (unseen.length > 0) unseen.pop();
      else flow.close(name);
    },
  });
  parser.end(markup);
  return flow.finish().text;
}
