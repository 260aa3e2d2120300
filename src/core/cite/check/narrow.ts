// Full-width forms, in which East Asian texts write Latin letters, figures and punctuation.

const HAS_WIDE = /[\uff01-\uff5e]/;
const WIDE = /[\uff01-\uff5e]/g;
/** From a full-width form to its ASCII one. */
const SHIFT = 0xfee0;

/** Gives a text of the same length with full-width forms (U+FF01 to U+FF5E) as their ASCII ones. */
export function narrow(text: string): string {
  if (!HAS_WIDE.test(text)) return text;
  return text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - SHIFT));
}
