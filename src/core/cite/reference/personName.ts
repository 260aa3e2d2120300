// The parts of a person's name.

import type { CslName } from './cslItem.ts';

const TITLE = /^(?:dr|prof|professor|mr|mrs|ms|sir|dame|lord|rev|hon)\.?\s+(?=\S+\s+\S)/iu;
const TITLED = /^(?:dr|prof|professor|mr|mrs|ms|sir|dame|lord|rev)\b/iu;
const PHRASE = /^(?:a|an|the|of|on|in|at|for|to|is|as|with|from)$/u;
const SUFFIX = /,?\s+(jr\.?|sr\.?|ii|iii|iv)$/iu;
const DEGREE = /,?\s+(?:ph\.?\s?d\.?|m\.?d\.?|mba|m\.?p\.?|esq\.?|obe|mbe|cbe)$/iu;

/** Particles that go with the family name, and ones that some leave out; only in lower case are they particles. */
const KEPT = new Set(
  'van der den ter ten te het op la le los las da das do dos di del della dello dalla degli dei bin ibn al el ap af av ben bar mac ni'.split(
    ' ',
  ),
);
const DROPPED = new Set("von vom zu zur zum de du des d' d’".split(' '));
/** Words that begin a family name of several words when they have a capital. */
const BEGINS_FAMILY =
  /^(?:Van|Von|Der|Den|De|Del|Della|Di|Da|Dos|Du|La|Le|Los|Mac|St\.?|Ste\.?|Saint|San|Santa|El|Al|Bin|Ibn|Ben|Ter|Ten|O)$/u;
/** Chinese, Japanese and Korean names are written without spaces, or with the family name first. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Gives a person's name by its parts. Names in capitals are written as names are; where the parts cannot be told, the
 * name stays whole.
 *
 * @example personName("Ursula von der Leyen") gives family "Leyen", given "Ursula", dropping particle "von der".
 */
export function personName(written: string): CslName {
  const bare = written.trim().replace(/\s+/gu, ' ').replace(TITLE, '').replace(DEGREE, '');
  if (CJK.test(bare)) return { literal: bare };
  const suffix = SUFFIX.exec(bare)?.[1];
  const [inOrder = '', given] = (suffix === undefined ? bare : bare.replace(SUFFIX, '')).split(/\s*,\s*/u);
  const ending = suffix === undefined ? {} : { suffix };
  if (given !== undefined && given !== '')
    return { ...familyParts(cased(inOrder)), given: cased(given), ...ending };
  const words = cased(inOrder).split(' ');
  // A name that is a phrase, or has a title and one word, is not parted.
  if (words.length === 1 || words.some(isNoName) || (words.length === 2 && TITLED.test(inOrder))) {
    return { literal: cased(inOrder) };
  }
  const start = familyStart(words);
  return { ...familyParts(words.slice(start).join(' ')), given: words.slice(0, start).join(' '), ...ending };
}

/** Where the family name begins, particles included; never at the first word. */
function familyStart(words: readonly string[]): number {
  let start = words.length - 1;
  while (start > 1) {
    const before = words[start - 1] ?? '';
    if (!isParticle(before) && !BEGINS_FAMILY.test(before)) break;
    start--;
  }
  return start;
}

function familyParts(written: string): {
  family: string;
  'non-dropping-particle'?: string;
  'dropping-particle'?: string;
} {
  const joined = /^(d['’])(\p{Lu}.*)$/u.exec(written);
  if (joined !== null) return { family: joined[2] ?? '', 'dropping-particle': joined[1] ?? '' };
  const words = written.split(' ');
  const count = words.slice(0, -1).findIndex((word) => !isParticle(word));
  const particles = words.slice(0, count === -1 ? words.length - 1 : count);
  if (particles.length === 0) return { family: written };
  const family = words.slice(particles.length).join(' ');
  const particle = particles.join(' ');
  return DROPPED.has(particles[0] ?? '')
    ? { family, 'dropping-particle': particle }
    : { family, 'non-dropping-particle': particle };
}

/** A word of a pen name such as "First Dog on the Moon". */
function isNoName(word: string): boolean {
  return /[!?/]/u.test(word) || (PHRASE.test(word) && !isParticle(word));
}

function isParticle(word: string): boolean {
  return KEPT.has(word) || DROPPED.has(word);
}

/** "ADA MCBYRON" in capitals is how a paper sets it, not how the name is written. */
function cased(name: string): string {
  const isShouted = name === name.toUpperCase() && name !== name.toLowerCase() && /\p{Lu}{3}/u.test(name);
  if (!isShouted) return name;
  return name.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`);
}
