import assert from 'node:assert/strict';
import { feedDate } from '../../../../src/core/parse/feed/feedDate.ts';

suite('Dates of feeds', () => {
  const check = (written: string | undefined, expected: string | undefined) =>
    test(written ?? 'none', () => assert.equal(feedDate(written), expected));

  // RFC 822 and RFC 5322.
  check('Wed, 08 Oct 2025 14:05:00 GMT', '2025-10-08T14:05:00Z');
  check('Wed, 08 Oct 2025 14:05:00 +0530', '2025-10-08T14:05:00+05:30');
  check('Wed, 08 Oct 2025 14:05:00 -0000', '2025-10-08T14:05:00Z');
  check('8 Oct 2025 14:05 EST', '2025-10-08T14:05-05:00');
  check('Wed, 08 Oct 25 14:05:00 EDT', '2025-10-08T14:05:00-04:00');
  check('Thu, 01 Jan 98 19:48:21 PST', '1998-01-01T19:48:21-08:00');
  check('Thu, 1 Jan 2004 19:48:21 MEST', '2004-01-01T19:48:21+02:00');
  check('Thu, 01 Jan 2004 19:48:21 NST', '2004-01-01T19:48:21-03:30');
  check('Thu, 01 Jan 2004 19:48:21 IST', '2004-01-01T19:48:21+05:30');
  // A zone-less or unknown zone is not guessed.
  check('Wed, 08 Oct 2025 14:05:00', '2025-10-08T14:05:00');
  check('Wed, 08 Oct 2025 14:05:00 XYZ', '2025-10-08T14:05:00');
  check('Wed, 08 Oct 2025 14:05:00 A', '2025-10-08T14:05:00');
  check('2025-10-08T14:05:00', '2025-10-08T14:05:00');
  // As programs write them.
  check('Wed, 08 Oct 2025 14:05:00 GMT+0200', '2025-10-08T14:05:00+02:00');
  check('Wed, 08 Oct 2025 14:05:00 UTC-5', '2025-10-08T14:05:00-05:00');
  check('Wed, 08 Oct 2025 14:05:00 +02:00', '2025-10-08T14:05:00+02:00');
  check('Wed, 08 Oct 2025 14:05:00 +0200 (CEST)', '2025-10-08T14:05:00+02:00');
  check('Wed, 08 Oct 2025 14:05:00 (CEST)', '2025-10-08T14:05:00+02:00');
  check('Wed 08 Oct 2025 14:05:00 GMT', '2025-10-08T14:05:00Z');
  check('Wednesday, 08-Oct-25 14:05:00 GMT', '2025-10-08T14:05:00Z');
  check('Wed, 8 October 2025 9:5:7 GMT', '2025-10-08T09:05:07Z');
  check('Wed, 08 Oct 2025 2:05 PM', '2025-10-08T14:05');
  check('Wed, 08 Oct 2025 12:05 am GMT', '2025-10-08T00:05Z');
  check('Wed Oct  8 14:05:00 2025', '2025-10-08T14:05:00');
  check('Wed Oct 8 14:05:00 PDT 2025', '2025-10-08T14:05:00-07:00');
  check('Wed Oct 08 2025 14:05:00 GMT+0200 (Central European Summer Time)', '2025-10-08T14:05:00+02:00');
  check('October 8, 2025, 2:05 pm EST', '2025-10-08T14:05-05:00');
  check('Wed, 08 Oct 2025', '2025-10-08');
  check(' \n Wed, 08 Oct 2025 14:05:00 GMT\n ', '2025-10-08T14:05:00Z');
  check('Tue, 31 Dec 2024 23:59:60 GMT', '2024-12-31T23:59:59Z');
  // W3CDTF and its relatives.
  check('2025-10-08T14:05:00Z', '2025-10-08T14:05:00Z');
  check('2025-10-08T14:05:00.123456+05:30', '2025-10-08T14:05:00+05:30');
  check('2025-10-08t14:05z', '2025-10-08T14:05Z');
  check('2025-10-08T14:05-0800', '2025-10-08T14:05-08:00');
  check('2025-10-08 14:05:00 UTC', '2025-10-08T14:05:00Z');
  check('2025-10-08 14:05:00 -0700', '2025-10-08T14:05:00-07:00');
  check('2025-10-08 14:05:00.0', '2025-10-08T14:05:00');
  check('2025-10-08T9:15-05:00', '2025-10-08T09:15-05:00');
  check('20251008T140500Z', '2025-10-08T14:05:00Z');
  check('2025-10-08', '2025-10-08');
  check('2025-10', '2025-10');
  check('2025', '2025');
  check('2025-281', '2025-10-08');
  check('2025/10/08 14:05:00', '2025-10-08T14:05:00');
  check('1759932300', '2025-10-08T14:05:00Z');
  check('1759932300000', '2025-10-08T14:05:00Z');
  // Other languages and habits.
  check('mer., 08 oct. 2025 14:05:00 +0200', '2025-10-08T14:05:00+02:00');
  check('Mi, 08 Okt 2025 14:05:00 MESZ', '2025-10-08T14:05:00+02:00');
  check('8 de agosto de 2025', '2025-08-08');
  check('ср, 08 окт 2025 14:05:00 +0300', '2025-10-08T14:05:00+03:00');
  check('Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T12:00:00-05:00');
  check('2004-július-13T9:15-05:00', '2004-07-13T09:15-05:00');
  check('2004년 05월 28일  오후 01:31:15', '2004-05-28T13:31:15');
  check('2025年10月8日 14:05', '2025-10-08T14:05');
  check('08.10.2025 14:05', '2025-10-08T14:05');
  check('25/12/2024', '2024-12-25');
  check('12/25/2024 10:00:00', '2024-12-25T10:00:00');
  check('mercredi 8 octobre 2025 14:05', '2025-10-08T14:05');
  check('woensdag 8 oktober 2025', '2025-10-08');
  check('Publié le mercredi 8 octobre 2025 à 14h05', '2025-10-08T14:05');
  check('8 octobre 2025 14 h', '2025-10-08T14:00');
  check('1er août 2025', '2025-08-01');
  check('8 de octubre de 2025 - 14:05', '2025-10-08T14:05');
  check('Stand: 08.10.2025 14:05 Uhr', '2025-10-08T14:05');
  check('Veröffentlicht am 8. Oktober 2025 um 14:05 Uhr', '2025-10-08T14:05');
  check('8 октября 2025 г. в 14:05', '2025-10-08T14:05');
  check('2025年10月8日 14時05分07秒', '2025-10-08T14:05:07');
  check('2025년 10월 8일 14시', '2025-10-08T14:00');
  check('Wo, 08 mrt 2025 14:05:00 +0100', '2025-03-08T14:05:00+01:00');
  check('8. června 2025', '2025-06-08');
  check('8. července 2025', '2025-07-08');
  check('8. marraskuuta 2025 klo 14.05', '2025-11-08T14:05');
  check('2025. október 8. 14:05', '2025-10-08T14:05');
  check('2025-12-31T24:00:00Z', '2026-01-01T00:00:00Z');
  check('Wed, 08 Oct 2025 14:05:00 +530', '2025-10-08T14:05:00+05:30');
  // What is no date, or could mean two.
  check('03/04/2025', undefined);
  check('2025-02-30T10:00:00Z', undefined);
  check('Wed, 08 Oct 2025 25:05:00 GMT', undefined);
  check('2025-13-01', undefined);
  check('0001-01-01T00:00:00Z', undefined);
  check('Thu, 01 Jan 1970 00:00:00 GMT', undefined);
  check('yesterday', undefined);
  check('Spring 2025', undefined);
  check('Updated 03/04/2025', undefined);
  check('2025-12-31T24:01:00Z', undefined);
  check('', undefined);
  check(undefined, undefined);
  check(`Wed, 08 Oct 2025${' x'.repeat(100)}`, undefined);
});
