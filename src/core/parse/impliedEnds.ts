// Which open elements a start tag ends where the page left out the end tags.

interface Rule {
  readonly ends: ReadonlySet<string>;
  /** Elements that the search does not leave. */
  readonly within: ReadonlySet<string>;
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const ENDS_PARAGRAPH = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul li dd dt',
);
const PHRASES = set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark nobr q s samp small span strike strong sub sup time tt u var',
);
const RULES: Readonly<Partial<Record<string, Rule>>> = {
  li: { ends: set('li'), within: set('ul ol menu table') },
  dt: { ends: set('dt dd'), within: set('dl table') },
  dd: { ends: set('dt dd'), within: set('dl table') },
  td: { ends: set('td th'), within: set('tr table') },
  th: { ends: set('td th'), within: set('tr table') },
  tr: { ends: set('tr'), within: set('table') },
  thead: { ends: set('thead tbody tfoot'), within: set('table') },
  tbody: { ends: set('thead tbody tfoot'), within: set('table') },
  tfoot: { ends: set('thead tbody tfoot'), within: set('table') },
  option: { ends: set('option'), within: set('select') },
  rt: { ends: set('rt rp'), within: set('ruby') },
  rp: { ends: set('rt rp'), within: set('ruby') },
};

/**
 * Gives how many of the `open` elements are still open when the start tag of `name` has been read (HTML
 * standard § 13.1.2.4, optional tags).
 *
 * @example With ["ul", "li", "b"] open, "li" leaves 1.
 */
export function openAfter(open: readonly string[], name: string): number {
  const afterParagraph = ENDS_PARAGRAPH.has(name) ? withoutParagraph(open) : open.length;
  const rule = RULES[name];
  if (rule === undefined) return afterParagraph;
  for (let index = afterParagraph - 1; index >= 0; index--) {
    const element = open[index] ?? '';
    if (rule.ends.has(element)) return index;
    if (rule.within.has(element)) break;
  }
  return afterParagraph;
}

function withoutParagraph(open: readonly string[]): number {
  const index = open.findLastIndex((element) => !PHRASES.has(element));
  return index >= 0 && open[index] === 'p' ? index : open.length;
}
