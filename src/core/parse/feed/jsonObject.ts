// JSON that need not be well-formed.

/** A string, also one that the end of the file cuts; a bracket; a comma that JSON does not allow. */
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|$)|[[\]{}]|,(?=\s*[\]}])/gu;
/** Control characters, which JSON allows in no string, and which publishers write there. */
const CONTROLS = /[\0-\x1F]+/gu;

export interface JsonObject {
  readonly value: Readonly<Record<string, unknown>>;
  readonly isMended: boolean;
  /** Whether the end is missing; what was complete is kept. */
  readonly isCut: boolean;
}

/** Gives the object that JSON writes, or undefined for anything else. It takes time proportional to the length. */
export function jsonObject(text: string): JsonObject | undefined {
  const exact = parsed(text);
  if (exact !== undefined) return asObject(exact, false, false);
  const plain = text.replace(/^[^{[]+/u, '').replace(CONTROLS, ' ');
  const { json, isCut } = closedJson(plain);
  const mended = parsed(json);
  return mended === undefined ? undefined : asObject(mended, true, isCut);
}

function asObject(value: unknown, isMended: boolean, isCut: boolean): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  return { value, isMended, isCut };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Drops commas before a closing bracket and what follows the outermost value; where the end is missing, cuts behind
 * the last whole object and closes what is open around it.
 *
 * @example '{"items":[{"a":1},{"a":2},{"a"' gives '{"items":[{"a":1},{"a":2}]}'.
 */
function closedJson(text: string): { readonly json: string; readonly isCut: boolean } {
  const open: string[] = [];
  const parts: string[] = [];
  let from = 0;
  let whole: { readonly parts: number; readonly end: number; readonly open: string } | undefined;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === ',') {
      parts.push(text.slice(from, index));
      from = index + 1;
    } else if (token === '{' || token === '[') open.push(token === '{' ? '}' : ']');
    else if (token === '}' || token === ']') {
      if (open.pop() !== token) break;
      const end = index + 1;
      if (open.length === 0) return { json: `${parts.join('')}${text.slice(from, end)}`, isCut: false };
      if (token === '}' && open.length <= 2) {
        parts.push(text.slice(from, end));
        from = end;
        whole = { parts: parts.length, end, open: open.toReversed().join('') };
      }
    }
  }
  if (whole === undefined) return { json: '', isCut: true };
  return { json: `${parts.slice(0, whole.parts).join('')}${whole.open}`, isCut: true };
}
