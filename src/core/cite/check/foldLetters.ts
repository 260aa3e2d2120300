// The letters, numbers and symbols of a text, each with its place. What stands between them (spaces, punctuation)
// is compared where letters agree, so that typography can be folded place by place.

import { narrow } from './narrow.ts';

export interface FoldedText {
  readonly text: string;
  /** Letters, numbers, symbols and combining marks, composed (NFC), with ligatures taken apart and full-width forms narrow. */
  readonly letters: string;
  /** For each UTF-16 unit of `letters`, where the character with its marks begins in `text`. */
  readonly starts: Int32Array;
  /** And where it ends. */
  readonly ends: Int32Array;
}

/** What a UTF-16 unit is; 0 stands for one that was not looked at yet. */
const BETWEEN = 1;
const LETTER = 2;
const MARK = 3;
const SURROGATE = 4;

const kinds = new Uint8Array(0x10000);

// The second set is typography: accents that stand for quotation marks, letters that are apostrophes, the minus.
const LETTER_LIKE = /[\p{L}\p{N}\p{S}]/u;
const TYPOGRAPHY = /[\p{Default_Ignorable_Code_Point}`´^¨˜ʹ-ʽˊˋ−\ufffc]/u;
const LIGATURE =
  /[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdfb\ufe80-\ufefc]/;
/** A character with its combining marks; the parts of a Korean syllable (Unicode 16, § 3.12) belong together. */
const CLUSTER =
  /[\u1100-\u115f\ua960-\ua97c]+[\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*|[\uac00-\ud7a3][\u11a8-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu;

/**
 * Gives the letters of a text with their places.
 *
 * @example foldLetters("ﬁn—10 %").letters gives "fin10".
 */
export function foldLetters(text: string): FoldedText {
  return text.normalize('NFC') === text && !LIGATURE.test(text) ? foldComposed(text) : foldClusters(text);
}

/** Gives whether a unit of `letters` is the first of its character. */
export function isFirstUnit({ starts }: FoldedText, index: number): boolean {
  return index === 0 || index >= starts.length || starts[index] !== starts[index - 1];
}

/** Gives what stands in the text before the unit of that index, up to the unit before it. */
export function gapBefore(folded: FoldedText, index: number): string {
  const from = index === 0 ? 0 : (folded.ends[index - 1] ?? 0);
  const to = index >= folded.starts.length ? folded.text.length : (folded.starts[index] ?? 0);
  return folded.text.slice(from, to);
}

function foldComposed(text: string): FoldedText {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  const runs: string[] = [];
  let count = 0;
  let run = -1;
  for (let place = 0; place < text.length;) {
    const unit = text.charCodeAt(place);
    let kind = kindOf(unit);
    let size = 1;
    if (kind === SURROGATE) {
      const character = String.fromCodePoint(text.codePointAt(place) ?? unit);
      size = character.length;
      kind = size === 1 ? BETWEEN : kindOfCharacter(character);
    }
    if (kind === BETWEEN) {
      if (run >= 0) runs.push(text.slice(run, place));
      run = -1;
      place += size;
      continue;
    }
    const joins = kind === MARK && run >= 0;
    if (run < 0) run = place;
    const start = joins ? (starts[count - 1] ?? place) : place;
    for (let added = 0; added < size; added++) {
      starts[count] = start;
      ends[count++] = place + size;
    }
    for (let index = count - 1; joins && index >= 0 && starts[index] === start; index--)
      ends[index] = place + size;
    place += size;
  }
  if (run >= 0) runs.push(text.slice(run));
  return { text, letters: narrow(runs.join('')), starts: starts.slice(0, count), ends: ends.slice(0, count) };
}

function foldClusters(text: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const composed = (LIGATURE.test(cluster) ? cluster.normalize('NFKC') : cluster).normalize('NFC');
    for (const character of composed) {
      if (kindOfCharacter(character) === BETWEEN) continue;
      parts.push(character);
      for (const place of character.length === 1 ? [index] : [index, index]) {
        starts.push(place);
        ends.push(index + cluster.length);
      }
    }
  }
  return {
    text,
    letters: narrow(parts.join('')),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
  };
}

function kindOf(unit: number): number {
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  const kind = unit >= 0xd800 && unit <= 0xdfff ? SURROGATE : kindOfCharacter(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function kindOfCharacter(wide: string): number {
  const character = narrow(wide);
  if (TYPOGRAPHY.test(character)) return BETWEEN;
  if (LETTER_LIKE.test(character)) return LETTER;
  return /\p{M}/u.test(character) ? MARK : BETWEEN;
}
