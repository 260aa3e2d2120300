// The line above the body that says whether there is more of the article, and lets the person get it.

import type { FullTextState } from '../core/model/readerMessages.ts';
import { localize } from './localize.ts';

export interface FullTextLine {
  readonly element: HTMLElement;
  show(state: FullTextState): void;
}

/** Makes the line; it is hidden while there is nothing to say. What it says is spoken to those who hear the page. */
export function fullTextLine(first: FullTextState, onGet: () => void): FullTextLine {
  const element = document.createElement('div');
  element.setAttribute('role', 'status');
  const sentence = document.createElement('span');
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', onGet);
  element.append(sentence, button);

  const show = (state: FullTextState): void => {
    const { words, action } = lineOf(state);
    element.className = `strip full-text ${state.kind}`;
    element.hidden = state.kind === 'none';
    sentence.textContent = words;
    // The button stays on the page while the text is loading, so that the focus is not lost.
    button.textContent = action ?? button.textContent;
    button.disabled = action === undefined;
  };
  show(first);
  return { element, show };
}

function lineOf(state: FullTextState): { readonly words: string; readonly action: string | undefined } {
  switch (state.kind) {
    case 'none':
      return { words: '', action: undefined };
    case 'offered':
      return {
        words: localize('There is more of this article on its page.'),
        action: localize('Get Full Text'),
      };
    case 'loading':
      return { words: localize('Getting the full text from {0} …', state.host), action: undefined };
    case 'failed':
      return {
        words: localize('The full text did not come. {0}', state.sentence),
        action: localize('Try Again'),
      };
  }
}
