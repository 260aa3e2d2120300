// Of Node's strict assertions, those that the integration tests use, for a host without Node.

type Message = string | undefined;

/** What is written before a failure: the first words of both values. */
const LONGEST = 2000;

export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

export function ok(value: unknown, message?: string): asserts value {
  if (!Boolean(value)) fail(message ?? `${shown(value)} is not true.`);
}

export function equal<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  if (!Object.is(actual, expected)) fail(difference(actual, expected, message));
}

export function deepEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  if (!isDeepEqual(actual, expected)) fail(difference(actual, expected, message));
}

export function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) fail(message ?? `${shown(text)} does not match ${String(pattern)}.`);
}

export function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
  if (pattern.test(text)) fail(message ?? `${shown(text)} matches ${String(pattern)}.`);
}

export function throws(work: () => unknown, expected?: Expected): void {
  let thrown: { readonly error: unknown } | undefined;
  try {
    work();
  } catch (error) {
    thrown = { error };
  }
  checkThrown(thrown, expected);
}

export async function rejects(
  work: Promise<unknown> | (() => Promise<unknown>),
  expected?: Expected,
): Promise<void> {
  let thrown: { readonly error: unknown } | undefined;
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    thrown = { error };
  }
  checkThrown(thrown, expected);
}

export async function doesNotReject(work: Promise<unknown> | (() => Promise<unknown>)): Promise<void> {
  await (typeof work === 'function' ? work() : work);
}

export function fail(message = 'It failed.'): never {
  throw new AssertionError(message);
}

type Expected = RegExp | ((error: Error) => boolean) | Readonly<Record<string, unknown>>;

function checkThrown(thrown: { readonly error: unknown } | undefined, expected: Expected | undefined): void {
  if (thrown === undefined) fail('Nothing was thrown.');
  const { error } = thrown;
  if (expected === undefined) return;
  if (expected instanceof RegExp) match(String(error), expected);
  else if (typeof expected === 'function') {
    // An error's own class is a function too.
    if (expected.prototype instanceof Error || (expected as unknown) === Error)
      ok(error instanceof (expected as unknown as new () => Error), String(error));
    else ok(expected(error as Error), String(error));
  } else {
    for (const [key, value] of Object.entries(expected))
      deepEqual((error as Readonly<Record<string, unknown>>)[key], value);
  }
}

function isDeepEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (ArrayBuffer.isView(one) && ArrayBuffer.isView(other)) return sameBytes(bytesOf(one), bytesOf(other));
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  if (one instanceof Date || other instanceof Date) return Number(one) === Number(other);
  if (one instanceof Set && other instanceof Set)
    return (
      one.size === other.size &&
      [...one].every((value) => other.has(value) || [...other].some((each) => isDeepEqual(value, each)))
    );
  if (one instanceof Map && other instanceof Map)
    return (
      one.size === other.size &&
      [...one].every(([key, value]) => other.has(key) && isDeepEqual(value, other.get(key)))
    );
  if (one instanceof Error && other instanceof Error && one.message !== other.message) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) =>
        Object.hasOwn(other, key) &&
        isDeepEqual(one[key as keyof typeof one], other[key as keyof typeof other]),
    )
  );
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.byteLength === other.byteLength && one.every((byte, index) => byte === other[index]);
}

function difference(actual: unknown, expected: unknown, message: Message): string {
  return `${message ?? 'The values differ.'}\nIt is ${shown(actual)}\nand not ${shown(expected)}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value, (_key, part: unknown) =>
    part === undefined
      ? '(undefined)'
      : part instanceof Set || part instanceof Map
        ? [...(part as Iterable<unknown>)]
        : part,
  ) as string | undefined;
  return (text ?? String(value)).slice(0, LONGEST);
}

const assert = Object.assign(ok, {
  ok,
  equal,
  deepEqual,
  match,
  doesNotMatch,
  throws,
  rejects,
  doesNotReject,
  fail,
  AssertionError,
});
// As the tests import it.
export { assert as default };
