// Text between the braces of BibTeX and BibLaTeX fields.

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

/** BibTeX counts braces even behind a backslash, so they cannot stand alone. */
const LONE_BRACES: Readonly<Record<string, string>> = { '{': '\\textbraceleft{}', '}': '\\textbraceright{}' };

const COMMANDS: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  ldots: '…',
  textendash: '–',
  textemdash: '—',
};
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  r: '\u030a',
  k: '\u0328',
};

/** Gives text as LaTeX prints it: "R&D 5%" gives "R\&D 5\%". */
export function latexText(text: string): string {
  const escapes = hasPairedBraces(text) ? ESCAPES : { ...ESCAPES, ...LONE_BRACES };
  return text.replace(/[\\{}~^&%$#_]/gu, (character) => escapes[character] ?? character);
}

function hasPairedBraces(text: string): boolean {
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/gu)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Gives an address as a field takes it that is read verbatim; braces alone must be encoded. */
export function latexAddress(url: string): string {
  return url.replace(/[\\{}\s]/gu, encodeURIComponent);
}

/**
 * Gives the words of a LaTeX text, well enough to show and to compare them.
 *
 * @example plainLatex("{M}\\\"uller \\& {\\'E}t\\'e") gives "Müller & Été".
 */
export function plainLatex(latex: string): string {
  return latex
    .replace(/\\([`'^~"=.]|[cvuHrk](?=[\s{]))\s*\{?\\?(\p{L})\}?/gu, (_, accent: string, letter: string) =>
      `${letter}${ACCENTS[accent] ?? ''}`.normalize('NFC'),
    )
    .replace(
      /[{}]|\\([a-zA-Z]+)(?:\{\})?[ \t]*|\\(.)|~|---?/gsu,
      (whole, command?: string, character?: string) => {
        if (command !== undefined) return COMMANDS[command] ?? '';
        if (character !== undefined) return character;
        return whole === '~' ? ' ' : whole.startsWith('-') ? '–' : '';
      },
    )
    .replace(/\s+/gu, ' ')
    .trim();
}
