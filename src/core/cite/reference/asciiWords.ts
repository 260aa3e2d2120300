// Words in the letters that every program takes in a citation key.

import { foldWord } from '../../search/foldWord.ts';

const CYRILLIC: Readonly<Record<string, string>> = {
  ...pairs('а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts'),
  ...pairs(
    'ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya ё:e і:i ї:yi є:ye ґ:g ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:g ќ:k ѕ:dz ў:u',
  ),
};
const GREEK: Readonly<Record<string, string>> = {
  ...pairs(
    'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o',
  ),
};
const OTHER: Readonly<Record<string, string>> = pairs('ŋ:n ə:e ħ:h ŧ:t ĸ:k ſ:s');
const LETTERS: Readonly<Record<string, string>> = { ...CYRILLIC, ...GREEK, ...OTHER };

const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };
const GREEK_PAIRS: Readonly<Record<string, string>> = { ου: 'ou', αυ: 'av', ευ: 'ev', μπ: 'b', ντ: 'nt' };

/**
 * Gives the words of a text in a to z and 0 to 9: accents go, Cyrillic and Greek letters are transliterated, and
 * German umlauts are written out where the language is German. Words in other scripts are left out.
 *
 * @example asciiWords("Über 3 Brücken", "de") gives ["ueber", "3", "bruecken"].
 */
export function asciiWords(text: string, language: string | undefined): readonly string[] {
  return (
    text
      .normalize('NFC')
      .replace(/['’‘ʼ]/gu, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
    .map((word) => asciiWord(word, language))
    .filter((word) => word !== '');
}

function asciiWord(word: string, language: string | undefined): string {
  const lower = word.toLowerCase();
  const german = /^(?:de|gsw|nds)\b/iu.test(language ?? '')
    ? lower.replace(/[äöü]/gu, (letter) => GERMAN[letter] ?? '')
    : lower;
  const folded = foldWord(german).replace(/ου|αυ|ευ|μπ|ντ/gu, (pair) => GREEK_PAIRS[pair] ?? '');
  // Folding takes й apart and puts it together again; a letter that it left with a mark is looked up without it.
  return folded
    .replace(/[^a-z0-9]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^a-z0-9]/gu, '');
}

function pairs(written: string): Readonly<Record<string, string>> {
  return Object.fromEntries(written.split(' ').map((pair) => pair.split(':') as [string, string]));
}
