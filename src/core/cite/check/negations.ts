// Words that turn a sentence into its contrary.

// A word that also means something harmless in another of these languages is left out.
const NEGATIONS = new Set(
  [
    // English
    'not no never none nobody nothing neither nor nowhere without cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt shouldnt couldnt hasnt havent hadnt mustnt neednt aint unless except hardly scarcely barely refuse refuses refused anti deny denies denied denying fail fails failed',
    // German, Dutch, Swedish, Danish, Norwegian
    'nicht nichts nie niemals niemand niemanden kein keine keinen keiner keinem keines keinerlei weder ohne kaum nirgends niet geen nooit niemand niets zonder inte icke aldrig ingen inga inget utan ikke ikkje aldri intet uden uten ingenting',
    // French, Italian, Spanish, Portuguese, Romanian, Catalan
    'ne pas jamais rien aucun aucune aucuns nul nulle sans ni non personne guère nessun nessuno nessuna niente nulla né senza neanche nemmeno mica nunca jamás nadie nada ningún ninguno ninguna sin tampoco não nenhum nenhuma ninguém sem nem jamais niciodată fără nici nimeni nimic',
    // Slavic
    'не нет ни никогда никто никого ничто ничего без нельзя никакой нигде немає ніколи ніхто нічого жодного нема няма никой nie nigdy nikt nikogo bez żaden żadna żadne ani není nejsou nikdy nikdo nemá nelze žádný žádná nije nisu nikad nikada nitko niko neće',
    // Greek, Turkish, Hungarian, Finnish, Estonian
    'δεν δε μην μη όχι ποτέ κανείς κανένας τίποτα χωρίς değil yok hiç asla hayır nem sem soha nincs nincsenek semmi senki eivät eikä ilman koskaan älä ilma',
    // Arabic, Hebrew, Persian, Hindi, Urdu
    'لا لم لن ليس ليست ليسوا بدون دون أبدا לא אין אל בלי מעולם אינו אינה לעולם نه نیست نیستند هرگز هیچ بدون नहीं मत बिना कभी ना نہیں نہ بغیر',
    // Vietnamese, Indonesian, Korean
    'không chẳng chưa đừng tidak bukan belum jangan tanpa 안 못 없다 없는 없이 아니다 아니라 않다 않는 않았다 않고 못했다',
  ].flatMap((words) => words.split(' ')),
);

/** Scripts without spaces, and endings grown onto words. */
const INSIDE =
  /[不没沒无無未非勿莫別别]|ない|なかっ|なく|なけれ|ません|ずに|않|없|아니|못[하했]|ไม่|มิได้|อย่า|ไร้|မ.{0,8}(?:ဘူး|ပါ)|មិន|ບໍ່/u;
const PHRASES = /(?<!\p{L})anything but(?!\p{L})/iu;
const CONTRACTED = /n['’ʼ]t$|^n['’ʼ]$/iu;
const WORDS = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]*)?/gu;
/** What is put before a word to deny it. */
const PREFIX = /^(?:un|in|im|ir|il|non|dis|mis|ne|nie|não|не|ни|बे|ना|نا|ن|نمی|لا|بی)$/iu;
const LEAST_STEM = 3;

/** Whether a text has a word that denies, in any of some thirty languages. */
export function hasNegation(text: string): boolean {
  return INSIDE.test(text) || PHRASES.test(text) || (text.match(WORDS) ?? []).some(isNegation);
}

/** Whether one of two words is the other with a prefix that denies: "likely" and "unlikely". */
export function isDenialOf(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const [stem, whole] = [short.toLowerCase(), long.toLowerCase()];
  return (
    stem.length >= LEAST_STEM &&
    whole.endsWith(stem) &&
    PREFIX.test(whole.slice(0, whole.length - stem.length).replace(/[-‐‑]$/, ''))
  );
}

function isNegation(word: string): boolean {
  if (CONTRACTED.test(word)) return true;
  const lower = word.toLowerCase();
  // French and Italian elide before a vowel: "n’a", "qu’aucun".
  const [, elided, rest] = /^(\p{L}+)['’ʼ](\p{L}*)$/u.exec(lower) ?? [];
  return elided === 'n' || NEGATIONS.has(lower) || (rest !== undefined && NEGATIONS.has(rest));
}
