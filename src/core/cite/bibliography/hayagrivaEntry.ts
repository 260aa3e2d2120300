// Entries of Hayagriva files, from which Typst cites.

import { isoDate } from '../reference/cslDate.ts';
import type { CslItem, CslName, CslType } from '../reference/cslItem.ts';
import { yamlString } from './yamlString.ts';

/** What an entry is and what it appeared in (Hayagriva's file format, "Entry types"). */
const TYPES: Readonly<Record<CslType, readonly [type: string, parent: string]>> = {
  'article-newspaper': ['article', 'newspaper'],
  'article-magazine': ['article', 'periodical'],
  'post-weblog': ['article', 'blog'],
  webpage: ['web', 'web'],
};

/** Gives an entry of a map, its first line with the key. */
export function hayagrivaEntry(item: CslItem, indent = '    '): string {
  const [type, parent] = TYPES[item.type];
  const outlet = item['container-title'];
  const lines = [
    `type: ${type}`,
    ...formattable('title', item.title, indent),
    ...people(item.author, indent),
    ...(item.issued === undefined ? [] : [`date: ${isoDate(item.issued)}`]),
    ...address(item, indent),
    ...(item.language === undefined ? [] : [`language: ${yamlString(item.language)}`]),
    ...(outlet === undefined
      ? []
      : [
          'parent:',
          `${indent}type: ${parent}`,
          ...formattable('title', outlet, indent).map((line) => indent + line),
        ]),
  ];
  return [`${item.id}:`, ...lines.map((line) => indent + line)].join('\n');
}

/** Braces, dollar signs and backslashes are markup, unless the text is called verbatim. */
function formattable(name: string, text: string, indent: string): readonly string[] {
  if (!/[\\{}$]/u.test(text)) return [`${name}: ${yamlString(text)}`];
  return [`${name}:`, `${indent}value: ${yamlString(text)}`, `${indent}verbatim: true`];
}

function people(authors: readonly CslName[] | undefined, indent: string): readonly string[] {
  if (authors === undefined) return [];
  const [only] = authors;
  if (only !== undefined && authors.length === 1 && !needsParts(only))
    return [`author: ${yamlString(nameText(only))}`];
  return ['author:', ...authors.flatMap((name) => personLines(name).map((line) => indent + line))];
}

/** A name with a comma in it must not be taken for family and given name. */
function needsParts(name: CslName): boolean {
  return 'literal' in name && name.literal.includes(',');
}

function personLines(name: CslName): readonly string[] {
  return 'literal' in name && needsParts(name)
    ? [`- name: ${yamlString(name.literal)}`]
    : [`- ${yamlString(nameText(name))}`];
}

/** "van Gogh, Vincent" or "King, Jr., Martin Luther". */
function nameText(name: CslName): string {
  if ('literal' in name) return name.literal;
  const particle = name['dropping-particle'] ?? name['non-dropping-particle'];
  const family = particle === undefined ? name.family : `${particle} ${name.family}`;
  return [family, name.suffix, name.given].filter((part) => part !== undefined).join(', ');
}

function address({ URL: url, accessed }: CslItem, indent: string): readonly string[] {
  if (url === undefined) return [];
  if (accessed === undefined) return [`url: ${yamlString(url)}`];
  return ['url:', `${indent}value: ${yamlString(url)}`, `${indent}date: ${isoDate(accessed)}`];
}
