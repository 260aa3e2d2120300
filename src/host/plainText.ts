// Keeps what comes from documents from being markup in VS Code's own surfaces and in pages.

/** Text for labels of quick picks, where `$(name)` would become an icon. */
export function plainLabel(text: string): string {
  return text.replace(/\$(?=\()/g, '$\u2060');
}

/** Text for notifications, where `[text](command:…)` would become a link that runs something. */
export function plainMessage(text: string): string {
  return text.replace(/\](?=\()/g, ']\u2060');
}

/**
 * Text for a Markdown string: every sign that could be markup is escaped (CommonMark, section 2.4). Unlike VS Code's
 * own `appendText` it keeps its spaces, so that lines break between words.
 *
 * @example plainMarkdown("a *toll* of\n12 crowns") gives "a \\*toll\\* of\n\n12 crowns".
 */
export function plainMarkdown(text: string): string {
  return text
    .split(/\s*\n\s*/)
    .map((line) => line.trim().replace(/[!-/:-@[-`{-~]/g, '\\$&'))
    .join('\n\n');
}

/** Text for HTML, also between the quotation marks of an attribute. */
export function plainHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
