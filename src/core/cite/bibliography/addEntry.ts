// Puts an entry into a bibliography and leaves the rest of the file as it is, byte for byte.

import type { CslItem } from '../reference/cslItem.ts';
import { canonicalUrl, namesOnePage } from '../../text/canonicalUrl.ts';
import { headlineKey } from '../../text/headlineKey.ts';
import type { BibliographyFormat } from './bibliographyFormat.ts';
import { cslYamlEntry } from './cslYamlEntry.ts';
import { entryText } from './entryText.ts';
import { hayagrivaEntry } from './hayagrivaEntry.ts';
import { insertIntoJson } from './insertIntoJson.ts';
import { latexAddress } from './latexText.ts';
import { asOwnLines, lineEnd } from './lineEnds.ts';
import { scanBibliography } from './scanBibliography.ts';
import { scanCslYaml } from './scanCslYaml.ts';
import { scanHayagriva } from './scanHayagriva.ts';
import type { ScannedEntry } from './scannedBibliography.ts';
import type { TextEdit } from './textEdit.ts';

export type AddedEntry =
  | { readonly kind: 'added'; readonly edits: readonly TextEdit[] }
  /** The text is there already: under this key, which may be another one, as for a copy at the same address. */
  | { readonly kind: 'present'; readonly key: string }
  | { readonly kind: 'refused'; readonly sentence: string };

/**
 * Gives the edits that add an entry, in the file's own line ends and indents. Nothing is added twice: neither a key
 * nor an address. An error elsewhere in the file is no hindrance.
 *
 * @param format As `bibliographyFormat` tells it; undefined is refused.
 */
export function addEntry(format: BibliographyFormat | undefined, text: string, item: CslItem): AddedEntry {
  if (format === undefined) {
    return {
      kind: 'refused',
      sentence: 'This kind of file is no bibliography that an entry can be added to.',
    };
  }
  const { entries } = scanBibliography(format, text);
  const same = entries.find(({ key }) => key === item.id);
  if (same !== undefined) return presentOrTaken(same, item);
  const copy = sameAddress(entries, item.URL);
  if (copy !== undefined) return { kind: 'present', key: copy.key };
  switch (format) {
    case 'biblatex':
    case 'bibtex':
    case 'ris':
      return atEnd(text, entryText(format, item), format !== 'ris' || /\n\s*\n/u.test(text));
    case 'csl-json':
      return insertIntoJson(text, item);
    case 'csl-yaml':
      return intoYamlList(text, item);
    case 'hayagriva':
      return intoMap(text, item);
  }
}

/** Another text under the same key must not be cited in this one's place. */
function presentOrTaken({ key, title, url }: ScannedEntry, item: CslItem): AddedEntry {
  const [theirs, ours] = [addressKey(url), addressKey(item.URL)];
  const isOther = theirs !== undefined && ours !== undefined && theirs !== ours;
  if (!isOther || headlineKey(title ?? '') === headlineKey(item.title)) return { kind: 'present', key };
  return {
    kind: 'refused',
    sentence: `The bibliography has another text under the key “${key}”, so nothing was added.`,
  };
}

function sameAddress(entries: readonly ScannedEntry[], url: string | undefined): ScannedEntry | undefined {
  const address = addressKey(url);
  if (address === undefined || !namesOnePage(address)) return undefined;
  return entries.find((entry) => addressKey(entry.url) === address);
}

/** Some formats need characters encoded that stand plain in others. */
function addressKey(url: string | undefined): string | undefined {
  return url === undefined ? undefined : canonicalUrl(latexAddress(url));
}

function insertion(offset: number, insert: string): AddedEntry {
  return { kind: 'added', edits: [{ offset, remove: 0, insert }] };
}

function atEnd(text: string, lines: string, parted: boolean): AddedEntry {
  return insertion(text.length, asOwnLines(text, lines, parted));
}

function intoYamlList(text: string, item: CslItem): AddedEntry {
  const { list } = scanCslYaml(text);
  const end = lineEnd(text);
  switch (list.kind) {
    case 'flow':
      return insertIntoJson(text, item, list.start);
    case 'block': {
      const indent = ' '.repeat(list.indent);
      const lines = cslYamlEntry(item, list.dash).replace(/^/gmu, indent);
      return insertion(list.end ?? text.length, `${end}${lines.replaceAll('\n', end)}`);
    }
    case 'empty':
      return insertion(list.end, `${end}${cslYamlEntry(item).replaceAll('\n', end)}`);
    case 'other':
      return { kind: 'refused', sentence: 'The file is no list of references, so nothing was added.' };
    case 'none':
      return intoDocument(text, `references:\n${cslYamlEntry(item)}`);
  }
}

function intoMap(text: string, item: CslItem): AddedEntry {
  const { indent, entries } = scanHayagriva(text);
  if (/^\uFEFF?\s*[[{-](?!--)/u.test(text)) {
    return { kind: 'refused', sentence: 'The file is no map of entries, so nothing was added.' };
  }
  const parted = entries.length < 2 || /\n[ \t]*\r?\n\S/u.test(text);
  return intoDocument(text, hayagrivaEntry(item, ' '.repeat(indent ?? 4)), parted && entries.length > 0);
}

/** A line that ends a YAML document stays the last. */
function intoDocument(text: string, lines: string, parted = false): AddedEntry {
  const closing = /(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n)*$/u.exec(text);
  const at = closing === null || closing.index === 0 ? text.length : closing.index;
  return insertion(at, asOwnLines(text.slice(0, at), lines, parted));
}
