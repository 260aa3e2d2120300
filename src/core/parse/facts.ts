// Single facts of a publication, checked and written in one way.

/** Gives a text in one line, or undefined for nothing but white space. */
export function oneLine(text: string): string | undefined {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line === '' ? undefined : line;
}

/** Gives an absolute http or https address, or undefined; a relative one needs `base`. */
export function httpAddress(address: string | undefined, base?: string): string | undefined {
  const written = address?.trim();
  if (written === undefined || written === '' || !URL.canParse(written, base)) return undefined;
  const url = new URL(written, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

/** Gives a BCP 47 tag in canonical form, or undefined: "en_us" gives "en-US". */
export function languageTag(written: string | undefined): string | undefined {
  const tag = written?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-|$)/iu.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/**
 * Gives names as a byline prints them, each once, or undefined for none.
 *
 * @example ["By Ada Byron", "Li Wei"] gives "Ada Byron and Li Wei".
 */
export function joinNames(names: readonly string[]): string | undefined {
  const bare = names.map((name) => name.replace(/^by\s+(?=\S)/iu, '').trim());
  const all = [...new Set(bare)].filter((name) => name !== '');
  const last = all.at(-1);
  if (all.length < 2 || last === undefined) return last;
  return `${all.slice(0, -1).join(', ')} and ${last}`;
}

type Fact = string | undefined | readonly string[];

/** Gives the facts of `first`, completed from `second`; an empty list is no fact. */
export function completeFacts<Facts extends Readonly<Record<keyof Facts, Fact>>>(
  first: Facts,
  second: Facts,
): Facts {
  const known = Object.entries<Fact>(first).filter(([, fact]) => fact !== undefined && !isEmptyList(fact));
  return { ...second, ...Object.fromEntries(known) };
}

function isEmptyList(fact: string | readonly string[]): boolean {
  return typeof fact !== 'string' && fact.length === 0;
}
