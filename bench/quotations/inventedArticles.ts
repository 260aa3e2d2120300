// Invented news in several scripts, for where no real articles are at hand and for tests.

export interface Article {
  /** BCP 47; undefined where the source says nothing. */
  readonly language: string | undefined;
  readonly text: string;
}

const TEXTS: readonly (readonly [language: string, ...paragraphs: string[]])[] = [
  [
    'en',
    'The harbour town of Wexley closed its old bridge on Monday after engineers found 14 cracks in the northern arch, and the mayor, Ruth Calder, said that traffic would not return before the spring.',
    '“We can’t ask people to drive over a structure that nobody trusts,” she told reporters outside the town hall — a building that, as she noted, was finished in the same year as the bridge, 1932.',
    'Repairs will cost about £3.6 million, according to the county; the ferry company Harrow Lines has offered 25 extra crossings a day, but only on weekdays and never after 10 p.m. The offer was not made in writing.',
    'Shopkeepers on the well-known market square were less patient. “They told us ‘two weeks’ in March,” said Tom Abara, who sells fishing gear. “I have not seen a single engineer since then, and the tourists will go to Kelmouth instead…”',
    'Kelmouth, six miles up the coast, has no bridge at all. Its council voted on Thursday to widen the coastal road, which floods about four times every winter and has done so for as long as anybody there can remember.',
  ],
  [
    'de',
    'Die Stadt Lindenau hat am Dienstag ihr neues Schwimmbad eröffnet, obwohl die Bauarbeiten an der Rutsche noch nicht beendet sind. Rund 1.200 Besucher kamen allein am ersten Tag.',
    '„Wir haben kein Geld verschwendet“, sagte Bürgermeisterin Karin Voss, „und wir werden auch künftig jeden Euro zweimal umdrehen.“ Die Kosten lagen mit 18,4 Millionen Euro um ein Drittel über dem Plan.',
    'Der Förderverein um den früheren Schwimmlehrer Otto Brandt hatte seit 2009 für das Bad gesammelt. Niemand habe am Anfang geglaubt, dass daraus etwas wird, erzählt Brandt – am wenigsten er selbst.',
    'Nicht alle sind zufrieden: Der Eintritt kostet für Erwachsene 6 Euro, und am Sonntag bleibt das Bad geschlossen, weil Personal fehlt und die Heizung nur an sechs Tagen laufen darf.',
  ],
  [
    'fr',
    'La commune de Saint-Brévin a décidé mercredi de ne pas vendre son ancien phare, malgré une offre de 750 000 euros déposée par la société Marélis en début d’année.',
    '« Un phare n’est pas un hôtel », a déclaré la maire, Élise Garnier, devant une salle comble. « Nous l’avons gardé pendant cent vingt ans, nous le garderons encore un peu… »',
    'L’opposition, elle, n’a pas voté contre : elle s’est abstenue, jugeant que les travaux de toiture — estimés à 96 000 euros — devraient être financés avant l’hiver par la région.',
    'Les habitants du quartier du port réclament depuis dix ans l’ouverture d’un musée de la pêche, dont les collections dorment dans un hangar sans chauffage à la sortie de la ville.',
  ],
  [
    'es',
    'El ayuntamiento de Villa Serena anunció el viernes que no subirá el precio del agua en 2027, después de que las lluvias de marzo llenaran el embalse hasta el 82 por ciento.',
    '«Nunca habíamos tenido tanta agua en abril», explicó la concejala Marta Olmedo, que pidió a los vecinos, sin embargo, que no llenen las piscinas antes de junio.',
    'La sequía de los tres años anteriores había obligado a cortar el suministro durante 41 noches y a traer camiones cisterna desde Puerto Claro, a más de cien kilómetros de distancia.',
  ],
  [
    'ru',
    'Жители посёлка Заречный в среду впервые за девять лет увидели поезд: по восстановленной линии прошёл состав из 12 вагонов, и его встречали с оркестром.',
    '«Мы не верили до последнего дня», — сказала учительница Анна Громова, которая каждое утро ездила в город на автобусе и ни разу не опоздала.',
    'Ремонт обошёлся в 340 миллионов рублей; мост через реку Тихую пришлось строить заново, потому что старые опоры не выдержали весеннего паводка.',
  ],
  [
    'el',
    'Ο δήμος της Νέας Ακτής αποφάσισε την Τρίτη να μην κλείσει τη βιβλιοθήκη, παρότι το κτίριο χρειάζεται επισκευές που θα κοστίσουν 450.000 ευρώ μέσα στα επόμενα δύο χρόνια.',
    '«Δεν υπάρχει άλλος χώρος για τα παιδιά», είπε η διευθύντρια Ελένη Μάρκου, και πρόσθεσε ότι κάθε απόγευμα έρχονται τουλάχιστον 60 μαθητές από τα γύρω χωριά.',
  ],
  [
    'ar',
    'أعلنت بلدية الواحة يوم الأحد أنها لن تغلق السوق القديم قبل نهاية العام، بعد أن جمع التجار 3200 توقيع في أقل من أسبوع واحد.',
    'قالت المهندسة سلمى حداد إن السقف لا يشكّل خطرًا على الناس، لكن الأعمدة الخشبية تحتاج إلى ترميمٍ عاجلٍ قبل موسم الأمطار المقبل.',
    'وأضافت أن العمل سيبدأ من الجهة الشرقية للسوق، وأن المحال الصغيرة ستبقى مفتوحة كل يوم حتى الساعة التاسعة مساءً.',
  ],
  [
    'he',
    'עיריית גבעת הים החליטה ביום שני לא לסגור את הספרייה הישנה, אף שהמבנה זקוק לשיפוץ בעלות של 1.8 מיליון שקלים.',
    'המנהלת רות לוי אמרה כי הילדים באים לכאן בכל יום אחרי בית הספר, וכי אין בשכונה מקום אחר שבו הם יכולים לקרוא בשקט.',
  ],
  [
    'zh',
    '临江市星期二宣布，旧码头的改造工程将在2027年春天开始，预计投资三亿六千万元，工期为十八个月。市长周明远说，码头不会变成商场。',
    '“我们不想赶走任何一家小店，”他在会上表示，“但是消防通道必须重新修建，否则没有人敢在这里过夜。”附近的居民已经等了七年。',
    '渔民老陈却不太相信。他说，上一次测量以后，再也没有见过工程师，船只好停在对岸，每天要多走四公里的路。',
  ],
  [
    'ja',
    '港町の白浜市は月曜日、老朽化した橋を来年の春まで通行止めにすると発表した。調査で14か所のひび割れが見つかったためだ。',
    '市長の森田恵子さんは「誰も信用しない橋を渡ってほしいとは言えません」と話し、工事費は約5億円になる見通しだと説明した。',
    '商店街の店主たちは不満を隠さない。「三月には二週間だと言われたのに、それから技術者の姿を一度も見ていない」と釣具店の主人は語った。',
  ],
  [
    'th',
    'เทศบาลเมืองท่าใหม่ประกาศเมื่อวันจันทร์ว่าจะไม่ปิดตลาดเก่าก่อนสิ้นปีนี้ หลังจากชาวบ้านรวบรวมรายชื่อได้กว่า 3,000 คนภายในหนึ่งสัปดาห์',
    'นายกเทศมนตรีกล่าวว่าหลังคายังไม่เป็นอันตราย แต่เสาไม้ด้านตะวันออกต้องซ่อมแซมให้เสร็จก่อนฤดูฝน และร้านค้าเล็ก ๆ จะเปิดได้ทุกวันจนถึงสามทุ่ม',
  ],
  [
    'hi',
    'नदीपुर नगर परिषद ने मंगलवार को कहा कि पुराना पुल अगले साल मार्च से पहले नहीं खुलेगा, क्योंकि जाँच में 14 दरारें मिली हैं और मरम्मत पर लगभग 6 करोड़ रुपये लगेंगे।',
    'महापौर सुनीता राव ने पत्रकारों से कहा कि कोई भी व्यक्ति ऐसे पुल पर गाड़ी नहीं चलाना चाहता जिस पर किसी को भरोसा न हो।',
  ],
  [
    'vi',
    'Thị trấn Bến Sông hôm thứ Hai thông báo sẽ không đóng cửa khu chợ cũ trước cuối năm, sau khi các tiểu thương thu thập được 3.200 chữ ký trong chưa đầy một tuần.',
    'Kỹ sư Trần Minh Hà nói rằng mái nhà không gây nguy hiểm cho người dân, nhưng các cột gỗ phía đông cần được sửa chữa trước mùa mưa tới.',
  ],
];

export const INVENTED: readonly Article[] = TEXTS.map(([language, ...paragraphs]) => ({
  language,
  text: paragraphs.join('\n\n'),
}));
