// A brief as its page shows it: words, dates and counts in place of the library's data.

import { publishedIn } from '../cite/publishedIn.ts';
import type { ItemId } from '../model/ids.ts';
import type { Headline } from '../model/item.ts';
import { cutAtWord } from '../text/cutAtWord.ts';
import { dateLocale } from '../text/dateLocale.ts';
import { inEnglish, type Localize } from '../text/inEnglish.ts';
import { relativeDate } from '../text/relativeDate.ts';
import type { Brief, BriefSource, BriefStory } from './brief.ts';
import type {
  BriefHeadline,
  BriefPage,
  EmptyView,
  RangeView,
  SourceView,
  StoryView,
} from './briefMessages.ts';
import { BRIEF_RANGES, type BriefRange } from './briefRange.ts';
import { clock, timeline } from './timeline.ts';

export interface BriefTime {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** BCP 47 tag of the language in which dates are written. */
  readonly locale: string;
  /** Gives the page's words; they are in English without it. */
  readonly localize?: Localize;
}

/** Sources beyond these are counted and not shown. */
const MOST_SOURCES = 30;
/** The names of publishers that a story shows. */
const NAMED = 3;
/** The text of a lead, in UTF-16 units. */
const SUMMARY = 240;

/** Gives the page of a brief, of which the person chose how far back it goes. */
export function briefPage(brief: Brief, range: BriefRange, time: BriefTime): BriefPage {
  const { stories, sources, searches } = brief;
  const shown = sources.slice(0, MOST_SOURCES);
  const told = new Set(stories.flatMap(({ headlines }) => headlines.map(({ id }) => id)));
  return {
    date: longDay(time),
    range,
    ranges: BRIEF_RANGES.map((each) => rangeView(each, brief, time)),
    counted: counted(brief, time),
    note: noteOf(brief, range, time),
    empty: brief.ids.length > 0 ? undefined : emptyView(brief, range, time),
    stories: stories.map((story) => storyView(story, time)),
    sources: shown.map((source) => sourceView(source, told, time)),
    sourcesLeft: sources.length - shown.length,
    searches: searches.filter(({ found }) => found > 0),
  };
}

/** Gives a number of headlines in words: "1 new headline". */
export function newHeadlines(count: number, isCut = false, localize: Localize = inEnglish): string {
  const number = `${count}${isCut ? '+' : ''}`;
  return count === 1 ? localize('1 new headline') : localize('{0} new headlines', number);
}

function counted({ ids, isCut, sources }: Brief, { localize = inEnglish }: BriefTime): string {
  const headlines = newHeadlines(ids.length, isCut, localize);
  return sources.length === 1
    ? localize('{0} in 1 source', headlines)
    : localize('{0} in {1} sources', headlines, sources.length);
}

function noteOf(
  { seenAt, ids, isCut }: Brief,
  range: BriefRange,
  { localize = inEnglish }: BriefTime,
): string | undefined {
  if (ids.length === 0) return undefined;
  if (isCut) return localize('More arrived than fits on a page. These are the newest {0}.', ids.length);
  if (seenAt === undefined && range === 'last')
    return localize(
      'Your first brief: what arrived in the last 24 hours. The next one begins where this one ends.',
    );
  return undefined;
}

function emptyView(
  { hasSources, seenAt }: Brief,
  range: BriefRange,
  { now, locale, localize = inEnglish }: BriefTime,
): EmptyView {
  if (!hasSources)
    return {
      sentence: localize('Nothing to report yet.'),
      detail: localize(
        'Follow a feed, or look around in the sample edition, and what is new will stand here.',
      ),
      actions: ['addFeed', 'openSample'],
    };
  return {
    sentence:
      range === 'last' && seenAt !== undefined
        ? localize('Nothing new since {0}.', clock(seenAt, now, locale))
        : nothingNewIn(range === 'last' ? 'day' : range, localize),
    detail: localize('All that has arrived is read. Feeds are read again when they are due.'),
    actions: ['refresh'],
  };
}

type Span = Exclude<BriefRange, 'last'>;

function nothingNewIn(span: Span, localize: Localize): string {
  switch (span) {
    case 'day':
      return localize('Nothing new in the last 24 hours.');
    case 'three days':
      return localize('Nothing new in the last three days.');
    case 'week':
      return localize('Nothing new in the last week.');
  }
}

function rangeView(
  range: BriefRange,
  { seenAt }: Brief,
  { now, locale, localize = inEnglish }: BriefTime,
): RangeView {
  if (range !== 'last') return { range, label: spanText(range, localize) };
  const label =
    seenAt === undefined ? localize('Since yesterday') : localize('Since {0}', clock(seenAt, now, locale));
  return { range, label };
}

function spanText(span: Span, localize: Localize): string {
  switch (span) {
    case 'day':
      return localize('In the last 24 hours');
    case 'three days':
      return localize('In the last three days');
    case 'week':
      return localize('In the last week');
  }
}

function storyView({ headlines, publishers, reports }: BriefStory, time: BriefTime): StoryView {
  const [lead, ...others] = headlines.map((item) => headlineView(item, time, publisherOf(item)));
  const { localize = inEnglish } = time;
  if (lead === undefined) throw new RangeError('A story has one headline at least.');
  return {
    lead,
    summary: cutAtWord(headlines[0]?.summary ?? '', SUMMARY),
    others,
    coverage: localize('{0} sources', publishers.length),
    publishers: namesOf(publishers, localize),
    timeline: timeline(reports, time.now, time.locale, localize),
  };
}

function sourceView(
  { sourceId, title, ids, headlines }: BriefSource,
  told: ReadonlySet<ItemId>,
  time: BriefTime,
): SourceView {
  const { localize = inEnglish } = time;
  return {
    sourceId,
    title,
    count: ids.length,
    counted: localize('{0} new', ids.length),
    headlines: headlines.map((item) => headlineView(item, time, undefined)),
    left: ids.filter((id) => !told.has(id)).length - headlines.length,
  };
}

function headlineView(
  item: Headline,
  { now, locale }: BriefTime,
  publisher: string | undefined,
): BriefHeadline {
  const { id, headline, language, read } = item;
  return { itemId: id, headline, language, publisher, age: relativeDate(item.sortAt, now, locale), read };
}

function publisherOf(item: Headline): string {
  return publishedIn(item) ?? item.sourceTitle;
}

/** "Wire", "Wire and The Gazette", "Wire, The Gazette, Herald and 2 others". */
function namesOf(names: readonly string[], localize: Localize): string {
  const more = names.length - NAMED;
  const others = more === 1 ? localize('1 other') : localize('{0} others', more);
  const last = more > 0 ? others : (names.at(-1) ?? '');
  const first = more > 0 ? names.slice(0, NAMED) : names.slice(0, -1);
  return first.length === 0 ? last : localize('{0} and {1}', first.join(', '), last);
}

function longDay({ now, locale }: BriefTime): string {
  return new Intl.DateTimeFormat(dateLocale(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(now);
}
