// Rules in words.

import type { RuleAction } from '../../core/model/rule.ts';
import { localize } from '../localize.ts';

/**
 * Says what a rule does.
 *
 * @example "Tag “football”"
 */
export function actionText(action: RuleAction): string {
  switch (action.kind) {
    case 'mute':
      return localize('Mute');
    case 'read':
      return localize('Mark as read');
    case 'star':
      return localize('Star');
    case 'tag':
      return localize('Tag “{0}”', action.tag);
  }
}

/**
 * Says what was done to some items.
 *
 * @example "3 items were starred."
 */
export function doneText(action: RuleAction, count: number): string {
  switch (action.kind) {
    case 'mute':
      return count === 1 ? localize('1 item was muted.') : localize('{0} items were muted.', count);
    case 'read':
      return count === 1
        ? localize('1 item was marked as read.')
        : localize('{0} items were marked as read.', count);
    case 'star':
      return count === 1 ? localize('1 item was starred.') : localize('{0} items were starred.', count);
    case 'tag':
      return count === 1
        ? localize('1 item was tagged “{0}”.', action.tag)
        : localize('{0} items were tagged “{1}”.', count, action.tag);
  }
}

/** Says how many muted items stand in their lists again. */
export function broughtBackText(count: number): string {
  return count === 1 ? localize('1 item was brought back.') : localize('{0} items were brought back.', count);
}

/** Says in a sentence what a new rule does. */
export function newRuleText(action: RuleAction, query: string): string {
  switch (action.kind) {
    case 'mute':
      return localize('New rule: mute what matches {0}.', query);
    case 'read':
      return localize('New rule: mark as read what matches {0}.', query);
    case 'star':
      return localize('New rule: star what matches {0}.', query);
    case 'tag':
      return localize('New rule: tag “{0}” what matches {1}.', action.tag, query);
  }
}

/** Gives a number of items in words; a number that was not counted to its end says so. */
export function itemsText(count: number, isAll: boolean): string {
  if (!isAll) return localize('{0} or more items', count);
  return count === 1 ? localize('1 item') : localize('{0} items', count);
}
