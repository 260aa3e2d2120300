// The one kind of error that is shown to the person.

/** Its message is a sentence that a person can act on; it is shown as it stands, without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
