// Full-width forms, in which East Asian texts write Latin letters, figures and punctuation, and small figures that
// keyboards do not have.

const HAS_WIDE = /[\uff01-\uff5e₀-₉²³]/;
const WIDE = /[\uff01-\uff5e]/g;
/** Of "CO₂" and "km²", where no other figure is before them. */
const SMALL = /(?<=\p{L}[₀-₉]*)[₀-₉]|(?<=m)[²³]/gu;
const SUBSCRIPT = 0x2080;
/** From a full-width form to its ASCII one. */
const SHIFT = 0xfee0;

/**
 * Gives a text of the same length with full-width forms (U+FF01 to U+FF5E) as their ASCII ones, and with the small
 * figures of formulas and of square and cubic metres as others; 10² is not 102.
 */
export function narrow(text: string): string {
  if (!HAS_WIDE.test(text)) return text;
  return text
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - SHIFT))
    .replace(SMALL, (small) =>
      small === '²' ? '2' : small === '³' ? '3' : String(small.charCodeAt(0) - SUBSCRIPT),
    );
}
