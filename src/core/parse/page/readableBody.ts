// The body of an article as Mozilla's Readability finds it, for pages that do not say which part it is.

import { Readability } from '@mozilla/readability';
import { DOMParser } from 'linkedom/worker';
import { escapeText } from '../escapeText.ts';
import { oneLine } from '../facts.ts';

export interface ReadableBody {
  /** Not yet made safe; elements keep their classes. */
  readonly html: string;
  /** The line that names the authors; it was taken out of `html`. */
  readonly byline: string | undefined;
}

/**
 * Gives the article in a page's body, or undefined where nothing reads like one.
 *
 * @param body Bounded in depth: time grows faster than the depth. Relative addresses stay as they are.
 * @param headline A heading like it is left out.
 */
export function readableBody(body: string, headline: string | undefined): ReadableBody | undefined {
  const title = escapeText(headline ?? '');
  const page = `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`;
  try {
    const document = new DOMParser().parseFromString(page, 'text/html');
    const article = new Readability(document, { disableJSONLD: true, keepClasses: true }).parse();
    const html = article?.content ?? '';
    return html === '' ? undefined : { html, byline: oneLine(article?.byline ?? '') };
  } catch {
    // Trees that its authors did not think of; the page's own marks must do.
    return undefined;
  }
}
