// "<" in texts that nobody escaped.

const SECTION_OR_STRAY = /<!\[CDATA\[[^]*?(?:\]\]>|$)|<!--[^]*?(?:-->|$)|<\?(?![^<]*\?>)|<(?![a-z_!?/])/giu;
const STRAY = /<\?(?![^<]*\?>)|<(?![a-z_!?/])/iu;

/**
 * Gives XML in which every "<" that begins no tag is escaped; sections of CDATA and comments stay as they are. A
 * comment that nothing ends would hide all that follows, and is none; nor is an instruction that does not end before
 * the next tag.
 *
 * @example "<a>I <3 rain</a>" gives "<a>I &lt;3 rain</a>".
 */
export function escapedStrayAngles(xml: string): string {
  const lastEnd = xml.lastIndexOf('-->') + 1;
  const closed = xml.slice(0, lastEnd) + xml.slice(lastEnd).replaceAll('<!--', '&lt;!--');
  if (!STRAY.test(closed)) return closed;
  return closed.replace(SECTION_OR_STRAY, (found) => (found.length < 3 ? found.replace('<', '&lt;') : found));
}
