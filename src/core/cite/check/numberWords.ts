// Numbers in figures and in words.

// A number that is also an article, or a common word of another of these languages ("un", "due"), is left out.
const NUMBER_WORDS = new Set(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half third quarter twice double triple first second fourth fifth percent',
    'null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde milliarden billionen dutzend hälfte drittel viertel prozent',
    'deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille millions milliard milliards moitié tiers quart',
    'dos tres cuatro cinco seis siete ocho nueve diez doce veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil millón millones mitad tercio',
    'tre quattro cinque sette nove dieci venti trenta cento mila milione milioni miliardo miliardi metà',
    'dois duas três quatro sete oito nove dez vinte trinta cem milhão milhões bilhão bilhões metade',
    'twee drie vier vijf zes zeven acht negen tien twintig honderd duizend miljoen miljard helft',
    'två tre fyra sju åtta nio tio tjugo hundra tusen miljon miljoner miljard miljarder syv åtte',
    'два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят сто двести тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов половина треть дві чотири шість сім вісім дев’ять тисяч мільйон мільйонів мільярд',
    'dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć tysiąc tysiące tysięcy milion milionów miliard dva dvě tři čtyři pět šest osm devět deset tisíc milionů miliardy',
    'iki üç dört beş altı yedi sekiz dokuz yüz milyon milyar δύο τρία τρεις τέσσερα πέντε έξι επτά οκτώ εννέα δέκα εκατό χίλια εκατομμύρια δισεκατομμύρια',
    'اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة مائة ألف آلاف مليون ملايين مليار نصف ثلث שני שתי שלושה ארבעה חמישה עשרה מאה אלף מיליון מיליארד दो तीन चार पाँच दस सौ हज़ार लाख करोड़',
    'bốn năm sáu bảy tám chín mười trăm nghìn triệu tỷ dua tiga empat lima enam tujuh delapan sembilan puluh ratus ribu juta miliar',
  ].flatMap((words) => words.split(' ')),
);
const NOT_COUNTING = new Set(
  (
    'half third quarter twice double triple first second fourth fifth percent prozent hälfte drittel viertel moitié ' +
    'tiers quart mitad tercio metà metade helft половина треть نصف ثلث'
  ).split(' '),
);
const FIGURES =
  /[\p{N}%‰°\p{Sc}壹贰貳叁肆柒捌玖佰仟〇零一二两兩三四五六七八九十百千万萬亿億兆半]|ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน/u;
const WORDS = /\p{L}[\p{L}\p{M}]*/gu;

/** Whether a word in small letters is a number by which things are counted: not "half" or "second". */
export function isCardinal(word: string): boolean {
  return NUMBER_WORDS.has(word) && !NOT_COUNTING.has(word);
}

/** Whether a text has a number, in figures or in words of some twenty languages, or a sign that says what is counted. */
export function hasNumber(text: string): boolean {
  return FIGURES.test(text) || (text.match(WORDS) ?? []).some((word) => NUMBER_WORDS.has(word.toLowerCase()));
}
