// A byline taken apart into the names in it.

export interface BylinePart {
  readonly text: string;
  /** Whether it stands behind a comma, where also tells what a person does. */
  readonly afterComma: boolean;
  /** Whether a word or sign for "and" stands before it. */
  readonly afterAnd: boolean;
}

/** A slash between names has letters on both sides; "/u/name" is a handle. */
const AND =
  /\s+(?:and|und|et|y|e|en|och|og|и|та|with|mit|avec|con)\s+|\s*[&;|•·\n]\s*|(?<=\p{L}{2}\s?)\/(?=\s?\p{L}{2})/iu;
/** A place behind a name: "Ada Byron in London". */
const PLACE = /\s+(?:in|at|from|aus|à|en|reporting)\s+\p{Lu}.*$/u;
/** What a person does, behind a name without a comma: "Ada Byron Science editor". */
const TRADE =
  /^(\p{Lu}\S*\s\p{Lu}\S*)\s(?:\S+\s){0,3}(?:editor|correspondent|reporter|writer|columnist|critic|analyst)$/u;
const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv|ph\.?\s?d\.?|m\.?d\.?|mba|esq\.?|obe|mbe|cbe)$/iu;
const INITIALS = /^(?:\p{L}\.[\s-]?)+$/u;
const AROUND = /^[\s,.:–—-]+|[\s,:–—-]+$/gu;
const ONE_ORGANISATION =
  /^(?:the\s+)?(?:ministry|department|office|committee|society|institute|council|university|association)\s+(?:of|for)\s/iu;
const COMPANY = /,\s*(?:ltd|limited|inc|llc|gmbh|plc)\.?$/iu;

/**
 * Gives the names in a byline, without where people are and without what stands in brackets. A comma inside a name
 * parts nothing.
 *
 * @example bylineParts("Wu, M. and Ada Byron in Palm Beach, Florida") gives the texts "Wu, M." and "Ada Byron".
 */
export function bylineParts(line: string): readonly BylinePart[] {
  const plain = line.replace(/\s*\([^()]*\)/gu, ' ').trim();
  if (COMPANY.test(plain) || ONE_ORGANISATION.test(plain))
    return [{ text: plain, afterComma: false, afterAnd: false }];
  return plain.split(AND).flatMap((side, index) =>
    namesBetweenCommas(side).map((text, place) => ({
      text,
      afterComma: place > 0,
      afterAnd: index > 0 && place === 0,
    })),
  );
}

function namesBetweenCommas(side: string): readonly string[] {
  const names: string[] = [];
  let placed = false;
  for (const written of side.split(',')) {
    const text = written.replace(AROUND, '');
    if (text === '') continue;
    const before = names.at(-1);
    if (before !== undefined && SUFFIX.test(text)) names[names.length - 1] = `${before} ${text}`;
    else if (before !== undefined && INITIALS.test(text)) names[names.length - 1] = `${before}, ${text}`;
    // "in Palm Beach, Florida" is one place.
    else if (!placed || text.includes(' '))
      names.push(text.replace(PLACE, '').replace(TRADE, '$1').replace(AROUND, ''));
    placed = PLACE.test(text);
  }
  return names;
}
