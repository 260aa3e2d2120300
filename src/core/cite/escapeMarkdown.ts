// Makes text safe to stand in Markdown as the words it is.

/** What a character would otherwise begin or end, where it stands; everything else stays as it is. */
const INLINE: readonly RegExp[] = [
  // A backslash before punctuation, before a letter (TeX, for Pandoc) or at a line’s end.
  /\\(?=[!-/:-@[-`{-~A-Za-z]|$)/gm,
  /`/g,
  // Emphasis: not between spaces, and an underscore not inside a word.
  /\*(?!(?<=(?:^|\s)\*)(?=\s|$))/gm,
  /(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu,
  /~/g,
  // Highlights and comments of note-taking applications.
  /=(?==)|(?<==)=/g,
  /%(?=%)|(?<=%)%/g,
  // Links, images, footnotes, citations, wiki links.
  /\](?=[([:{])/g,
  /\[(?=[\^@[]|-@)/g,
  /(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}_{])/gu,
  // Tags and entities.
  /<(?=[A-Za-z/!?])/g,
  /&(?=#?\w+;)/g,
  // Attributes and templates.
  /\{(?=[{%#.:=<])/g,
];

/** Addresses that GitHub's Markdown turns into links by themselves; inside them it takes no escapes. */
const BARE_LINK = /(?:(?:https?|ftp):\/\/|www\.)\S+/gi;

/** What a line would otherwise be when it begins with this. */
const AT_LINE_START: readonly RegExp[] = [
  /^(\s*)(#{1,6})(?=\s|$)/,
  /^(\s*)([-+*])(?=\s|$)/,
  /^(\s*)(>)/,
  /^(\s*)([-=])(?=[-=]*\s*$)/,
  /^(\s*)(-(?=[|: -]*$)|[|:](?=[|: -]*-[|: -]*$))/,
  /^(\s*)(:)(?=[:\s])/,
  /^(\s*\d{1,9})([.)])(?=\s|$)/,
];

/** Mathematics and superscripts need two of their signs in one text. */
const PAIRED: readonly RegExp[] = [/\$/g, /\^/g];

/**
 * Gives text that CommonMark, GitHub's Markdown, Pandoc and VS Code's preview render as the very same words. Escapes
 * only what would be markup, so that the words can also be read in the source.
 *
 * @example escapeMarkdown("5 * 3 [sic] *really* <b>") gives "5 * 3 [sic] \*really\* \<b>".
 */
export function escapeMarkdown(text: string): string {
  let escaped = text;
  for (const pattern of INLINE) escaped = escaped.replace(pattern, '\\$&');
  for (const pattern of PAIRED) {
    if ((text.match(pattern)?.length ?? 0) > 1) escaped = escaped.replace(pattern, '\\$&');
  }
  return escaped
    .replace(BARE_LINK, unlinkEscaped)
    .split('\n')
    .map((line) => AT_LINE_START.reduce((result, pattern) => result.replace(pattern, '$1\\$2'), line))
    .join('\n');
}

function unlinkEscaped(address: string): string {
  return address.includes('\\') ? address.replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&') : address;
}
