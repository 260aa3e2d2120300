// References that a citation style wrote, as the text of a note.

import type { NoteMarkup } from '../../core/cite/write/noteMarkup.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * Gives a reference in a note's markup: italics stay, all other markup goes, and the words are escaped.
 *
 * @param html As citeproc writes it.
 * @example In Markdown, "Byron. <i>Rain &amp; Sun</i>." becomes "Byron. *Rain & Sun*."
 */
export function referenceMarkup(html: string, markup: NoteMarkup): string {
  let isItalic = false;
  let written = '';
  for (const part of html.split(/(<\/?i>)/u)) {
    if (part === '<i>' || part === '</i>') isItalic = part === '<i>';
    else {
      const [, before = '', words = '', behind = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(plain(part)) ?? [];
      const escaped = words === '' ? '' : markup.text(words);
      const space = (given: string): string => (given === '' ? '' : ' ');
      written += `${space(before)}${isItalic && escaped !== '' ? markup.emphasis(escaped) : escaped}${space(behind)}`;
    }
  }
  return written.trim();
}

function plain(html: string): string {
  return html
    .replace(/<\/div>\s*<div[^>]*>/gu, ' ')
    .replace(/<[^>]*>/gu, '')
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/giu,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return NAMED[name] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    );
}
