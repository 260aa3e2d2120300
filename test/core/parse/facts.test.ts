import assert from 'node:assert/strict';
import { boundMarkup } from '../../../src/core/parse/boundMarkup.ts';
import { httpAddress, joinNames, languageTag } from '../../../src/core/parse/facts.ts';
import { ledeHeadline } from '../../../src/core/parse/ledeHeadline.ts';
import { publishedDate } from '../../../src/core/parse/publishedDate.ts';

suite('Published date', () => {
  const check = (written: string, expected: string | undefined) =>
    test(JSON.stringify(written), () => assert.equal(publishedDate(written), expected));

  check('2025-10-08', '2025-10-08');
  check('2025-10', '2025-10');
  check('20251008', '2025-10-08');
  check('2025/10/8', '2025-10-08');
  check('2025-10-08T14:05:00.000Z', '2025-10-08T14:05:00Z');
  check('2025-10-08 14:05 +0530', '2025-10-08T14:05+05:30');
  check('8 October 2025', '2025-10-08');
  check('Wednesday, Oct. 8, 2025', '2025-10-08');
  check('8th of October 2025 at 2:05 pm', '2025-10-08T14:05');
  check('Published: October 8, 2025 12:30 am', '2025-10-08T00:30');
  check('Wed, 08 Oct 2025 14:05:00 GMT', '2025-10-08T14:05:00Z');
  check('October 2025', '2025-10');
  check('29 February 2024', '2024-02-29');
  check('29 February 2025', undefined);
  check('03/04/2025', undefined);
  check('2025-13-01', undefined);
  check('2025-10-08T25:00', undefined);
  check('yesterday', undefined);
  check('', undefined);
});

suite('Headline from the first sentence', () => {
  const check = (text: string, expected: string) =>
    test(JSON.stringify(text.slice(0, 60)), () => assert.equal(ledeHeadline(text), expected));

  check('', '');
  check('The port of Ostend closed on Friday. It rained.', 'The port of Ostend closed on Friday');
  check('Will it rain? Nobody knows.', 'Will it rain?');
  check('OSTEND, Oct 8 (Agency) — The port closed.', 'The port closed');
  check('The envoy flew home to the U.S.', 'The envoy flew home to the U.S.');
  check(
    'The harbour authority of Port Selwyn closed its eastern quay on Monday evening, after divers who had been sent down found cracks.',
    'The harbour authority of Port Selwyn closed its eastern quay on Monday evening…',
  );
  check(
    'The harbour authority of Port Selwyn and its insurers in the capital closed the eastern quay for the rest of the year.',
    'The harbour authority of Port Selwyn and its insurers in the capital closed the eastern quay for the rest…',
  );
  check('Water climbs the stair of stone\nAnd leaves a line of salt', 'Water climbs the stair of stone');
});

suite('Single facts', () => {
  const check = (found: unknown, expected: unknown) =>
    test(String(expected), () => assert.equal(found, expected));

  check(httpAddress(' https://example.org/a b '), 'https://example.org/a%20b');
  check(httpAddress('ftp://example.org'), undefined);
  check(httpAddress('/a', 'https://example.org/b/'), 'https://example.org/a');
  check(languageTag('ZH_hant'), 'zh-Hant');
  check(languageTag('English'), undefined);
  check(joinNames(['By Ada Byron', 'Li Wei', 'Ada Byron', 'Jo Marsh']), 'Ada Byron, Li Wei and Jo Marsh');
  check(joinNames([]), undefined);
});

suite('Bounded markup', () => {
  const check = (markup: string, deepest: number, longest: number, expected: string) =>
    test(`${markup} at ${deepest}`, () => assert.equal(boundMarkup(markup, deepest, longest), expected));

  check('<p><b>Rain</b></p>', 1, 100, '<p>Rain</p>');
  check('<i><i><i>a</i>b</i>c</i>', 2, 100, '<i><i>ab</i>c</i>');
  check('<p>a<p>b<p>c', 1, 100, '<p>a</p><p>b</p><p>c');
  check('<br><br><br>a', 1, 100, '<br><br><br>a');
  check('abcdef', 1, 3, 'abc');
});
