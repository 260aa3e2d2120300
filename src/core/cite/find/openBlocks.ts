// Which blocks of a note are still open behind a line, so that an empty line inside them parts nothing.

import type { NoteLanguage } from '../noteLanguage.ts';

/** What will close each open block, the innermost last. */
type Open = readonly string[];

const MOST_OPEN = 200;

/** Gives the open blocks behind a line; `isFirst` where the line begins the note. */
export function openAfter(line: string, open: Open, language: NoteLanguage, isFirst: boolean): Open {
  switch (language) {
    case 'markdown':
      return isFirst && /^(?:---|\+\+\+)\s*$/.test(line) ? [line.trim()] : markdown(line, open);
    case 'latex':
      return latex(line, open);
    case 'typst':
      return typst(line, open);
    case 'asciidoc':
      return asciidoc(line, open);
    case 'org':
      return org(line, open);
    case 'restructuredtext':
    case 'plain':
      return open;
  }
}

function markdown(line: string, open: Open): Open {
  const [closer] = open;
  if (closer !== undefined) {
    const content = line.replace(/^[\s>]*/, '').trimEnd();
    if (closer === '---' || closer === '+++') return /^(?:---|\.\.\.|\+\+\+)\s*$/.test(line) ? [] : open;
    if (/^[`~]/.test(closer)) {
      const isEnd = content.startsWith(closer) && content.replaceAll(closer.charAt(0), '') === '';
      // A fence in a quotation or a list ends with it; beyond that a blank line of a fence is part of it.
      return isEnd ? [] : open;
    }
    return line.toLowerCase().includes(closer) ? [] : open;
  }
  const fence = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
  if (fence !== undefined) return [fence];
  const html = /^\s*<(script|pre|style|textarea|blockquote)\b/i.exec(line)?.[1];
  if (html !== undefined && !line.toLowerCase().includes(`</${html.toLowerCase()}`)) {
    return [`</${html.toLowerCase()}`];
  }
  const comment = line.lastIndexOf('<!--');
  if (comment >= 0 && !line.includes('-->', comment)) return ['-->'];
  return /^\s*\$\$/.test(line) && line.split('$$').length === 2 ? ['$$'] : open;
}

const VERBATIM = /^(?:verbatim|lstlisting|minted|comment|filecontents|Verbatim|alltt)\*?$/;

function latex(line: string, open: Open): Open {
  if (open.length === 0 && !/[{}]/.test(line)) return open;
  const stack = [...open];
  for (const match of line.matchAll(/\\(begin|end)\s*\{([^{}]*)\}|\\.|[{}%]/g)) {
    const [token, command, environment = ''] = match;
    const verbatim = stack.at(-1)?.startsWith('verbatim:') === true;
    if (verbatim) {
      if (command === 'end' && stack.at(-1) === `verbatim:${environment}`) stack.pop();
    } else if (token === '%') break;
    else if (token === '{') stack.push('}');
    else if (token === '}') {
      if (stack.at(-1) === '}') stack.pop();
    } else if (command === 'begin' && environment !== 'document') {
      stack.push(VERBATIM.test(environment) ? `verbatim:${environment}` : environment);
    } else if (command === 'end') {
      const at = stack.lastIndexOf(environment);
      if (at >= 0) stack.length = at;
    }
    if (stack.length > MOST_OPEN) stack.shift();
  }
  return stack;
}

function typst(line: string, open: Open): Open {
  if (open.length === 0 && !/[`[(/{]/.test(line)) return open;
  const stack = [...open];
  const tokens = /\\.|`{3,}|\/\*|\*\/|(?<!:)\/\/|"(?:[^"\\]|\\.)*"?|#[\w.-]*\(|[[\](){}]/g;
  for (const { 0: token, index } of line.matchAll(tokens)) {
    const top = stack.at(-1);
    const inCode = top === ')' || top === '}';
    if (top?.startsWith('`') === true) {
      if (token === top) stack.pop();
    } else if (top === '*/') {
      if (token === '*/') stack.pop();
    } else if (token === '//') break;
    else if (token === '/*') stack.push('*/');
    else if (token.startsWith('`')) {
      if (!line.includes(token, index + token.length)) stack.push(token);
    } else if (token === '[') stack.push(']');
    else if (token.endsWith('(') && (inCode || token !== '(')) stack.push(')');
    else if (token === '{' && (inCode || line.charAt(index - 1) === '#')) stack.push('}');
    else if (token === top) stack.pop();
    if (stack.length > MOST_OPEN) stack.shift();
  }
  return stack;
}

const ASCIIDOC_DELIMITER = /^(?:_{4,}|={4,}|-{4,}|\.{4,}|\*{4,}|\+{4,}|\/{4,}|--|""|```.*|[|,:!]===)\s*$/;
const ASCIIDOC_VERBATIM = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|```)/;

function asciidoc(line: string, open: Open): Open {
  if (!ASCIIDOC_DELIMITER.test(line)) return open;
  const delimiter = line.trimEnd().replace(/^```.*/, '```');
  const top = open.at(-1);
  if (top === delimiter) return open.slice(0, -1);
  if (top !== undefined && ASCIIDOC_VERBATIM.test(top)) return open;
  const outer = open.lastIndexOf(delimiter);
  return outer >= 0 ? open.slice(0, outer) : [...open.slice(-MOST_OPEN), delimiter];
}

function org(line: string, open: Open): Open {
  const begun = /^\s*#\+begin_(\w+)/i.exec(line)?.[1]?.toLowerCase();
  const [outer] = open;
  if (outer === undefined) return begun === undefined ? open : [begun];
  return new RegExp(`^\\s*#\\+end_${outer}\\b`, 'i').test(line) ? [] : open;
}
