import assert from 'node:assert/strict';
import { findQuotations } from '../../../../src/core/cite/find/findQuotations.ts';
import type { NoteLanguage } from '../../../../src/core/cite/noteLanguage.ts';

/** Checks what is found: each quotation's words and key, parted by " | ". */
const check = (language: NoteLanguage, note: string, expected: string): void =>
  assert.equal(
    findQuotations(note, language)
      .quotations.map(({ words, key }) => `${words} → ${key}`)
      .join(' | '),
    expected,
    note,
  );

suite('Which citation a quotation has', () => {
  const rows: Readonly<Record<string, readonly (readonly [NoteLanguage, string, string])[]>> = {
    'not the key of the next sentence': [
      ['markdown', 'His “so-called plan” failed. “It rained” [@a].', 'It rained → a'],
      ['markdown', 'He died after “Gone With the Wind” came. “It rained” [@a].', 'It rained → a'],
      ['markdown', '“The rain,” he said. “It will stop” [@a].', 'The rain, → a | It will stop → a'],
      ['markdown', 'Er kam. „Es regnet“, sagte er. „Es hört auf“ [@a].', 'Es regnet → a | Es hört auf → a'],
      ['markdown', '“Walls are boring,” my friend says. See @a.', ''],
      [
        'markdown',
        'Han kallade det ”stort nonsens”. ”Vi väntar inte”, sade han [@sv].',
        'Vi väntar inte → sv',
      ],
    ],
    'whose sentence goes on behind a full stop that ends none': [
      ['markdown', '„Niemand kam“ am 3. Mai, schrieb Müller [@de].', 'Niemand kam → de'],
      ['markdown', '“Has it been built?” Bob asked [@a].', 'Has it been built? → a'],
      ['markdown', '“Has it been built?” That was all. Another thing is said in [@a].', ''],
      ['markdown', '“It rained.” That was all. Another thing is said in [@k].', ''],
      ['markdown', '“It rained” was all. Another thing is said in [@k].', ''],
      ['markdown', '“It rained” he died. He was old [@k].', ''],
      ['markdown', '“It rained,” he told me. He left [@a].', ''],
      ['markdown', '“It rained,” he said. Smith [@a] disagrees.', ''],
    ],
    'the key that stands nearest in sense': [
      ['markdown', '“Quote one”, says @a; “Quote two”, says @b.', 'Quote one → a | Quote two → b'],
      ['markdown', '@b: “Quote one”; @a: “Quote two”.', 'Quote one → b | Quote two → a'],
      ['markdown', 'While @a says “Quote one”, @b says “Quote two”.', 'Quote one → a | Quote two → b'],
      ['markdown', 'As @a says, “Quote one”; “Quote two”, says @b.', 'Quote one → a | Quote two → b'],
      ['markdown', '@a says “Quote one” and “Quote two”.', 'Quote one → a | Quote two → a'],
      [
        'markdown',
        '@a says “Quote one” and “Quote two”, while @b disagrees.',
        'Quote one → a | Quote two → a',
      ],
      [
        'markdown',
        '“Quote one,” she said, adding “Quote two” on Monday [@a].',
        'Quote one, → a | Quote two → a',
      ],
      ['typst', '"Quote one" @a, "Quote two" @b.', 'Quote one → a | Quote two → b'],
      ['typst', '@x argued. "Quote one" @a, "Quote two" said nobody.', 'Quote one → a'],
      ['typst', '"Quote one" @a and "Quote two" @b.', 'Quote one → a | Quote two → b'],
      ['markdown', '“Quote one”. @a says “Quote two”.', 'Quote two → a'],
      ['markdown', '“Quote one” @a.', 'Quote one → a'],
    ],
    'not between the marks of titles, nor with an empty bracket': [
      ['markdown', '《读卖新闻》报道说，“下雨了” [@a]。', '下雨了 → a'],
      ['markdown', '『読売新聞』は「雨が降った」[@a]。', '雨が降った → a'],
      ['markdown', '「彼は『雨』と言った」[@a]', '彼は『雨』と言った → a'],
      ['markdown', '“It rained (@a)”', 'It rained → a'],
      ['markdown', '“It rained (see @a).”', 'It rained → a'],
      ['markdown', '“It rained (a lot) @a”', 'It rained (a lot) → a'],
    ],
  };
  for (const [name, cases] of Object.entries(rows)) {
    test(name, () => {
      for (const row of cases) check(...row);
    });
  }

  test('abbreviations and ordinals of many languages end no sentence', () => {
    for (const name of [
      'Hr. Schmidt',
      'Hr. Schmidt von der Partei',
      'prof. Kowalski',
      'г. Иванов',
      'z. B. Müller',
      'Pres. Biden',
      'Calif. Governor Newsom',
      'Elisabeth II. Windsor',
      'Supt. Miller',
      'Ph.D. Miller at the U.S. Senate',
    ]) {
      check('markdown', `„Niemand kam“ sagte ${name} [@de].`, 'Niemand kam → de');
    }
  });
});
