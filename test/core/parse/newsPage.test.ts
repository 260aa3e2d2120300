import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/parse/parseDocument.ts';

const LEDE =
  'The harbour authority of Port Selwyn said on Monday that the eastern quay would stay closed until the end of the month, after divers found cracks in two of its pillars. Repairs will cost four million.';
const CREWS =
  'Fishing crews have moved to the smaller basin in the north, where berths are scarce and tempers short. The mayor promised help.';
const CALM = 'Nobody was hurt, and ferries to the islands keep to their timetable, the authority said.';
const NEWS = [
  'Selwyn Council Votes to Raise Tram Fares From January',
  'Minister Resigns Over Leaked Letters, Denies Wrongdoing',
  'Will the Northern Line Ever Reach Carrow? Engineers Doubt It',
  'Team Loses “Unlosable” Final in Halden, Coach Says “We Froze”',
  'Storm Edda Leaves 12,000 Homes Without Power in the U.S.',
] as const;
const wrap = (text: string): string => text.replace(/(.{1,70})(?:\s|$)/g, '$1\n');

interface Expected {
  /** Undefined for no article. */
  readonly paragraphs: number | undefined;
  readonly headline?: string;
  readonly headlines: readonly string[];
}

suite('News pages saved as text', () => {
  const check = (name: string, lines: readonly string[], expected: Expected) =>
    test(name, () => {
      const bytes = new TextEncoder().encode(lines.join('\n'));
      const { items } = parseDocument({ path: 'p', name: 'p.txt', bytes });
      const [article] = items.filter((item) => item.kind === 'article');
      assert.deepEqual(
        items.filter((item) => item.kind === 'headline').map((item) => item.headline),
        expected.headlines,
      );
      assert.equal(article?.html.match(/<p>/g)?.length, expected.paragraphs);
      if (expected.headline !== undefined) {
        assert.deepEqual([article?.headline, article?.headlineFrom], [expected.headline, 'document']);
      } else if (article !== undefined) assert.equal(article.headlineFrom, 'lede');
    });

  const both = { paragraphs: 2, headlines: NEWS };
  check('one paragraph per line, a gap, headlines', [LEDE, CREWS, '', '', ...NEWS], both);
  check(
    'with CR LF and spaces at line ends',
    [LEDE, CREWS, '', '', ...NEWS].map((line) => `${line}  \r`),
    both,
  );
  check('empty lines between all', [LEDE, '', CREWS, ...NEWS.flatMap((line) => ['', line])], both);
  check('a gap of one line', [LEDE, CREWS, '', ...NEWS.slice(0, 3)], {
    ...both,
    headlines: NEWS.slice(0, 3),
  });
  check(
    'headlines in groups',
    [LEDE, CREWS, '', '', ...NEWS.slice(0, 2), '', NEWS[2], '', ...NEWS.slice(3)],
    both,
  );
  check('bullets', [LEDE, CREWS, '', '', ...NEWS.map((line) => `• ${line}`)], both);
  check('numbers', [LEDE, CREWS, '', '', ...NEWS.map((line, index) => `${index + 1}. ${line}`)], both);
  check('a label above', [LEDE, CREWS, '', 'More headlines:', '', ...NEWS], both);
  check(
    'section labels',
    [LEDE, CREWS, '', '', 'World', ...NEWS.slice(0, 3), '', 'Sport', ...NEWS.slice(3)],
    both,
  );
  check(
    'one headline with a full stop',
    [LEDE, CREWS, '', '', ...NEWS.slice(0, 4), 'Rain Falls on Carrow Again.'],
    {
      ...both,
      headlines: [...NEWS.slice(0, 4), 'Rain Falls on Carrow Again.'],
    },
  );
  const headline = 'Cracked Pillars Close Quay';
  check('a headline above the article', [headline, '', LEDE, CREWS, '', '', ...NEWS], { ...both, headline });
  check('headlines first', [...NEWS, '', '', LEDE, CREWS], both);
  check('headlines first, then a titled article', [...NEWS, '', '', headline, '', LEDE, CREWS], {
    ...both,
    headline,
  });
  check(
    'headlines above and below',
    [...NEWS.slice(0, 3), '', '', LEDE, CREWS, '', '', ...NEWS.slice(2)],
    both,
  );
  check('headlines alone', NEWS, { paragraphs: undefined, headlines: NEWS });
  check(
    'headlines alone with empty lines',
    NEWS.flatMap((line) => [line, '']),
    { paragraphs: undefined, headlines: NEWS },
  );
  check('hard-wrapped prose', [headline, '', wrap(`${LEDE} ${CREWS}`), wrap(CALM), '', ...NEWS], {
    ...both,
    headline,
  });
  const plain = [
    'Council votes to raise tram fares from January',
    'Minister resigns over leaked letters',
    'Engineers doubt that the new line will reach the coast',
    'Storm leaves thousands without power in the north',
  ];
  check('headlines in sentence case', [LEDE, CREWS, '', '', ...plain], { ...both, headlines: plain });
  const russian = [
    'Совет проголосовал за повышение платы за проезд с января',
    'Министр ушла в отставку из-за писем, вину отрицает',
    'Дойдёт ли Северная ветка до Карроу? Инженеры сомневаются',
  ];
  check(
    'Russian',
    [
      'Администрация порта сообщила в понедельник, что восточный причал останется закрытым до конца месяца, после того как водолазы нашли трещины.',
      '',
      '',
      ...russian,
    ],
    { paragraphs: 1, headlines: russian },
  );
  const arabic = [
    'المجلس يصوت على رفع أجرة الترام ابتداء من يناير',
    'الوزيرة تستقيل بسبب رسائل مسربة وتنفي ارتكاب أي مخالفة',
    'هل يصل الخط الشمالي إلى المدينة؟ المهندسون يشككون',
  ];
  check(
    'Arabic',
    [
      'أعلنت هيئة الميناء يوم الاثنين أن الرصيف الشرقي سيبقى مغلقا حتى نهاية الشهر بعد أن عثر الغواصون على شقوق في اثنين من أعمدته.',
      '',
      '',
      ...arabic,
    ],
    { paragraphs: 1, headlines: arabic },
  );
  const chinese = [
    '市议会投票决定一月起上调电车票价',
    '部长因信件泄露辞职，否认有不当行为',
    '北线究竟能否通到卡罗？工程师表示怀疑',
  ];
  check(
    'Chinese',
    [
      '港口管理局星期一表示，由于潜水员在两根支柱上发现裂缝，东码头将关闭至本月底。维修费用预计为四百万元，市政府将承担其中的一半。',
      '',
      '',
      ...chinese,
    ],
    { paragraphs: 1, headlines: chinese },
  );
  const short = [
    '市议会投票上调电车票价',
    '部长因信件泄露宣布辞职',
    '北线能否通到卡罗仍存疑',
    '暴风雨致数千户停电至今',
  ];
  check(
    'short Chinese headlines',
    [
      '港口管理局星期一表示，由于潜水员在两根支柱上发现裂缝，东码头将关闭至本月底。维修费用预计为四百万元，市政府将承担其中的一半。',
      '',
      '',
      ...short,
    ],
    { paragraphs: 1, headlines: short },
  );
  const thai = [
    'สภาเมืองลงมติขึ้นค่าโดยสารรถรางตั้งแต่เดือนมกราคม',
    'รัฐมนตรีลาออกเพราะจดหมายรั่ว ปฏิเสธทำผิด',
    'วิศวกรสงสัยว่ารถไฟสายเหนือจะไปถึงเมืองหรือไม่',
    'พายุทำให้บ้านเรือนนับพันหลังไม่มีไฟฟ้าใช้',
  ];
  check(
    'Thai, which has no full stops',
    [
      'การท่าเรือแถลงเมื่อวันจันทร์ว่าท่าเทียบเรือฝั่งตะวันออกจะปิดต่อไปจนถึงสิ้นเดือน หลังจากนักประดาน้ำพบรอยร้าวในเสาสองต้น และคาดว่าค่าซ่อมแซมจะสูงถึงสี่ล้านบาท',
      'ชาวประมงได้ย้ายไปใช้ท่าเรือขนาดเล็กทางตอนเหนือ ซึ่งมีที่จอดเรือไม่เพียงพอ นายกเทศมนตรีให้คำมั่นว่าจะช่วยเหลือผู้ได้รับผลกระทบทั้งหมด',
      '',
      '',
      ...thai,
    ],
    { paragraphs: 2, headlines: thai },
  );
});

