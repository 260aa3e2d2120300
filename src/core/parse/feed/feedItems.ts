// From the entries of a feed to items of the library.

import type { Feed, FeedEntry, FeedItem, FeedPerson } from '../../model/feed.ts';
import { publishedTime } from '../../text/publishedTime.ts';
import { summaryOf } from '../../text/summaryOf.ts';
import { cutAtWord } from '../../text/cutAtWord.ts';
import { joinNames } from '../facts.ts';
import { ledeHeadline } from '../ledeHeadline.ts';
import { cleanHtml, type CleanHtml } from '../sanitize.ts';
import { tagNames } from '../tagNames.ts';
import { baseOf } from './entryBase.ts';
import { entryBody, unformatted } from './entryBody.ts';
import { entryIdentities } from './entryIdentity.ts';
import { isExtract } from './isExtract.ts';
import { plainText } from './plainText.ts';

const SUMMARY_LENGTH = 280;
const LONGEST_HEADLINE = 300;
/** Elements that are cleaned in one feed; it takes about 30 µs for each. The texts of the entries behind stay. */
const MOST_ELEMENTS = 200_000;
const MOST_AUTHORS = 20;
/** Content with more text has words of its own, whatever it embeds. */
const LONGEST_OF_LINKS = 300;
const NOTHING: CleanHtml = { html: '', text: '' };

interface Bodies {
  readonly body: CleanHtml;
  /** Of a summary beside the body. */
  readonly summaryText: string | undefined;
  /** Whether the words are those of the summary. */
  readonly isSummary: boolean;
}

/**
 * Gives a feed's entries as items, in order, each once. An entry without title takes one from its text, or from the
 * name of its file; one with neither title, text nor file is left out.
 */
export function feedItems(feed: Feed): readonly FeedItem[] {
  const identities = entryIdentities(feed.entries);
  const byGuid = new Map<string, FeedItem>();
  let elements = 0;
  for (const [index, entry] of feed.entries.entries()) {
    elements +=
      entry.content === undefined ? elementsIn(entry.summary?.value) : elementsIn(entry.content.value);
    const item = itemOf(entry, feed, identities[index] ?? '', elements <= MOST_ELEMENTS);
    const before = item === undefined ? undefined : byGuid.get(item.guid);
    if (item !== undefined && (before === undefined || isNewer(item, before))) byGuid.set(item.guid, item);
  }
  return [...byGuid.values()];
}

function itemOf(entry: FeedEntry, feed: Feed, guid: string, isCleaned: boolean): FeedItem | undefined {
  const { body, summaryText, isSummary } = bodiesOf(entry, baseOf(entry, feed), isCleaned);
  const { headline, headlineFrom } = headlineOf(entry, body.text);
  if (headline === undefined) return undefined;
  const { url, published, updated, section, image, enclosures } = entry;
  return {
    kind: body.text === '' && !body.html.includes('<img') ? 'headline' : 'article',
    headline: cutAtWord(headline, LONGEST_HEADLINE),
    headlineFrom,
    guid,
    byline: joinNames(entry.authors.slice(0, MOST_AUTHORS).flatMap(nameOf)),
    outlet: entry.source?.title ?? feed.title,
    url,
    published,
    updated: updated === published ? undefined : updated,
    language: entry.language ?? feed.language,
    section,
    licence: entry.licence ?? feed.licence,
    image,
    enclosures,
    commentsUrl: entry.comments?.url,
    html: body.html,
    text: body.text,
    summary: summaryOf(body.text, SUMMARY_LENGTH),
    tags: tagNames(entry.categories.map(({ name }) => name)),
    isExtract: isExtract(isSummary ? { ...entry, content: undefined } : entry, body.text, summaryText),
  };
}

/** The content, else the summary; content that only shows something leaves the words to the summary. */
function bodiesOf(entry: FeedEntry, base: string | undefined, isCleaned: boolean): Bodies {
  const bodyOf = (text: FeedEntry['content']): CleanHtml => {
    if (text === undefined) return NOTHING;
    return isCleaned ? entryBody(text, base) : unformatted(text.value);
  };
  const content = bodyOf(entry.content);
  if (!hasWords(entry.content, content)) {
    const summary = bodyOf(entry.summary);
    if (content.html === '' || summary.text.trim() !== '')
      return { body: shownWith(content, summary), summaryText: undefined, isSummary: true };
  }
  const summaryText =
    entry.summary === undefined ? undefined : (plainText({ ...entry.summary, kind: 'html' }) ?? '');
  return { body: content, summaryText, isSummary: false };
}

/** The links that stand for players are no words of the content. */
function hasWords(written: FeedEntry['content'], { text }: CleanHtml): boolean {
  if (written === undefined || text.trim() === '') return false;
  const isMarkup = written.kind === 'html' || written.kind === 'unsaid';
  return !isMarkup || text.length > LONGEST_OF_LINKS || unformatted(written.value).text !== '';
}

/** A summary that has a picture has that of the content. */
function shownWith(content: CleanHtml, summary: CleanHtml): CleanHtml {
  return content.html === '' || summary.html.includes('<img')
    ? summary
    : cleanHtml(`${content.html}${summary.html}`);
}

function headlineOf(
  { title, enclosures, url }: FeedEntry,
  text: string,
): { readonly headline: string | undefined; readonly headlineFrom: FeedItem['headlineFrom'] } {
  const written = plainText(title);
  if (written !== undefined) return { headline: written, headlineFrom: 'document' };
  const lede = ledeHeadline(text);
  if (/[\p{L}\p{N}]/u.test(lede)) return { headline: lede, headlineFrom: 'lede' };
  return { headline: fileName(enclosures[0]?.url ?? url), headlineFrom: 'file name' };
}

/** "https://example.org/2025/port-strike.html" gives "port-strike". */
function fileName(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const { hostname, pathname } = new URL(url);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  return last.replace(/(?<=.)\.[a-z\d]{1,5}$/iu, '');
}

/** A person with an address alone is known by what stands before the "@"; nobody is called "noreply". */
function nameOf({ name, email }: FeedPerson): readonly string[] {
  if (name !== undefined) return [name];
  const account = email?.split('@')[0] ?? '';
  return account === '' || /^no-?reply$/iu.test(account) ? [] : [account];
}

function isNewer(item: FeedItem, before: FeedItem): boolean {
  const timeOf = ({ updated, published }: FeedItem): number =>
    publishedTime(updated ?? published) ?? -Infinity;
  return timeOf(item) > timeOf(before);
}

function elementsIn(markup: string | undefined): number {
  return markup?.match(/<[a-z]/giu)?.length ?? 0;
}
