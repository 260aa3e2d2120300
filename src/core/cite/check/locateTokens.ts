// Where in a source words stand that resemble those of a quotation. It serves to show a difference, never to verify.

import type { TokenIndex } from './prepareSource.ts';
import type { Token } from './readTokens.ts';

/** Stretch of the source's tokens. */
export type Stretch = readonly [from: number, to: number];

/** Words that occur more often say little about the place. */
const FREQUENT = 400;
const VOTES = 60_000;
const LEAST_WIDTH = 8;
const LEAST_SLACK = 40;

/**
 * Gives the stretches of the source in which most of the quotation's words stand about as far from each other as in
 * the quotation, best first. Each is wide enough for as many words again to have been left out.
 */
export function locateTokens(
  quoted: readonly Token[],
  source: TokenIndex,
  count: number,
): readonly Stretch[] {
  const width = Math.max(LEAST_WIDTH, quoted.length >> 1);
  const votes = new Map<number, number>();
  let left = VOTES;
  quoted.forEach(({ key, kind, letters }, index) => {
    if (kind !== 'word' || left <= 0) return;
    const places = source.places.get(key) ?? [];
    if (places.length === 0 || places.length > FREQUENT) return;
    left -= places.length;
    const weight = (0.3 + Math.min(letters.length, 8) / 4) / Math.sqrt(places.length);
    for (const place of places) {
      const bucket = Math.floor((place - index) / width);
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
    }
  });
  const slack = Math.max(LEAST_SLACK, quoted.length);
  const best: number[] = [];
  const weights = [...votes.keys()]
    .map((bucket) => ({ bucket, weight: (votes.get(bucket) ?? 0) + (votes.get(bucket + 1) ?? 0) }))
    .sort((one, other) => other.weight - one.weight || one.bucket - other.bucket);
  for (const { bucket } of weights) {
    if (best.length === count) break;
    // The stretch of a neighbour is nearly the same.
    if (!best.some((other) => Math.abs(other - bucket) <= 1)) best.push(bucket);
  }
  return best.map((bucket) => [
    clamp(bucket * width - slack, source.all.length),
    clamp((bucket + 2) * width + quoted.length + slack, source.all.length),
  ]);
}

function clamp(place: number, length: number): number {
  return Math.min(length, Math.max(0, place));
}
