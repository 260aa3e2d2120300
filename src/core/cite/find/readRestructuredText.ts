// Reads reStructuredText: quotations are what is indented, and its words stand without their markup.

import type { TextRange } from '../../model/search.ts';
import { joinedLines, linesOf } from './noteLines.ts';
import type { NotePen, Stretch } from './noteReading.ts';
import { isSpace, isWordCharacter, pairedMarks } from './pairedMarks.ts';
import { locatorOf } from './pandocCitations.ts';
import { isUnnamed } from './resolveFootnotes.ts';

interface Level {
  readonly indent: number;
  readonly isQuote: boolean;
}

const ITEM = /^(?:[-*+•‣⁃]|\(?(?:\d{1,9}|#|[a-zA-Z]|[ivxlcdm]{2,}|[IVXLCDM]{2,})[.)])(?:\s+|$)/;
const ADORNMENT = /^([!-/:-@[-`{-~])\1{2,}\s*$/;
const QUOTE_DIRECTIVE = /^\.\. (?:epigraph|highlights|pull-quote|compound)::/;
/** Directives whose content is the note's own text; some have a title before it. */
const PROSE_DIRECTIVE =
  /^\.\. (?:(?:note|tip|hint|important|attention|caution|warning|danger|error|seealso|todo|versionadded|versionchanged|deprecated|container|class|rst-class|only|centered|figure|admonition|topic|sidebar|dropdown|card|details|collapse|margin|aside))::\s*/;
/** What stands behind these is no text. */
const NO_TITLE = /^\.\. (?:container|class|rst-class|only|figure|version\w+|deprecated)::/;
const OPTION = /^:[\w-]+:(?:\s|$)/;
/** One without a name, "#" or "*", is the next one of the note. */
const FOOTNOTE = /\[(#[\w.-]*|\*|\d{1,6})\]_(?!\w)/y;
const SPECIAL = /[\\*`_\n[|]|:(?=[\w:.+-]+:`)/g;
const MARKS = /\\.|``|\*\*|[*`]/gs;
const ROLE = /:([\w:.+-]{1,60}):`((?:[^`\\]|\\.){1,2000})`/sy;
const REFERENCE =
  /\[((?!#)(?!\d+\])[\p{L}\p{N}](?:[\p{L}\p{N}]|[-_.:+](?=[\p{L}\p{N}]))*)\]_(?![\p{L}\p{N}_])/uy;
const CITE_ROLE = /(?:^|:)(?:foot)?cite(?:$|:)/;

export function readRestructuredText(note: string, start: number, end: number, pen: NotePen): void {
  const levels: Level[] = [{ indent: 0, isQuote: false }];
  let parts: TextRange[] = [];
  let lastEnd = start;
  let afterBlank = true;
  let hiddenFrom: number | undefined;
  let literal = false as boolean;
  /** Whether the content of a directive begins, which is no quotation. */
  let isProse = false;
  let footnote: { readonly indent: number; readonly end: () => void } | undefined;
  const top = (): Level => levels.at(-1) ?? { indent: 0, isQuote: false };
  const flush = (): void => {
    if (parts.length > 0) {
      literal = readWords(joinedLines(note, parts), pen);
      pen.paragraph(lastEnd);
    }
    parts = [];
  };
  const popTo = (indent: number): void => {
    while (levels.length > 1 && top().indent > indent) if (levels.pop()?.isQuote === true) pen.close(lastEnd);
  };
  for (const [from, to] of linesOf(note, start, end)) {
    const line = note.slice(from, to);
    const content = line.trim();
    const indent = columnsOf(line);
    const at = from + line.length - line.trimStart().length;
    if (content === '') {
      flush();
      afterBlank = true;
      continue;
    }
    if (hiddenFrom !== undefined && indent > hiddenFrom) continue;
    hiddenFrom = undefined;
    if (footnote !== undefined && indent <= footnote.indent) {
      flush();
      footnote.end();
      footnote = undefined;
    }
    if (literal && afterBlank && indent > top().indent) {
      literal = false;
      hiddenFrom = indent - 1;
      continue;
    }
    literal = false;
    if (indent < top().indent) {
      flush();
      popTo(indent);
    }
    if (isProse && indent > top().indent) {
      if (OPTION.test(content)) continue;
      levels.push({ indent, isQuote: false });
    } else if (indent > top().indent) {
      if (afterBlank) {
        pen.open('block', at);
        levels.push({ indent, isQuote: true });
      } else if (parts.length > 0 && levels.length < 60) {
        flush();
        levels.push({ indent, isQuote: false });
      }
    }
    isProse = false;
    afterBlank = false;
    const prose = PROSE_DIRECTIVE.exec(content)?.[0];
    const item = ITEM.exec(content)?.[0];
    if (QUOTE_DIRECTIVE.test(content)) {
      flush();
      afterBlank = true;
    } else if (prose !== undefined && levels.length < 60) {
      flush();
      isProse = true;
      if (content.length > prose.length && !NO_TITLE.test(content))
        parts.push([at + prose.length, at + content.length]);
    } else if (content.startsWith('.. ') || content === '..') {
      flush();
      const definition = /^\.\. \[(#[\w.-]*|\*|\d+|[\w.-]+)\](?:\s+|$)/.exec(content);
      if (definition?.[1] === undefined) hiddenFrom = indent;
      else {
        footnote = { indent, end: pen.note(definition[1]) };
        levels.push({ indent: indent + 1, isQuote: false });
        if (content.length > definition[0].length)
          parts.push([at + definition[0].length, at + content.length]);
      }
    } else if (ADORNMENT.test(content)) flush();
    else if (item !== undefined && parts.length === 0 && levels.length < 60) {
      levels.push({ indent: indent + item.length, isQuote: false });
      if (content.length > item.length) parts.push([at + item.length, at + content.length]);
    } else if (/^\|\s/.test(content)) {
      if (parts.length > 0) {
        readWords(joinedLines(note, parts), pen);
        pen.line(lastEnd, at);
      }
      const words = content.slice(1).trimStart();
      parts = [[at + content.length - words.length, at + content.length]];
    } else parts.push([at, at + content.length]);
    lastEnd = at + content.length;
  }
  flush();
  footnote?.end();
  popTo(0);
}

function columnsOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === '\t') columns += 8 - (columns % 8);
    else if (character === ' ') columns++;
    else break;
  }
  return columns;
}

/** Writes a paragraph's words; gives whether it says that code follows. */
function readWords(stretch: Stretch, pen: NotePen): boolean {
  const { text, place } = stretch;
  const pairs = pairedMarks(
    text,
    MARKS,
    (before, after, sign) => (sign === '``' || !isWordCharacter(before)) && !isSpace(after),
    (before, after, sign) => !isSpace(before) && (sign === '``' || !isWordCharacter(after) || after === '_'),
  );
  const introducesCode = /(?<!\\)::\s*$/.test(text);
  let from = 0;
  let at = 0;
  const go = (to: number): void => {
    at = to;
    from = to;
  };
  const role = (): boolean => {
    ROLE.lastIndex = at;
    const found = ROLE.exec(text);
    if (found?.[1] === undefined || found[2] === undefined) return false;
    const end = at + found[0].length;
    const inner = end - 1 - found[2].length;
    if (CITE_ROLE.test(found[1])) citeKeys(pen, stretch, [inner, end - 1], [at, end]);
    else {
      const title = /^([\s\S]+?)\s*<[^<>]+>$/.exec(found[2])?.[1] ?? found[2];
      pen.copy(stretch, inner, inner + title.length);
    }
    go(end);
    return true;
  };
  const take = (sign: string): boolean => {
    const pair = pairs.get(at);
    if (sign === '\\') {
      const next = text.charAt(at + 1);
      if (next !== '' && !/\s/.test(next)) pen.put(next, place(at), place(at + 1) + 1);
      go(Math.min(text.length, at + 2));
      return true;
    }
    if (sign === '\n') {
      pen.space(place(at), place(at) + 1);
      go(at + 1);
      return true;
    }
    if (sign === ':') return role();
    if (sign === '[') {
      REFERENCE.lastIndex = at;
      const found = REFERENCE.exec(text);
      if (found?.[1] === undefined) {
        FOOTNOTE.lastIndex = at;
        const label = FOOTNOTE.exec(text)?.[1];
        if (label === undefined) return false;
        // One too many would give all that follow the wrong text.
        if (isUnnamed(label) && isWordCharacter(text.charAt(at - 1))) return false;
        const end = at + label.length;
        pen.footnote(label, [place(at + 1), place(end + 1)], [place(at), place(end + 2) + 1]);
        go(end + 3);
        return true;
      }
      const end = at + found[0].length;
      const key = found[1];
      const keyRange: TextRange = [place(at + 1), place(at + 1 + key.length)];
      pen.cite({ key, keyRange, citation: [place(at), place(end - 1) + 1], locator: undefined });
      go(end);
      return true;
    }
    if (sign === '_') {
      const isReference = isWordCharacter(text.charAt(at - 1)) && !isWordCharacter(text.charAt(at + 1));
      if (!isReference) return false;
      go(at + 1);
      return true;
    }
    if (pair === undefined) return false;
    if (pair.opens && pair.length === 2 && sign === '`') {
      const guard = pen.guard();
      pen.copy(stretch, at + 2, pair.other);
      guard();
      go(pair.other + 2);
    } else if (pair.opens && sign === '`') {
      const title = /^([\s\S]+?)\s*<[^<>]+>$/.exec(text.slice(at + 1, pair.other))?.[1];
      pen.copy(stretch, at + 1, title === undefined ? pair.other : at + 1 + title.length);
      const behind = /^`__?/.exec(text.slice(pair.other, pair.other + 3))?.[0].length ?? 1;
      go(pair.other + behind);
    } else go(at + pair.length);
    return true;
  };
  for (;;) {
    SPECIAL.lastIndex = at;
    const match = SPECIAL.exec(text);
    at = match?.index ?? text.length;
    if (match === null) break;
    pen.copy(stretch, from, at);
    from = at;
    if (!take(match[0])) at++;
  }
  pen.copy(stretch, from, text.length);
  return introducesCode;
}

/** The keys of a role, each with text before and behind it in braces: "{see}key{p. 3},other" (sphinxcontrib-bibtex). */
function citeKeys(
  pen: NotePen,
  { text, place }: Stretch,
  [from, to]: TextRange,
  [start, end]: TextRange,
): void {
  const pattern = /(?:\{[^{}]*\}\s*)?([^\s,{}`]+)(?:\s*\{([^{}]*)\})?/g;
  for (const match of text.slice(from, to).matchAll(pattern)) {
    const key = match[1];
    if (key === undefined) continue;
    const keyStart =
      from +
      match.index +
      match[0].indexOf(key, match[0].indexOf('}') < match[0].indexOf(key) ? match[0].indexOf('}') + 1 : 0);
    pen.cite({
      key,
      keyRange: [place(keyStart), place(keyStart + key.length)],
      citation: [place(start), place(end - 1) + 1],
      locator: locatorOf(match[2] ?? ''),
    });
  }
}
