// The facts that stand above a text: in YAML, in TOML, or in the header of a mail.

import { isMap, parseDocument } from 'yaml';
import type { Problem } from '../model/problem.ts';
import { NO_FACTS, type DocumentFacts } from './articleItem.ts';
import type { DocumentText } from './documentText.ts';
import { httpAddress, joinNames, languageTag, oneLine } from './facts.ts';
import { mailHeader } from './mailHeader.ts';
import { publishedDate } from './publishedDate.ts';
import { tagNames } from './tagNames.ts';
import { tomlFields } from './tomlFields.ts';

export interface FrontMatter {
  readonly facts: DocumentFacts;
  /** The text below the front matter. */
  readonly body: string;
  readonly problems: readonly Problem[];
}

type Fields = ReadonlyMap<string, unknown>;

const FENCED = /^---[ \t]*\n(?<yaml>[\s\S]{0,65536}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u;
const FENCED_TOML = /^\+\+\+[ \t]*\n(?<toml>(?:[^\n]*\n){0,2000}?)\+\+\+[ \t]*(?:\n|$)/u;
const MOST_ALIASES = 20;
const FIELD = /^(?<key>[A-Za-z_-]+)[ \t]*:[ \t]+(?<value>\S.*)$/gmu;
const KEYS = {
  headline: ['title', 'headline'],
  byline: ['byline', 'author', 'authors'],
  outlet: ['source', 'outlet', 'publication', 'site'],
  url: ['url', 'link', 'source', 'canonical', 'canonical_url'],
  published: ['date', 'published', 'publishdate', 'pubdate', 'publication-date'],
  language: ['lang', 'language'],
  section: ['section', 'rubric'],
  licence: ['license', 'licence', 'rights'],
  tags: ['tags', 'tag', 'keywords', 'categories', 'category'],
} as const;
/** Written by programs that clip pages; not facts of the publication. */
const OTHERS = [
  'created',
  'description',
  'updated',
  'modified',
  'aliases',
  'draft',
  'weight',
  'slug',
  'layout',
];
const KNOWN = new Set<string>([...Object.values(KEYS).flat(), ...OTHERS]);

/**
 * Gives the facts in a text's front matter and the text below it. Front matter that is no YAML is remarked
 * on: its readable lines still count, and where none is, the whole text is given, so nothing is lost.
 *
 * @example "---\ntitle: Rain\n---\nIt fell." gives the headline "Rain" and the body "It fell."
 */
export function frontMatter({ name, text }: DocumentText): FrontMatter {
  const fenced = FENCED.exec(text);
  const yaml = fenced?.groups?.['yaml'];
  if (fenced === null || yaml === undefined) return withoutYaml(text);
  const below = text.slice(fenced[0].length);
  const fields = fieldsOf(yaml);
  if (fields === 'none') return { facts: NO_FACTS, body: text, problems: [] };
  if (fields !== 'malformed') return { facts: factsOf(fields), body: below, problems: [] };
  const lines = readableLines(yaml);
  const problem: Problem = {
    kind: 'front matter',
    outcome: 'taken',
    where: name,
    sentence: `The front matter of ${name} is not valid YAML; the text was taken, with what could be read of the rest.`,
  };
  return { facts: factsOf(lines), body: lines.size > 0 ? below : text, problems: [problem] };
}

function withoutYaml(text: string): FrontMatter {
  const fenced = FENCED_TOML.exec(text);
  const fields = tomlFields(fenced?.groups?.['toml'] ?? '');
  if (fenced !== null && fields.size > 0)
    return { facts: factsOf(fields), body: text.slice(fenced[0].length), problems: [] };
  const mail = mailHeader(text);
  return { facts: mail?.facts ?? NO_FACTS, body: mail?.body ?? text, problems: [] };
}

/** All values as they were written: the failsafe schema knows only strings, lists and maps. */
function fieldsOf(yaml: string): Fields | 'none' | 'malformed' {
  try {
    const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
    if (document.errors.length > 0) return 'malformed';
    if (!isMap(document.contents)) return 'none';
    const fields: unknown = document.toJS({ mapAsMap: true, maxAliasCount: MOST_ALIASES });
    return fields instanceof Map ? lowerCased(fields) : 'none';
  } catch {
    return 'malformed';
  }
}

function lowerCased(fields: ReadonlyMap<unknown, unknown>): Fields {
  const lower = new Map<string, unknown>();
  for (const [key, value] of fields) if (typeof key === 'string') lower.set(key.trim().toLowerCase(), value);
  return lower;
}

function readableLines(yaml: string): Fields {
  const fields = new Map<string, unknown>();
  for (const { groups } of yaml.matchAll(FIELD)) {
    const key = groups?.['key']?.toLowerCase() ?? '';
    if (KNOWN.has(key)) fields.set(key, groups?.['value']?.replace(/^(["'])(.*)\1\s*$/u, '$2'));
  }
  return fields;
}

function factsOf(fields: Fields): DocumentFacts {
  const first = <T>(keys: readonly string[], read: (value: unknown) => T | undefined): T | undefined => {
    for (const key of keys) {
      const value = read(fields.get(key));
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const written = (value: unknown): string | undefined =>
    typeof value === 'string' ? oneLine(value) : undefined;
  return {
    headline: first(KEYS.headline, written),
    byline: first(KEYS.byline, (value) => joinNames(namesIn(value))),
    outlet: first(KEYS.outlet, (value) => namesIn(value).find((name) => httpAddress(name) === undefined)),
    url: first(KEYS.url, (value) =>
      namesIn(value)
        .map((name) => httpAddress(name))
        .find(isPresent),
    ),
    published: first(KEYS.published, (value) => publishedDate(written(value) ?? '')),
    updated: undefined,
    language: first(KEYS.language, (value) => languageTag(written(value))),
    section: first(KEYS.section, written),
    licence: first(KEYS.licence, written),
    tags: tagNames(KEYS.tags.flatMap((key) => namesIn(fields.get(key)))),
  };
}

function isPresent(address: string | undefined): address is string {
  return address !== undefined;
}

/** From "Name", a map with a name, or a list of these. */
function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  const name: unknown = value instanceof Map ? value.get('name') : value;
  const line = typeof name === 'string' ? oneLine(withoutLinks(name)) : undefined;
  return line === undefined ? [] : [line];
}

/** A link between notes stands for its words: "[[people/Ada Byron|Ada]]" gives "Ada". */
function withoutLinks(name: string): string {
  return name.replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/gu, '$1');
}
