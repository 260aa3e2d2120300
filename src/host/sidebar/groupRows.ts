// Puts the headlines of a list that are loaded into groups. Nothing here asks the library or VS Code.

import type { StoryId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import { dateGroup, type DateNames } from '../../core/text/dateGroup.ts';

/** What the headlines of a list are grouped by. */
export type ListGrouping = 'none' | 'date' | 'section' | 'source' | 'story';

export interface HeadlineGroup {
  readonly key: string;
  readonly label: string;
  readonly items: readonly Headline[];
  /** Whether no further page can add to it. */
  readonly isComplete: boolean;
}

/** What grouping needs to know beside the headlines. */
export interface GroupingCircumstances {
  /** Whether the list ends with what is loaded. */
  readonly isWhole: boolean;
  /** Whether the list is in the order of time, in whichever direction. */
  readonly isInTime: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly locale: string;
  readonly names: DateNames & { readonly noSection: string };
}

/** A date without a time stands at midnight in UTC, which is up to half a day from where its own day ends. */
const OVERLAP = 1;

/**
 * Gives the groups: days in the order in which they come, sections and sources by name. Where all headlines have the
 * same section or source, that says nothing, and there are no groups.
 */
export function groupHeadlines(
  items: readonly Headline[],
  by: 'date' | 'section' | 'source',
  { isWhole, isInTime, now, locale, names }: GroupingCircumstances,
): readonly HeadlineGroup[] {
  const firstDay = firstDayOf(locale);
  const groups = new Map<string, { readonly label: string; readonly items: Headline[] }>();
  for (const item of items) {
    const { key, label } =
      by === 'date' ? dateGroup(item.sortAt, now, locale, names, firstDay) : named(item, by, names.noSection);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { label, items: [item] });
    else group.items.push(item);
  }
  if (by !== 'date' && groups.size < 2) return [];
  const listed = [...groups].map(([key, group]) => ({ key, ...group }));
  if (by !== 'date') listed.sort((one, other) => byName(one, other, locale));
  const certain = by === 'date' && isInTime ? listed.length - 1 - OVERLAP : 0;
  return listed.map((group, index) => ({ ...group, isComplete: isWhole || index < certain }));
}

/** A headline, or a story in the place of the first item that tells it. */
export type StoryRow =
  | { readonly kind: 'item'; readonly item: Headline }
  | { readonly kind: 'story'; readonly item: Headline; readonly told: readonly Headline[] };

/**
 * Puts stories in the place of their items.
 *
 * @param told The items of the stories that occur, also those that are not in the list.
 */
export function groupStories(items: readonly Headline[], told: readonly Headline[]): readonly StoryRow[] {
  const stories = new Map<StoryId, Headline[]>();
  for (const item of told) {
    if (item.story === undefined) continue;
    const story = stories.get(item.story);
    if (story === undefined) stories.set(item.story, [item]);
    else story.push(item);
  }
  const seen = new Set<StoryId>();
  return items.flatMap((item): readonly StoryRow[] => {
    const story = item.story === undefined ? undefined : stories.get(item.story);
    if (item.story === undefined || story === undefined || story.length < 2) return [{ kind: 'item', item }];
    if (seen.has(item.story)) return [];
    seen.add(item.story);
    return [{ kind: 'story', item, told: story }];
  });
}

function named(
  { section, outlet, sourceTitle }: Headline,
  by: 'section' | 'source',
  noSection: string,
): { readonly key: string; readonly label: string } {
  if (by === 'source') return { key: outlet ?? sourceTitle, label: outlet ?? sourceTitle };
  return { key: section ?? '', label: section ?? noSection };
}

/** What has no section comes last. */
function byName(
  one: { readonly key: string; readonly label: string },
  other: { readonly key: string; readonly label: string },
  locale: string,
): number {
  return Number(one.key === '') - Number(other.key === '') || one.label.localeCompare(other.label, locale);
}

function firstDayOf(locale: string): number {
  const { weekInfo, getWeekInfo } = new Intl.Locale(locale) as Intl.Locale & WeekKnowledge;
  return (getWeekInfo?.call(new Intl.Locale(locale)) ?? weekInfo)?.firstDay ?? 1;
}

/** A method in later versions of the standard, a property in earlier ones. */
interface WeekKnowledge {
  readonly weekInfo?: { readonly firstDay: number };
  readonly getWeekInfo?: () => { readonly firstDay: number };
}
