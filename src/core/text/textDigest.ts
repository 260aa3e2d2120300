// A number that stands for a text.

/**
 * Gives a digest of 53 bits: equal texts give equal numbers, and different ones the same number by rare chance only.
 * (cyrb53: two 32-bit multiply-and-xor chains, mixed at the end; not for secrets.)
 */
export function textDigest(text: string): number {
  let low = 0x41c6ce57;
  let high = 0xdeadbeef;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909);
  return 4294967296 * (2097151 & mixedLow) + (mixedHigh >>> 0);
}
