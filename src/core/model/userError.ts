// The one kind of error that is shown to the person.

import { inEnglish, type LocalizedValue } from '../text/inEnglish.ts';

/** A sentence with what goes into it, before it is put into the person's language. */
export interface Sentence {
  readonly template: string;
  readonly values: readonly LocalizedValue[];
}

/** Gives a sentence that the host translates: `sentenceOf('{0} items', 3)`. */
export function sentenceOf(template: string, ...values: readonly LocalizedValue[]): Sentence {
  return { template, values };
}

/**
 * Its message is a sentence that a person can act on; it is shown without a stack. Where it comes from a layer that
 * knows no language, `template` and `values` are what the host translates.
 *
 * @example new UserError('Another article has the key “{0}”.', 'byron2026')
 */
export class UserError extends Error implements Sentence {
  override readonly name = 'UserError';
  readonly template: string;
  readonly values: readonly LocalizedValue[];

  constructor(template: string, ...values: readonly LocalizedValue[]) {
    super(inEnglish(template, ...values));
    this.template = template;
    this.values = values;
  }
}

/** Gives what crosses threads, where an instance would lose its class; undefined for any other error. */
export function errorSentence(error: unknown): Sentence | undefined {
  return error instanceof UserError ? { template: error.template, values: error.values } : undefined;
}

/** Gives the error of a sentence that has crossed. */
export function errorOf({ template, values }: Sentence): UserError {
  return new UserError(template, ...values);
}
