// The words of a language that say little by themselves.

import type { StemLanguage } from './stem.ts';

/** Folded function words by language: they tell the language of a text, and a question is understood without them. */
export const FUNCTION_WORDS: Readonly<Record<StemLanguage, ReadonlySet<string>>> = {
  en: words(
    'a about above after again against all also am an and any are as at be because been before being below between both but by can could did do does doing down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me more most my no nor not now of off on once only or other our out over own s same she should so some such t than that the their them then there these they this those through to too under until up upon very was we were what when where which while who whom why will with would you your',
  ),
  de: words(
    'aber alle als also am an auch auf aus bei beim bis da damit dann das dass dem den der des die dies diese dieser doch du durch ein eine einem einen einer eines er es fur gegen hat hatte ich ihr im in ist ja kann kein keine man mehr mit nach nicht noch nun nur ob oder ohne sein seine sich sie sind so sollen sowie uber um und unter vom von vor war waren was weil wenn werden wer wie wieder will wir wird wo wurde zu zum zur',
  ),
  fr: words(
    'a ainsi alors apres au aussi autre aux avant avec avoir c ce ces cet cette comme contre d dans de depuis des deux dont du elle elles en encore entre est et etait etre eu fait il ils j je l la le les leur leurs lui m mais me meme ne ni nous on ont ou par pas peu plus pour qu quand que qui s sa sans se ses si son sont sous sur t tous tout toute tres un une vers vous y',
  ),
  es: words(
    'a al algo ante antes aunque como con contra cual cuando de del desde donde dos e el ella ellos en entre era es esa ese eso esta estan este esto fue ha hace han hasta hay la las le les lo los mas me mi muy ni no nos o otra otro para pero poco por porque que quien se ser si sin sobre son su sus tambien tiene todo todos tras un una uno unos y ya',
  ),
  ru: words(
    'а без более бы был была были было быть в вам вас во вот все всего вы где да даже для до его ее если есть еще же за здесь и из или им их к как ко когда кто ли между меня мне может мы на над надо не него нее нет но ну о об однако он она они оно от по под после потом потому при про с сам со так также там тем то того тоже той только том ты у уже что чтобы чем эта эти это этого этои этом этот я',
  ),
  sv: words(
    'alla allt an att av bara bli blir da de dem den denna det detta dig din du efter eller en enligt ett fick fran for fore ga har hade han hans hon hur i in inom inte jag kan kommer man med mellan men mer mig min mot mycket nar nagon nar ni nu och om pa sa sedan sig sin sina ska skulle som till under upp ut utan vad var vara vi vid vill',
  ),
};

/** Whether a folded word says little by itself in any of these languages. */
export function isFunctionWord(word: string): boolean {
  return ALL.has(word);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

// Words that carry meaning in another language ("die", "war", "man") are left out of what is dropped from questions.
const AMBIGUOUS = new Set([
  'die',
  'war',
  'man',
  'will',
  'den',
  'men',
  'hat',
  'son',
  'sin',
  'ses',
  'han',
  'var',
  'bli',
  'era',
  'todo',
  'dig',
  'sig',
  'all',
  'fait',
  'tous',
  'dos',
]);
const ALL = new Set(
  Object.entries(FUNCTION_WORDS).flatMap(([language, list]) =>
    [...list].filter((word) => language === 'en' || !AMBIGUOUS.has(word)),
  ),
);
