// The simple lines of TOML that stand above texts of some site generators.

const LINE = /^[ \t]*(?:"(?<quoted>[^"\n]+)"|(?<bare>[A-Za-z0-9_.-]+))[ \t]*=[ \t]*(?<value>\S.*)$/u;
const STRING = /"(?<basic>(?:[^"\\]|\\.)*)"|'(?<literal>[^']*)'/gu;
const ESCAPE = /\\(?:u(?<four>[0-9a-f]{4})|U(?<eight>[0-9a-f]{8})|(?<one>.))/giu;
const SHORT_ESCAPES: Readonly<Partial<Record<string, string>>> = { n: '\n', t: '\t', r: '\r', b: '', f: '' };

/**
 * Gives the fields of lines such as `title = "Rain"`, `tags = ["a", "b"]` and `date = 2025-10-08`, by names in lower
 * case; the lines of a table have its name before theirs. A list may go on over several lines; all else is passed over.
 */
export function tomlFields(toml: string): ReadonlyMap<string, string | readonly string[]> {
  const fields = new Map<string, string | readonly string[]>();
  let table = '';
  for (const line of logicalLines(toml)) {
    const header = /^[ \t]*\[+([^\]]+)\]+/u.exec(line)?.[1];
    if (header !== undefined) table = `${header.trim().toLowerCase()}.`;
    const { quoted, bare, value } = LINE.exec(line)?.groups ?? {};
    const key = quoted ?? bare;
    const found = value === undefined ? undefined : fieldValue(value);
    if (key !== undefined && found !== undefined) fields.set(plainKey(table + key.toLowerCase()), found);
  }
  return fields;
}

/** Hugo writes the tags and categories of a text into a table of taxonomies. */
function plainKey(key: string): string {
  return key.replace(/^taxonomies\./u, '');
}

function logicalLines(toml: string): readonly string[] {
  const lines: string[] = [];
  let open: string | undefined;
  for (const line of toml.split('\n')) {
    const whole = open === undefined ? line : `${open} ${line.trim()}`;
    const isOpen = /=[ \t]*\[[^\]]*$/u.test(whole) && whole.length < 10_000;
    open = isOpen ? whole : undefined;
    if (!isOpen) lines.push(whole);
  }
  return lines;
}

function fieldValue(value: string): string | readonly string[] | undefined {
  const strings = [...value.matchAll(STRING)].map(({ groups }) =>
    groups?.['basic'] === undefined ? (groups?.['literal'] ?? '') : unescaped(groups['basic']),
  );
  if (value.startsWith('[')) return strings;
  if (/^["']/u.test(value)) return strings[0];
  return value.replace(/\s+#.*$/u, '').trim();
}

function unescaped(written: string): string {
  return written.replace(ESCAPE, (...match) => {
    const { four, eight, one } = match.at(-1) as Readonly<Record<string, string | undefined>>;
    const code = Number.parseInt(four ?? eight ?? '', 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    return one === undefined ? '' : (SHORT_ESCAPES[one] ?? one);
  });
}
