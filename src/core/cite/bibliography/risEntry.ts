// Entries of RIS files.

import type { CslDate, CslItem, CslName, CslType } from '../reference/cslItem.ts';

const TYPES: Readonly<Record<CslType, string>> = {
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  webpage: 'ELEC',
  'post-weblog': 'BLOG',
};

/** Gives an entry from its type to its end, a field a line: two letters, two spaces, a dash, a space, the value. */
export function risEntry(item: CslItem): string {
  const fields: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', TYPES[item.type]],
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map((name) => ['AU', nameText(name)] as const),
    ['T2', item['container-title']],
    ['PY', item.issued && String(item.issued['date-parts'][0][0])],
    ['DA', item.issued && slashed(item.issued)],
    ['UR', item.URL],
    ['Y2', item.accessed && slashed(item.accessed)],
    ['LA', item.language],
  ];
  const lines = fields.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}`]));
  return [...lines, 'ER  - '].join('\n');
}

/** "van Gogh, Vincent" or "King, Martin Luther, Jr."; a name of one piece has no comma. */
function nameText(name: CslName): string {
  if ('literal' in name) return name.literal.replaceAll(',', '');
  const particle = name['dropping-particle'] ?? name['non-dropping-particle'];
  const family = particle === undefined ? name.family : `${particle} ${name.family}`;
  return [family, name.given, name.suffix].filter((part) => part !== undefined).join(', ');
}

/** "2025/10/08/": year, month, day and nothing more. */
function slashed({ 'date-parts': [[year, month, day]] }: CslDate): string {
  const digits = (part: number | undefined): string =>
    part === undefined ? '' : String(part).padStart(2, '0');
  return `${year}/${digits(month)}/${digits(day)}/`;
}
