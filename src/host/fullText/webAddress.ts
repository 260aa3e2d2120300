// The address of a page as a person types or copies it.

const LONGEST = 4000;

/**
 * Gives the address that a text is, without its fragment; undefined where it is none. A text without a scheme that
 * begins like a host means https.
 *
 * @example webAddress(" example.org/a ") gives "https://example.org/a".
 */
export function webAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST || /\s/.test(trimmed)) return undefined;
  const hasScheme = /^[a-z][\w+.-]*:(?!\d)/i.test(trimmed);
  if (!hasScheme && !/^(?:[^/?#@\s]+\.[^/?#@.\s]+|localhost|\[[\da-f:.]+\])(?:[:/?#]|$)/iu.test(trimmed))
    return undefined;
  const whole = hasScheme ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  url.hash = '';
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
