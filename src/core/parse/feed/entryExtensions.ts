// What the namespaces that all formats share say of an entry: Dublin Core, Media RSS, iTunes, Creative Commons and
// others.

import type {
  CcNs,
  CreativeCommonsNs,
  DcNs,
  DcTermsNs,
  GeoNs,
  GeoRssNs,
  GooglePlayNs,
  MediaNs,
  PrismNs,
  SlashNs,
  SourceNs,
  ThrNs,
} from 'feedsmith';
import type { FeedCategory, FeedEntry, FeedPerson, FeedPlace, FeedText } from '../../model/feed.ts';
import { httpAddress } from '../facts.ts';
import { feedDate } from './feedDate.ts';
import { mediaEnclosures, mediaImages, mediaTexts } from './mediaFiles.ts';
import { eachOnce, namedPerson, personOf } from './feedPeople.ts';
import { plainName } from './plainText.ts';

/** The parts of a parsed entry that do not depend on its format. */
export interface EntryNamespaces {
  readonly cc?: CcNs.ItemOrFeed;
  readonly creativeCommons?: CreativeCommonsNs.ItemOrFeed;
  readonly dc?: DcNs.ItemOrFeed<string>;
  readonly dcterms?: DcTermsNs.ItemOrFeed<string>;
  readonly geo?: GeoNs.ItemOrFeed;
  readonly georss?: GeoRssNs.ItemOrFeed;
  readonly googleplay?: GooglePlayNs.Item;
  /** Apple reads summaries and subtitles no longer; podcasts still have them. */
  readonly itunes?: {
    readonly author?: string;
    readonly image?: string;
    readonly duration?: number;
    readonly title?: string;
    readonly summary?: string;
    readonly subtitle?: string;
  };
  readonly media?: MediaNs.ItemOrFeed;
  readonly prism?: PrismNs.Item<string>;
  readonly slash?: SlashNs.Item;
  readonly sourceNs?: SourceNs.Item;
  readonly thr?: ThrNs.Item;
}

export type EntryExtensions = Pick<
  FeedEntry,
  | 'authors'
  | 'categories'
  | 'enclosures'
  | 'image'
  | 'section'
  | 'language'
  | 'licence'
  | 'published'
  | 'updated'
  | 'place'
> & {
  readonly title: FeedText | undefined;
  readonly summary: FeedText | undefined;
  readonly id: string | undefined;
  readonly commentCount: number | undefined;
  readonly inReplyTo: string | undefined;
  /** A picture of the author, for an entry that has no other. */
  readonly portrait: string | undefined;
  /** In seconds. */
  readonly duration: number | undefined;
};

/** Gives what an entry's namespaces say; relative addresses stand under `baseUrl`. */
export function entryExtensions(entry: EntryNamespaces, baseUrl: string | undefined): EntryExtensions {
  const { dc, dcterms, itunes, media, prism, slash, thr, googleplay, sourceNs } = entry;
  const texts = mediaTexts(media);
  const { image, portrait } = mediaImages(media, baseUrl);
  const title = dc?.titles?.[0] ?? dcterms?.titles?.[0] ?? itunes?.title ?? texts.title;
  const described = dc?.descriptions?.[0] ?? dcterms?.abstracts?.[0] ?? dcterms?.descriptions?.[0];
  const summary =
    described ?? itunes?.summary ?? googleplay?.description ?? texts.description ?? itunes?.subtitle;
  return {
    id: dc?.identifiers?.[0] ?? dcterms?.identifiers?.[0],
    title: unsaid(title),
    summary: unsaid(summary),
    authors: authorsOf(entry),
    // The keywords of iTunes are the same for all episodes, and written for search engines.
    categories: categoriesOf([
      ...(dc?.subjects ?? []),
      ...(dcterms?.subjects ?? []),
      ...(prism?.keywords ?? []),
      ...texts.keywords,
    ]),
    enclosures: mediaEnclosures(media, baseUrl),
    image: image ?? httpAddress(itunes?.image ?? googleplay?.image?.href, baseUrl),
    portrait,
    duration: itunes?.duration,
    section: plainName(slash?.section ?? prism?.section),
    language: dc?.languages?.[0] ?? dcterms?.languages?.[0],
    licence: licenceOf(entry),
    published: firstDate([
      ...(dc?.dates ?? []),
      ...(dcterms?.issued ?? []),
      ...(dcterms?.created ?? []),
      ...(dcterms?.dates ?? []),
      ...(prism?.publicationDates ?? []),
    ]),
    updated: firstDate([...(dcterms?.modified ?? []), prism?.modificationDate]),
    place: placeOf(entry),
    commentCount: slash?.comments ?? thr?.total,
    inReplyTo: thr?.inReplyTos?.[0]?.href ?? thr?.inReplyTos?.[0]?.ref ?? sourceNs?.inReplyTo?.value,
  };
}

/** Gives text of which the feed does not say whether it is HTML. */
export function unsaid(value: string | undefined): FeedText | undefined {
  return value === undefined ? undefined : { kind: 'unsaid', value, baseUrl: undefined, language: undefined };
}

/** Gives categories by their plain names, in order, each once in its scheme. */
export function categoriesOf(
  names: readonly (string | undefined)[],
  scheme?: string,
): readonly FeedCategory[] {
  const plain = names.flatMap((written) => plainName(written) ?? []);
  return [...new Set(plain)].map((name) => ({ name, scheme }));
}

/** Gives the first of several dates that is one. */
export function firstDate(written: readonly (string | undefined)[]): string | undefined {
  return written.map(feedDate).find((date) => date !== undefined);
}

/** Gives the licence's address, or else what is said of rights. */
export function licenceOf({
  cc,
  creativeCommons,
  dc,
  dcterms,
  media,
}: Pick<EntryNamespaces, 'cc' | 'creativeCommons' | 'dc' | 'dcterms' | 'media'>): string | undefined {
  const addresses = [
    creativeCommons?.licenses?.[0],
    cc?.license,
    dcterms?.licenses?.[0],
    media?.licenses?.[0]?.href,
  ].map((address) => httpAddress(address));
  const rights = [dc?.rights?.[0], dcterms?.rights?.[0], media?.copyright?.value].map(plainName);
  return [...addresses, ...rights].find((licence) => licence !== undefined);
}

function authorsOf({ dc, dcterms, itunes, media, googleplay }: EntryNamespaces): readonly FeedPerson[] {
  const creators = [...(dc?.creators ?? []), ...(dcterms?.creators ?? [])].flatMap(personOf);
  if (creators.length > 0) return eachOnce(creators);
  // Most credits are those of pictures.
  const credits = (media?.credits ?? []).filter(({ role }) => role?.trim().toLowerCase() === 'author');
  const credited = credits.flatMap(({ value }) => personOf(value ?? ''));
  return eachOnce([...namedPerson(itunes?.author ?? googleplay?.author), ...credited]);
}

function placeOf({ geo, georss }: EntryNamespaces): FeedPlace | undefined {
  const latitude = georss?.point?.lat ?? geo?.lat;
  const longitude = georss?.point?.lng ?? geo?.long;
  if (latitude === undefined || longitude === undefined) return undefined;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return { latitude, longitude, name: plainName(georss?.featureName) };
}
