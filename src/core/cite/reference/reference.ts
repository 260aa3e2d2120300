// What a citation style needs to know of a piece of news.

import type { Headline } from '../../model/item.ts';
import { publishedIn } from '../publishedIn.ts';
import { bylineNames } from './bylineNames.ts';
import { cslDate } from './cslDate.ts';
import type { CslCustom, CslItem, CslType } from './cslItem.ts';
import { outletType } from './outletKinds.ts';
import { plainAddress } from './plainAddress.ts';

/** The facts of a headline that a reference has. */
export type Referenced = Pick<
  Headline,
  | 'headline'
  | 'byline'
  | 'outlet'
  | 'url'
  | 'published'
  | 'updated'
  | 'language'
  | 'section'
  | 'licence'
  | 'sourceTitle'
  | 'sourceKind'
>;

export interface ReferenceOptions {
  /** The citation key. */
  readonly key: string;
  /** ISO 8601: when the text was last seen at its address. */
  readonly accessed: string | undefined;
  /** What the person says that the outlet publishes, in place of what its name says. */
  readonly type?: CslType | undefined;
  /** Whether to name the part of the paper, which some styles print at odd places. */
  readonly withSection?: boolean;
  /** Address of an archived copy. */
  readonly archiveUrl?: string | undefined;
}

/**
 * Gives a headline as CSL-JSON. What is not known is left out; the outlet is never the author, and when the text was
 * changed stands under `custom`, as no field is there for it. `accessed` is always told, and styles decide.
 */
export function reference(item: Referenced, options: ReferenceOptions): CslItem {
  const outlet = publishedIn(item);
  const { authors, agency } = bylineNames(item.byline, outlet);
  const custom = customFacts(item, options);
  const url = item.url === undefined ? undefined : plainAddress(item.url);
  return withoutUndefined({
    id: options.key,
    type: options.type ?? outletType(outlet, url),
    title: oneLine(item.headline),
    author: authors.length === 0 ? undefined : authors,
    'container-title': outlet === undefined ? undefined : oneLine(outlet),
    section: options.withSection === true ? item.section : undefined,
    issued: cslDate(item.published),
    accessed: url === undefined ? undefined : cslDate(options.accessed),
    URL: url,
    language: item.language,
    source: agency,
    custom: Object.keys(custom).length === 0 ? undefined : custom,
  });
}

function customFacts({ updated, licence }: Referenced, { archiveUrl }: ReferenceOptions): CslCustom {
  return withoutUndefined({ dateModified: updated, licence, archiveUrl });
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The type of a record without what is undefined in it. */
type Present<T> = {
  readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(record: T): Present<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Present<T>;
}