suite('Articles that must stay whole', () => {
  const check = (name: string, lines: readonly string[], paragraphs: number) =>
    test(name, () => {
      const bytes = new TextEncoder().encode(lines.join('\n'));
      const { items } = parseDocument({ path: 'p', name: 'p.txt', bytes });
      assert.deepEqual(
        items.map((item) => item.kind),
        ['article'],
      );
      assert.equal(items[0]?.html.match(/<p>/g)?.length, paragraphs);
    });

  check(
    'subheadings',
    ['Quay closed', '', LEDE, '', 'What the divers found', '', CREWS, '', 'What comes next', '', CALM],
    5,
  );
  check(
    'short paragraphs',
    [
      'Quay closed',
      '',
      'It is shut.',
      '',
      'It will stay so.',
      '',
      '“We wait,” said Jo Marsh.',
      '',
      'Ferries run.',
    ],
    4,
  );
  check(
    'a list that the text announces',
    [
      LEDE,
      '',
      'The council will:',
      '- Inspect every pillar of the eastern quay by May',
      '- Pay crews for the days they lost in Selwyn',
      '- Publish the report of the divers in full',
    ],
    2,
  );
  check(
    'a list at the end',
    [LEDE, '', '- Inspect every pillar by May', '- Pay crews for lost days', '- Publish the report'],
    2,
  );
  check(
    'a list in the middle',
    [
      LEDE,
      '',
      'Three things changed',
      '',
      '- Berths cost more',
      '- Boats wait longer',
      '- Crews earn less',
      '',
      CREWS,
    ],
    4,
  );
  check(
    'a signature',
    [
      LEDE,
      '',
      CREWS,
      '',
      'Yours faithfully,',
      'Johanna Marsh',
      'Harbour Master of Port Selwyn',
      'Selwyn, 3 May 2025',
    ],
    3,
  );
  check(
    'credits',
    [
      LEDE,
      '',
      CREWS,
      '',
      'Reporting by Jo Marsh in Selwyn',
      'Editing by Lee Dunn',
      'Additional reporting by Kim Osei',
    ],
    3,
  );
  check(
    'a poem without marks',
    [
      'The water climbs the stair of stone',
      'And leaves a line of salt behind',
      'The gulls complain of what they own',
      'And call it something kind',
      '',
      'I counted boats from out of bed',
      'Till morning made them one',
    ],
    2,
  );
  check(
    'questions and answers',
    [
      'An hour with Jo Marsh',
      '',
      'Q: When did you see the cracks?',
      '',
      'A: In spring. Nobody listened.',
      '',
      'Q: And the crews?',
      '',
      'A: Pay them.',
    ],
    4,
  );
  check(
    'results below',
    [
      LEDE,
      CREWS,
      '',
      '',
      'Carrow 2 Selwyn 1',
      'Halden Rovers 0 Port Edda 0',
      'Ostend & Marsh 3 Leith United 2',
    ],
    3,
  );
  check(
    'a timeline below',
    [
      LEDE,
      CREWS,
      '',
      '',
      '1803 – Napoleon Orders the First Dock',
      '1847 – Steamers Reach the Eastern Quay',
      '1921 – A Storm Takes the Lighthouse of Selwyn',
    ],
    3,
  );
  check('two lines below', [LEDE, CREWS, '', ...NEWS.slice(0, 2)], 3);
  check(
    'byline and date below the headline',
    ['Quay closed', 'By Jo Marsh', '8 October 2025', '', LEDE, '', CREWS],
    2,
  );
});
