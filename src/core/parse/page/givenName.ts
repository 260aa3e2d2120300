// Names that people give to parts of a page for their programs and tests, where classes are made by machines.

const GIVEN_NAME = /^data-(?:[a-z]+-)?(?:name|component|test-?id|type)$/;

/** Whether an attribute has such a name: "data-testid", "data-qa-component". */
export function isGivenName(attribute: string): boolean {
  return GIVEN_NAME.test(attribute);
}
