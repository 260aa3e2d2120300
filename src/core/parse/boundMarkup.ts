// Keeps markup small enough for every parser that builds a tree from it.

import { Tokenizer } from 'htmlparser2';
import { openAfter } from './impliedEnds.ts';
import { VOID_ELEMENTS } from './voidElements.ts';

/**
 * Gives markup cut to `longest` characters and without the tags that would nest deeper than `deepest`; their
 * text stays. End tags that the page left out are written where another start tag implies them. It reads tokens only and takes time proportional to the length: tree parsers need the square
 * of the depth, or overflow their stack.
 *
 * @example With `deepest` 1, "<p><b>Rain</b></p>" gives "<p>Rain</p>".
 */
export function boundMarkup(markup: string, deepest: number, longest: number): string {
  const source = markup.length > longest ? markup.slice(0, longest) : markup;
  const open: string[] = [];
  const dropped = new Map<string, number>();
  const kept: string[] = [];
  let from = 0;
  let tagStart = 0;
  let tag = '';

  const drop = (end: number): void => {
    kept.push(source.slice(from, tagStart));
    from = end;
  };
  const endImplied = (): void => {
    const ended = open.splice(openAfter(open, tag)).reverse();
    if (ended.length === 0) return;
    kept.push(source.slice(from, tagStart), ...ended.map((name) => `</${name}>`));
    from = tagStart;
  };
  const opened = (end: number): void => {
    endImplied();
    if (VOID_ELEMENTS.has(tag)) return;
    if (open.length < deepest) {
      open.push(tag);
      return;
    }
    dropped.set(tag, (dropped.get(tag) ?? 0) + 1);
    drop(end);
  };

  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(start, end) {
        tagStart = start - 1;
        tag = source.slice(start, end).toLowerCase();
      },
      onopentagend: (end) => opened(end + 1),
      onselfclosingtag: (end) => opened(end + 1),
      onclosetag(start, end) {
        const name = source.slice(start, end).toLowerCase();
        const missing = dropped.get(name) ?? 0;
        if (missing === 0) {
          const index = open.lastIndexOf(name);
          if (index >= 0) open.length = index;
          return;
        }
        dropped.set(name, missing - 1);
        tagStart = source.lastIndexOf('<', start);
        const close = source.indexOf('>', end);
        drop(close < 0 ? source.length : close + 1);
      },
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
      ontext: nothing,
      ontextentity: nothing,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  kept.push(source.slice(from));
  return kept.join('');
}

function nothing(): void {
  return undefined;
}
