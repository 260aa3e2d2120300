// Builds parsed items; one place for what all kinds of documents have in common.

import type { ParsedItem } from '../model/document.ts';
import type { Publication } from '../model/item.ts';
import { headlineKey } from '../text/headlineKey.ts';
import { summaryOf } from '../text/summaryOf.ts';
import { type DocumentText, nameWithoutEnding } from './documentText.ts';
import { ledeHeadline } from './ledeHeadline.ts';

const SUMMARY_LENGTH = 280;

/** What a document says of its publication; every fact may be missing. */
export type DocumentFacts = Omit<Publication, 'headline'> & {
  readonly headline: string | undefined;
  readonly tags: readonly string[];
};

export const NO_FACTS: DocumentFacts = {
  headline: undefined,
  byline: undefined,
  outlet: undefined,
  url: undefined,
  published: undefined,
  updated: undefined,
  language: undefined,
  section: undefined,
  licence: undefined,
  tags: [],
};

/** Gives a document's article; its headline comes from the facts, else from its first sentence, else from the file's name. */
export function articleItem(
  document: DocumentText,
  facts: DocumentFacts,
  body: { readonly html: string; readonly text: string },
): ParsedItem {
  const beginning = ledeHeadline(body.text);
  const lede = /[\p{L}\p{N}]/u.test(beginning) ? beginning : '';
  return {
    ...facts,
    kind: 'article',
    headline: facts.headline ?? (lede === '' ? nameWithoutEnding(document.name) : lede),
    headlineFrom: facts.headline !== undefined ? 'document' : lede !== '' ? 'lede' : 'file name',
    guid: document.path,
    html: body.html,
    text: body.text,
    summary: summaryOf(body.text, SUMMARY_LENGTH),
    image: undefined,
    isExtract: false,
  };
}

/**
 * Gives one item per headline, each known by its words; a headline that stands twice on the page is given
 * once.
 *
 * @param facts What holds for every one of the headlines.
 */
export function headlineItems(
  document: DocumentText,
  facts: DocumentFacts,
  headlines: readonly string[],
): readonly ParsedItem[] {
  const byGuid = new Map<string, ParsedItem>();
  for (const headline of headlines) {
    const guid = `${document.path}#${headlineKey(headline)}`;
    if (byGuid.has(guid)) continue;
    byGuid.set(guid, {
      ...facts,
      kind: 'headline',
      headline,
      headlineFrom: 'document',
      guid,
      html: '',
      text: '',
      summary: '',
      image: undefined,
      isExtract: false,
    });
  }
  return [...byGuid.values()];
}
