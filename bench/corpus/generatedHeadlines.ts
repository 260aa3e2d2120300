// Headlines made up of made-up words whose frequencies follow Zipf's law, as those of real ones do.

import type { BenchItem } from './benchItem.ts';
import { draw, randomNumbers } from './random.ts';

const WORDS = 60_000;
const OUTLETS = 400;
const SYLLABLES = ['ka', 'lo', 'mi', 'ter', 'an', 'ro', 'es', 'ti', 'ver', 'sta', 'on', 'be', 'gra', 'ul'];
const MINUTE = 60_000;

/** Gives that many headlines, oldest first; the same ones in every run. */
export function generatedHeadlines(count: number): readonly BenchItem[] {
  const random = randomNumbers(20_260_101);
  const vocabulary = Array.from({ length: WORDS }, (_, index) => word(index));
  const outlets = vocabulary.slice(0, OUTLETS);
  const start = Date.UTC(2025, 0, 1);
  return Array.from({ length: count }, (_, index) => ({
    headline: Array.from({ length: 6 + Math.floor(random() * 9) }, () => zipf(vocabulary, random)).join(' '),
    outlet: `The ${zipf(outlets, random)} Times`,
    text: '',
    time: start + index * 5 * MINUTE,
  }));
}

/** The word of rank r is drawn about 1/r as often as the first. */
function zipf(words: readonly string[], random: () => number): string {
  return words[Math.min(words.length - 1, Math.floor(words.length ** random()) - 1)] ?? '';
}

function word(index: number): string {
  const random = randomNumbers(index);
  const length = 1 + Math.floor(Math.log2(index + 2) / 4);
  return Array.from({ length: length + 1 }, () => draw(SYLLABLES, random)).join('') + index.toString(36);
}
