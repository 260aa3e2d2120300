// Rules: what is done with items as they arrive.

import type { Library } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import { showRules } from './showRules.ts';
import { newRule } from './newRule.ts';
import type { About } from './proposedQueries.ts';

export interface RulesParts {
  readonly library: Library;
  readonly guard: Guard;
}

export interface Rules {
  /** Asks for a rule and adds it; its query is proposed from what it is about. */
  add(about: About | undefined): Promise<void>;
  /** Shows the rules, to add, apply and remove them. */
  manage(): Promise<void>;
}

export function registerRules({ library, guard }: RulesParts): Rules {
  const add = async (about: About | undefined): Promise<void> => {
    await newRule(library, guard, about);
  };
  return { add, manage: () => showRules(library, () => add(undefined)) };
}
