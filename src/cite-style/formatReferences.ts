// Has citeproc write out references.

import { UserError } from '../core/model/userError.ts';
import type { StyledReference, StyleRequest } from './citeStyle.ts';

/** What is used of the module `citeproc`, which has no types of its own. */
export interface Citeproc {
  debug: (message: string) => void;
  error: (message: string) => void;
  readonly Engine: new (
    system: CiteprocSystem,
    style: string,
    language: string,
    force: boolean,
  ) => CiteprocEngine;
}

interface CiteprocSystem {
  retrieveLocale(language: string): string;
  retrieveItem(key: string): unknown;
}

interface CiteprocEngine {
  updateItems(keys: readonly string[]): void;
  /** False where the style has no bibliography. */
  makeBibliography():
    false | readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
  makeCitationCluster(cites: readonly { readonly id: string }[]): string;
}

const SORT = /<sort\b(?:[^>]*\/>|[^]*?<\/sort\s*>)/gu;
/** Stands for a sign that citeproc would take for the beginning of a tag. */
const LESS_THAN = '\uE0FC';
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/**
 * Gives what a style writes for the keys of a request.
 *
 * @throws UserError where the style or the locale is none that can be used.
 */
export function formatReferences(citeproc: Citeproc, request: StyleRequest): readonly StyledReference[] {
  checkStyle(request);
  const style = request.order === 'given' ? request.style.replace(SORT, '') : request.style;
  const items = new Map(request.items.map((item) => [item.id, item]));
  const keys = [...new Set(request.keys)].filter((key) => items.has(key));
  try {
    const language = /\bxml:lang="([^"]+)"/u.exec(request.locale)?.[1] ?? 'en-US';
    // It writes to the console else, and changes the items that it is given.
    citeproc.debug = () => undefined;
    const system: CiteprocSystem = {
      retrieveLocale: () => request.locale,
      retrieveItem: (key) => withoutMarkup(items.get(key)),
    };
    const engine = new citeproc.Engine(system, style, language, true);
    engine.updateItems(keys);
    return request.kind === 'citation' ? citations(engine, keys) : bibliography(engine);
  } catch (error) {
    throw new UserError('The citation style could not be used: {0}.', reasonOf(error));
  }
}

function checkStyle({ style, locale }: StyleRequest): void {
  if (!/<style[\s>]/u.test(style))
    throw new UserError('The file is no citation style: it has no <style> in it.');
  if (!/<citation[\s>]/u.test(style)) {
    const parent = /<link\b[^>]*\brel="independent-parent"[^>]*>/u.exec(style)?.[0];
    const name = /\bhref="[^"]*?([^/"]+)"/u.exec(parent ?? '')?.[1];
    if (name === undefined)
      throw new UserError('The citation style has no <citation> in it, so it cannot be used.');
    throw new UserError('The citation style only points to another one, “{0}”: use that one.', name);
  }
  if (!/<locale[\s>]/u.test(locale)) throw new UserError('The file is no locale of a citation style.');
}

function bibliography(engine: CiteprocEngine): readonly StyledReference[] {
  const made = engine.makeBibliography();
  if (made === false) return [];
  const [{ entry_ids: keys }, entries] = made;
  return entries.flatMap((entry, index) => styled(keys[index]?.[0], entry));
}

function citations(engine: CiteprocEngine, keys: readonly string[]): readonly StyledReference[] {
  return keys.flatMap((key) => styled(key, engine.makeCitationCluster([{ id: key }])));
}

/** CSL-JSON takes some tags in words for markup, but a headline is plain text. */
function withoutMarkup(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('<', LESS_THAN);
  if (Array.isArray(value)) return value.map(withoutMarkup);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: readonly [string, unknown]) => [name, withoutMarkup(part)]),
  );
}

function styled(key: string | undefined, written: string): readonly StyledReference[] {
  const html = written
    .trim()
    .replaceAll(LESS_THAN, '&#60;')
    .replace(/^<div class="csl-entry">([^]*)<\/div>$/u, '$1')
    .trim();
  const text = plainText(html);
  return key === undefined || text === '' ? [] : [{ key, text, html }];
}

/** A style that aligns numbers puts them into a block of their own. */
function plainText(html: string): string {
  return html
    .replace(/<\/div>\s*<div[^>]*>/gu, ' ')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu, (whole, decimal?: string, hex?: string, name?: string) =>
      name === undefined
        ? String.fromCodePoint(
            Math.min(Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10), 0x10ffff),
          )
        : (ENTITIES[name] ?? whole),
    )
    .replace(/[ \t\r\n]+/gu, ' ')
    .trim();
}

/** It throws strings as well as errors. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/gu, ' ').replace(/\.+$/u, '').slice(0, 200);
}
