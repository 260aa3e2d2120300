// Plain text as HTML, written as the HTML standard serialises it.

/**
 * Gives text that HTML shows as it stands ("Escaping a string", HTML standard § 13.3).
 *
 * @example "1 < 2 & 3" gives "1 &lt; 2 &amp; 3".
 */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('\u00A0', '&nbsp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
